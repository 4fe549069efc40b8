import { fstatSync, readSync } from 'node:fs';
import { DamagedFolder } from './damage';

/**
 * Layout (LMDB's mdb.c, MDB_page_header, MDB_meta and MDB_db, data version 2, 64 bits, little-endian): pages 0 and
 * 1 are the meta pages, and transaction N writes page N mod 2. After a header of 24 bytes follow magic, version, map
 * address, map size, two trees (free pages, main) of 48 bytes each, the last page in use and the transaction's number.
 */
const META = { pageNumber: 0, flags: 18, magic: 24, version: 28, freeTree: 48, mainTree: 96, lastPage: 144, transaction: 152, end: 168 };
const ROOT_IN_TREE = 40;
const IS_META_PAGE = 8;
const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
const NO_ROOT = 2n ** 64n - 1n;

/** What a meta page says of the snapshot that its transaction left. */
export interface Meta {
  readonly pageSize: number;
  /** Root pages of the tree of free pages and of the main tree; undefined for an empty one. */
  readonly roots: readonly [number | undefined, number | undefined];
  readonly lastPage: number;
  readonly transaction: number;
}

/**
 * The newest meta page.
 * @param file the name, for the sentence
 * @throws DamagedFolder when one of the two is none, or they do not fit together
 */
export function newestMeta(descriptor: number, file: string): Meta {
  const { size } = fstatSync(descriptor);
  if (size === 0) throw new DamagedFolder(file, 'it is empty, where even a store without events has its first pages');
  const first = metaAt(descriptor, file, 0, 0);
  const second = metaAt(descriptor, file, first.pageSize, 1);
  const [older, newest] = first.transaction > second.transaction ? [second, first] : [first, second];
  const outOfRange = newest.roots.some((root) => root !== undefined && (root < 2 || root > newest.lastPage));
  if (second.pageSize !== first.pageSize || !follows(newest, older) || outOfRange)
    throw new DamagedFolder(file, 'its two meta pages contradict each other');
  return newest;
}

/** Transactions are numbered one after another and only ever add pages; the older meta of a fresh copy is an empty one. */
function follows(newest: Meta, older: Meta): boolean {
  const isFresh = older.transaction === 0 && older.roots.every((root) => root === undefined);
  return (isFresh || newest.transaction === older.transaction + 1) && newest.lastPage >= older.lastPage;
}

function metaAt(descriptor: number, file: string, offset: number, page: number): Meta {
  const bytes = Buffer.alloc(META.end);
  if (readSync(descriptor, bytes, 0, META.end, offset) < META.end) {
    throw new DamagedFolder(file, `it was cut short within its first two pages, at byte ${fstatSync(descriptor).size}`);
  }
  const pageSize = bytes.readUInt32LE(META.freeTree);
  const transaction = Number(bytes.readBigUInt64LE(META.transaction));
  const sound =
    bytes.readBigUInt64LE(META.pageNumber) === BigInt(page) &&
    bytes.readUInt16LE(META.flags) === IS_META_PAGE &&
    bytes.readUInt32LE(META.magic) === MAGIC &&
    (bytes.readUInt32LE(META.version) & 0xffff) === DATA_VERSION &&
    pageSize >= 512 &&
    pageSize <= 65_536 &&
    (pageSize & (pageSize - 1)) === 0 &&
    (transaction === 0 || transaction % 2 === page);
  if (!sound) throw new DamagedFolder(file, `its meta page ${page}, at byte ${offset}, is none`);
  return {
    pageSize,
    roots: [rootIn(bytes, META.freeTree), rootIn(bytes, META.mainTree)],
    lastPage: Number(bytes.readBigUInt64LE(META.lastPage)),
    transaction,
  };
}

/** Of a tree's record, as it stands in a meta page and in the main tree. */
export function rootIn(bytes: Buffer, tree: number): number | undefined {
  const root = bytes.readBigUInt64LE(tree + ROOT_IN_TREE);
  return root === NO_ROOT ? undefined : Number(root);
}
