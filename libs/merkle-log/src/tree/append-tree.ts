import { emptyRoot, isCount, isHash, leafHash, nodeHash, splitPoint, type Sha256 } from './hash';

/** A complete subtree: it has 2^level leaves, the first of which is leaf index * 2^level. */
export interface TreeNode {
  level: number;
  index: number;
  hash: Uint8Array;
}

/**
 * Gives the stored hash of a complete subtree, as {@link AppendTree.append} returned it. A path asks for all its
 * nodes in one tick, so that a store behind a network may fetch them together.
 */
export type ReadNode = (level: number, index: number) => Uint8Array | Promise<Uint8Array>;

/**
 * An append-only Merkle tree (RFC 9162 section 2.1) that holds only the roots of its complete subtrees, at most 53 of
 * them whatever its size. An append costs one hash on average, the root O(log n).
 */
export class AppendTree {
  /** Complete subtrees from left to right, each smaller than the one before. */
  readonly #peaks: TreeNode[] = [];
  #size = 0;

  constructor(private readonly sha256: Sha256) {}

  /**
   * Takes up a stored tree where it was left.
   * @param size leaves in the stored tree
   * @throws RangeError for a size that is no whole number up to 2^53 - 1, or a node that is no 32-byte hash
   */
  static async resume(sha256: Sha256, size: number, read: ReadNode): Promise<AppendTree> {
    if (!isCount(size)) throw new RangeError(`A tree cannot have ${size} leaves`);
    const tree = new AppendTree(sha256);
    tree.#size = size;
    tree.#peaks.push(...(await Promise.all(peaksOf(size).map((peak) => readPeak(peak, read)))));
    return tree;
  }

  /** Leaves so far. */
  get size(): number {
    return this.#size;
  }

  /**
   * Appends a leaf by its hash.
   * @returns the subtrees that this leaf completes, from the leaf itself (level 0) upwards: what a store has to keep
   * @throws RangeError where the hash is not 32 bytes, or the tree is full
   */
  append(leaf: Uint8Array): TreeNode[] {
    if (!isHash(leaf)) throw new RangeError('A leaf hash has 32 bytes');
    if (!isCount(this.#size + 1)) throw new RangeError('The tree is full');
    let node: TreeNode = { level: 0, index: this.#size, hash: leaf };
    const completed = [node];
    for (let left = this.#peaks.at(-1); left?.level === node.level; left = this.#peaks.at(-1)) {
      this.#peaks.pop();
      node = { level: node.level + 1, index: left.index / 2, hash: nodeHash(this.sha256, left.hash, node.hash) };
      completed.push(node);
    }
    this.#peaks.push(node);
    this.#size += 1;
    return completed;
  }

  /** The Merkle Tree Hash of the leaves so far (RFC 9162 section 2.1.1). */
  root(): Uint8Array {
    const hashes = this.#peaks.map((peak) => peak.hash);
    if (hashes.length === 0) return emptyRoot(this.sha256);
    return hashes.reduceRight((right, left) => nodeHash(this.sha256, left, right));
  }
}

/** The Merkle Tree Hash of a list of leaves (their bytes, not their hashes; RFC 9162 section 2.1.1). */
export function merkleRoot(sha256: Sha256, leaves: Iterable<Uint8Array>): Uint8Array {
  const tree = new AppendTree(sha256);
  for (const leaf of leaves) tree.append(leafHash(sha256, leaf));
  return tree.root();
}

function peaksOf(size: number): Omit<TreeNode, 'hash'>[] {
  const peaks = [];
  for (let start = 0; start < size; ) {
    // The largest power of two that is not larger than what is left.
    const width = splitPoint(size - start + 1);
    peaks.push({ level: Math.log2(width), index: start / width });
    start += width;
  }
  return peaks;
}

async function readPeak({ level, index }: Omit<TreeNode, 'hash'>, read: ReadNode): Promise<TreeNode> {
  return { level, index, hash: await readHash(read, level, index) };
}

/** Reads a node and refuses what is no hash, so that a gap in a store is named and not hashed. */
export async function readHash(read: ReadNode, level: number, index: number): Promise<Uint8Array> {
  const hash = await read(level, index);
  if (!isHash(hash)) throw new RangeError(`The stored node at level ${level}, index ${index} is not a 32-byte hash`);
  return hash;
}
