import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedFolder } from './damage';

/**
 * What LMDB does not check before it maps the file: a file that was cut short kills the process at the first
 * access past its end, and a damaged meta page leads anywhere. So both meta pages are read and held against each
 * other and against the file's size first.
 *
 * Layout (LMDB's mdb.c, MDB_page_header, MDB_meta and MDB_db, data version 2, 64 bits, little-endian): pages 0 and
 * 1 are the meta pages, and transaction N writes page N mod 2. After a header of 24 bytes follow magic, version, map
 * address, map size, two trees (free pages, main) of 48 bytes each, the last page in use and the transaction's number.
 */
const META = { pageNumber: 0, flags: 18, magic: 24, version: 28, freeTree: 48, mainTree: 96, lastPage: 144, transaction: 152, end: 168 };
const ROOT_IN_TREE = 40;
const IS_META_PAGE = 8;
const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
const NO_PAGE = 2n ** 64n - 1n;

interface Meta {
  readonly pageSize: number;
  readonly roots: readonly bigint[];
  readonly lastPage: bigint;
  readonly transaction: bigint;
}

/** @throws DamagedFolder, with a sentence, when the folder has a data file that cannot be opened without danger */
export function checkDataFile(folder: string): void {
  const file = join(folder, 'data.mdb');
  const descriptor = openIfThere(file);
  if (descriptor === undefined) return;
  try {
    const damage = damageOf(descriptor);
    if (damage) throw new DamagedFolder(file, damage);
  } finally {
    closeSync(descriptor);
  }
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function damageOf(descriptor: number): string | undefined {
  const { size } = fstatSync(descriptor);
  if (size === 0) return 'it is empty, where even a store without events has its first pages';
  const first = metaAt(descriptor, 0, 0);
  if (typeof first === 'string') return first;
  const second = metaAt(descriptor, first.pageSize, 1);
  if (typeof second === 'string') return second;
  if (second.pageSize !== first.pageSize) return 'its two meta pages contradict each other';
  const [older, newest] = first.transaction > second.transaction ? [second, first] : [first, second];
  if (!follows(newest, older)) return 'its two meta pages contradict each other';
  if (newest.roots.some((root) => root !== NO_PAGE && (root < 2n || root > newest.lastPage))) return 'its meta page leads to no page';
  const needed = (newest.lastPage + 1n) * BigInt(newest.pageSize);
  return BigInt(size) < needed ? `it has ${size} bytes of at least ${needed}, so it was cut short at byte ${size}` : undefined;
}

/** Transactions are numbered one after another and only ever add pages; the older meta of a fresh copy is an empty one. */
function follows(newest: Meta, older: Meta): boolean {
  const isFresh = older.transaction === 0n && older.roots.every((root) => root === NO_PAGE);
  return (isFresh || newest.transaction === older.transaction + 1n) && newest.lastPage >= older.lastPage;
}

function metaAt(descriptor: number, offset: number, page: number): Meta | string {
  const bytes = Buffer.alloc(META.end);
  if (readSync(descriptor, bytes, 0, META.end, offset) < META.end) return `it was cut short within its first two pages, at byte ${fstatSync(descriptor).size}`;
  const pageSize = bytes.readUInt32LE(META.freeTree);
  const transaction = bytes.readBigUInt64LE(META.transaction);
  const sound =
    bytes.readBigUInt64LE(META.pageNumber) === BigInt(page) &&
    bytes.readUInt16LE(META.flags) === IS_META_PAGE &&
    bytes.readUInt32LE(META.magic) === MAGIC &&
    (bytes.readUInt32LE(META.version) & 0xffff) === DATA_VERSION &&
    pageSize >= 512 &&
    pageSize <= 65_536 &&
    (pageSize & (pageSize - 1)) === 0 &&
    (transaction === 0n || Number(transaction & 1n) === page);
  if (!sound) return `its meta page ${page}, at byte ${offset}, is not one`;
  return {
    pageSize,
    roots: [META.freeTree, META.mainTree].map((tree) => bytes.readBigUInt64LE(tree + ROOT_IN_TREE)),
    lastPage: bytes.readBigUInt64LE(META.lastPage),
    transaction,
  };
}
