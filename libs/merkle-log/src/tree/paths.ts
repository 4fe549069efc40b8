import { readHash, type ReadNode } from './append-tree';
import { emptyRoot, isCount, nodeHash, splitPoint, type AnySha256 } from './hash';

/**
 * The inclusion path of a leaf: PATH(index, D_size) of RFC 9162 section 2.1.3.1, from the leaf's sibling upwards.
 * Reads O(log n) nodes.
 * @throws RangeError unless 0 <= index < size, both whole numbers, or where a stored node is missing
 */
export async function inclusionPath(sha256: AnySha256, index: number, size: number, read: ReadNode): Promise<Uint8Array[]> {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`A tree of ${size} leaves has no leaf ${index}`);
  const steps: Promise<Uint8Array>[] = [];
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + splitPoint(end - start);
    const goesLeft = index < middle;
    steps.push(goesLeft ? rangeRoot(sha256, middle, end, read) : rangeRoot(sha256, start, middle, read));
    if (goesLeft) end = middle;
    else start = middle;
  }
  return Promise.all(steps.reverse());
}

/**
 * The consistency path between two sizes of one tree: PROOF(from, D_to) of RFC 9162 section 2.1.4.1. Empty where
 * `from` is 0 or equals `to`. Reads O(log n) nodes.
 * @throws RangeError unless 0 <= from <= to, both whole numbers, or where a stored node is missing
 */
export async function consistencyPath(sha256: AnySha256, from: number, to: number, read: ReadNode): Promise<Uint8Array[]> {
  if (!isCount(from) || !isCount(to) || from > to) throw new RangeError(`A tree cannot go from ${from} to ${to} leaves`);
  if (from === 0 || from === to) return [];
  const steps: Promise<Uint8Array>[] = [];
  let start = 0;
  let end = to;
  while (from < end) {
    const middle = start + splitPoint(end - start);
    const goesLeft = from <= middle;
    steps.push(goesLeft ? rangeRoot(sha256, middle, end, read) : rangeRoot(sha256, start, middle, read));
    if (goesLeft) end = middle;
    else start = middle;
  }
  // SUBPROOF with b = false: the old tree is no subtree of the new one, so the verifier needs its last part as well.
  if (start > 0) steps.push(rangeRoot(sha256, start, end, read));
  return Promise.all(steps.reverse());
}

/**
 * The Merkle Tree Hash of the first `size` leaves (RFC 9162 section 2.1.1). Reads O(log n) nodes.
 * @throws RangeError where size is no whole number, or where a stored node is missing
 */
export async function treeRoot(sha256: AnySha256, size: number, read: ReadNode): Promise<Uint8Array> {
  if (!isCount(size)) throw new RangeError(`A tree cannot have ${size} leaves`);
  return size === 0 ? emptyRoot(sha256) : rangeRoot(sha256, 0, size, read);
}

/** MTH(D[start:end]) from complete subtrees, where start is a multiple of a power of two not below end - start. */
async function rangeRoot(sha256: AnySha256, start: number, end: number, read: ReadNode): Promise<Uint8Array> {
  const width = end - start;
  const half = width > 1 ? splitPoint(width) : 0;
  if (width === 1 || half * 2 === width) return readHash(read, Math.log2(width), start / width);
  const [left, right] = await Promise.all([
    rangeRoot(sha256, start, start + half, read),
    rangeRoot(sha256, start + half, end, read),
  ]);
  return nodeHash(sha256, left, right);
}
