import { fstatSync, readSync } from 'node:fs';
import { rootIn, type Meta } from './meta-pages';

/** Something on a page that LMDB did not write so. */
export interface PageFinding {
  readonly page: number;
  readonly sentence: string;
}

/**
 * Layout of a page (LMDB's mdb.c, MDB_page_header and MDB_node, data version 2): number, transaction, two unused
 * bytes, flags, and the bounds of the free space between the offsets of the nodes and the nodes; all offsets count
 * from the end of the header. A node has its data's size (in a branch its child's number), flags and key size.
 */
const HEADER = { pageNumber: 0, transaction: 8, flags: 18, lower: 20, upper: 22, overflowPages: 20, end: 24 };
const NODE = { low: 0, high: 2, flags: 4, keySize: 6, key: 8 };
const BRANCH = 1;
const LEAF = 2;
const OVERFLOW = 4;
const BIG_DATA = 1;
const SUB_TREE = 2;
const OVERFLOW_REFERENCE_BYTES = 24;
const TREE_BYTES = 48;
const DEEPEST = 32;
interface Bounds {
  readonly from?: Buffer | undefined;
  readonly below?: Buffer | undefined;
}

/** Tables whose keys sort by their bytes. */
const SORTED_BY_BYTES = new Set(['log', 'index', 'heads', 'young']);

interface Tree {
  readonly name: string;
  /** Of the leaf pages, which all lie equally deep. */
  depth?: number;
  /** The first key that may lie on the page in question. */
  from?: Buffer | undefined;
  /** Where its values are wanted. */
  readonly values?: Buffer[];
}

/**
 * Walks every page of a snapshot by reading the file, without LMDB: that trusts its pages, and a damaged one can
 * end the process. A pinned snapshot's pages do not change while others write.
 */
export class PageWalk {
  private readonly seen: Uint8Array;
  private readonly pages: number;
  pagesWalked = 0;

  constructor(
    private readonly descriptor: number,
    private readonly meta: Meta,
    private readonly report: (finding: PageFinding) => void,
  ) {
    this.pages = Math.min(meta.lastPage + 1, Math.floor(fstatSync(descriptor).size / meta.pageSize));
    this.seen = new Uint8Array(Math.ceil((meta.lastPage + 1) / 8));
  }

  runToEnd(): void {
    for (const steps = this.run(); !steps.next().done;);
  }

  /**
   * Walks the tree of free pages alone, which is small. A value is LMDB's list of page numbers (midl.c): how many entries
   * follow, each a page, or a negative length with the first page of so many behind it, or 0 for none.
   */
  *freePages(): Generator<{ first: number; count: number }> {
    const [free] = this.meta.roots;
    const lists: Buffer[] = [];
    if (free !== undefined) for (const steps = this.walk(free, { name: 'free pages', values: lists }, 1); !steps.next().done;);
    for (const list of lists) {
      const end = 8 * (1 + Number(list.readBigInt64LE(0)));
      for (let at = 8; at < end && at + 8 <= list.length; at += 8) {
        const entry = Number(list.readBigInt64LE(at));
        if (entry > 0) yield { first: entry, count: 1 };
        else if (entry < 0 && at + 16 <= list.length) yield { first: Number(list.readBigInt64LE((at += 8))), count: -entry };
      }
    }
  }

  /** Yields now and then, so that others get their turn. */
  *run(): Generator<void> {
    const [free, main] = this.meta.roots;
    if (free !== undefined) yield* this.walk(free, { name: 'free pages' }, 1);
    if (main !== undefined) yield* this.walk(main, { name: 'tables' }, 1);
  }

  /** @param bounds of the page's keys, from what leads to it */
  private *walk(page: number, tree: Tree, depth: number, bounds: Bounds = {}): Generator<void> {
    tree.from = bounds.from;
    const bytes = this.read(page, tree, 1);
    if (!bytes) return;
    if (++this.pagesWalked % 1024 === 0) yield;
    const flags = bytes.readUInt16LE(HEADER.flags);
    const nodes = flags === BRANCH || flags === LEAF ? this.nodesOf(bytes) : undefined;
    if (!nodes || depth > DEEPEST) return this.tell(page, tree, 'is no page of a tree');
    const keys = nodes.map(({ key }) => key);
    // The first key of a branch is not kept.
    if (flags === BRANCH) keys[0] = bounds.from ?? Buffer.alloc(0);
    if (SORTED_BY_BYTES.has(tree.name) && !areSorted(keys, bounds)) return this.tell(page, tree, 'has keys that do not belong there');
    if (flags === BRANCH) {
      for (const [at, { node }] of nodes.entries())
        yield* this.walk(childOf(node), tree, depth + 1, { from: keys[at], below: keys[at + 1] ?? bounds.below });
      return;
    }
    tree.depth ??= depth;
    if (tree.depth !== depth) this.tell(page, tree, 'lies at another depth than its neighbours');
    for (const { node, key } of nodes) yield* this.leafNode(page, tree, node, key);
  }

