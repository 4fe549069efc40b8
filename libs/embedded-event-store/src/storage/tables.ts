import { open, type Database, type DatabaseOptions, type RootDatabase, type Transaction } from 'lmdb';
import { checkDataFile } from './data-file';
import { nameKeys, placeKeys, positionKeys, type KeyEncoder, type StreamPlace } from './keys';

/** Raised whenever what is stored, or where, changes. */
export const FORMAT = 2;

interface Range<Key> {
  readonly start: Key;
  readonly end?: Key;
  readonly reverse?: boolean;
  readonly inclusiveEnd?: boolean;
  readonly limit?: number;
  readonly transaction?: Transaction;
}

/** What is used of an LMDB database; lmdb's own type knows no keys of one's own making. */
export interface Table<Key> {
  get(key: Key, options?: { transaction: Transaction }): Buffer | undefined;
  /** A view that the next read makes invalid. */
  getBinaryFast(key: Key): Buffer | undefined;
  getRange(range: Range<Key>): Iterable<{ key: Key; value: Buffer }>;
  getStats(): object;
  /** @returns false when an append is not one */
  putSync(key: Key, value: Buffer, options?: { append: boolean }): boolean;
  clearSync(): void;
}

/**
 * The log (position -> event), the index (stream and revision -> position) and the heads (stream name -> head), and
 * a few settings (who owns the folder, the format). Values are the bytes that the `stored-` modules lay out.
 */
export interface Tables {
  readonly env: RootDatabase;
  readonly log: Table<number>;
  readonly index: Table<StreamPlace>;
  readonly heads: Table<string>;
  /** Heads that changed since they were last moved to the others, by a number of their own. */
  readonly youngHeads: Table<number>;
  readonly settings: Database;
}

/**
 * @param readOnly for a second process beside the one that has the folder
 * @throws DamagedFolder when the file was cut short or its meta pages are damaged
 */
export function openTables(folder: string, readOnly = false): Tables {
  checkDataFile(folder);
  // Without overlapping flushes a transaction becomes visible only once it is on disk. A folder's name may have a dot,
  // which would make it a file's.
  const env = open({ path: folder, maxDbs: 8, overlappingSync: false, noSubdir: false, readOnly });
  return {
    env,
    settings: env.openDB({ name: 'settings' }),
    log: openTable(env, 'log', positionKeys),
    index: openTable(env, 'index', placeKeys),
    heads: openTable(env, 'heads', nameKeys),
    youngHeads: openTable(env, 'young', positionKeys),
  };
}

function openTable<Key>(env: RootDatabase, name: string, keyEncoder: KeyEncoder<Key>): Table<Key> {
  const options: DatabaseOptions & { name: string; keyEncoder: KeyEncoder<Key> } = { name, encoding: 'binary', keyEncoder };
  return env.openDB(options) as unknown as Table<Key>;
}