  private *leafNode(page: number, tree: Tree, node: Buffer, key: Buffer): Generator<void> {
    const flags = node.readUInt16LE(NODE.flags);
    const data = node.subarray(NODE.key + key.length);
    if (flags === BIG_DATA) this.overflow(page, tree, sizeOf(node), data);
    else if (flags === 0) tree.values?.push(data);
    else if (flags === SUB_TREE && tree.name === 'tables' && data.length >= TREE_BYTES) {
      const root = rootIn(data, 0);
      if (root !== undefined) yield* this.walk(root, { name: key.toString('latin1').replace(/(?<!\0)\0+$/, '') }, 1);
    } else this.tell(page, tree, 'has a node of no known kind');
  }

  /** A value that is too long for a page lies on pages of its own, one after another. */
  private overflow(from: number, tree: Tree, size: number, reference: Buffer): void {
    const page = Number(reference.readBigUInt64LE(0));
    const needed = Math.floor((HEADER.end - 1 + size) / this.meta.pageSize) + 1;
    const bytes = this.read(page, tree, needed, from);
    if (!bytes) return;
    this.pagesWalked += needed;
    if (bytes.readUInt16LE(HEADER.flags) !== OVERFLOW || bytes.readUInt32LE(HEADER.overflowPages) < needed)
      this.tell(page, tree, 'is no page of a long value');
    else if (tree.values) tree.values.push(this.bytesAt(page * this.meta.pageSize + HEADER.end, size));
  }

  /** The first of `count` pages in a row, unless they do not exist, belong elsewhere too, or bear another number. */
  private read(page: number, tree: Tree, count: number, from = page): Buffer | undefined {
    if (page < 2 || page + count > this.pages) return this.tell(from, tree, `leads to page ${page}, which the file does not have`);
    for (let each = page; each < page + count; each += 1) {
      if (this.seen[each >> 3]! & (1 << (each & 7))) return this.tell(each, tree, 'is in use twice');
      this.seen[each >> 3]! |= 1 << (each & 7);
    }
    const bytes = this.bytesAt(page * this.meta.pageSize, this.meta.pageSize);
    if (Number(bytes.readBigUInt64LE(HEADER.pageNumber)) !== page) return this.tell(page, tree, 'bears the number of another page');
    if (Number(bytes.readBigUInt64LE(HEADER.transaction)) > this.meta.transaction)
      return this.tell(page, tree, 'is of a transaction that never was');
    return bytes;
  }

  private bytesAt(offset: number, count: number): Buffer {
    const bytes = Buffer.alloc(count);
    readSync(this.descriptor, bytes, 0, count, offset);
    return bytes;
  }

  /** The nodes of a page, or undefined where its offsets and sizes lead out of it. */
  private nodesOf(bytes: Buffer): { node: Buffer; key: Buffer }[] | undefined {
    const body = bytes.subarray(HEADER.end);
    const lower = bytes.readUInt16LE(HEADER.lower);
    const upper = bytes.readUInt16LE(HEADER.upper);
    if (lower % 2 !== 0 || lower === 0 || lower > upper || upper > body.length) return undefined;
    const isBranch = bytes.readUInt16LE(HEADER.flags) === BRANCH;
    const nodes: { node: Buffer; key: Buffer }[] = [];
    for (let at = 0; at < lower; at += 2) {
      const offset = body.readUInt16LE(at);
      if (offset < upper || offset + NODE.key > body.length) return undefined;
      const node = body.subarray(offset);
      const keyEnd = NODE.key + node.readUInt16LE(NODE.keySize);
      const isBig = node.readUInt16LE(NODE.flags) & BIG_DATA;
      const end = isBranch ? keyEnd : keyEnd + (isBig ? OVERFLOW_REFERENCE_BYTES : sizeOf(node));
      if (end > node.length) return undefined;
      nodes.push({ node: node.subarray(0, end), key: node.subarray(NODE.key, keyEnd) });
    }
    return nodes;
  }

  private tell(page: number, tree: Tree, what: string): undefined {
    const events = tree.name === 'log' ? ` (events from position ${tree.from?.length === 6 ? tree.from.readUIntBE(0, 6) : 1} on)` : '';
    this.report({
      page,
      sentence: `page ${page}, at byte ${page * this.meta.pageSize} of data.mdb, of the ${tree.name}${events}, ${what}`,
    });
    return undefined;
  }
}

const sizeOf = (node: Buffer): number => node.readUInt16LE(NODE.low) + node.readUInt16LE(NODE.high) * 65_536;

/** A branch keeps the upper sixteen bits of a page's number where a leaf keeps a node's flags. */
const childOf = (node: Buffer): number => sizeOf(node) + node.readUInt16LE(NODE.flags) * 2 ** 32;

function areSorted(keys: readonly Buffer[], { from, below }: Bounds): boolean {
  if (from && Buffer.compare(from, keys[0]!) > 0) return false;
  if (below && Buffer.compare(keys[keys.length - 1]!, below) >= 0) return false;
  return keys.every((key, at) => at === 0 || Buffer.compare(keys[at - 1]!, key) < 0);
}
