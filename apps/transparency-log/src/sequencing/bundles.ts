import type { DataSource, EntityManager } from 'typeorm';
import type { LogPlace } from '@isegoria/event-sourcing';
import { TILE_WIDTH } from '@isegoria/merkle-log';

/** A leaf, where its event is in the store, and whether everybody may read the event's body. */
export interface Entry {
  readonly leaf: string;
  readonly place: LogPlace;
  readonly isPublic: boolean;
}

/** Up to 256 entries, which are one row: entry `seq` of the log is in bundle `seq / 256`. Only the last one is not full. */
export interface Bundle {
  readonly index: number;
  readonly entries: readonly Entry[];
}

type Rows = DataSource | EntityManager;

/** Gathers entries into bundles. It holds the last one, as far as it is filled, and anything not taken yet. */
export class BundleFiller {
  private full: Bundle[] = [];
  private isTaken = true;

  private constructor(
    private index: number,
    private entries: Entry[],
  ) {}

  /** Goes on after the first `size` entries of the stored log. @throws RangeError if they are not stored */
  static async resume(rows: Rows, size: number): Promise<BundleFiller> {
    const index = Math.floor(size / TILE_WIDTH);
    return new BundleFiller(index, await readEntries(rows, index * TILE_WIDTH, size));
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    this.isTaken = false;
    if (this.entries.length < TILE_WIDTH) return;
    this.full.push({ index: this.index, entries: this.entries });
    [this.index, this.entries, this.isTaken] = [this.index + 1, [], true];
  }

  /** The bundles that are new or have grown since the last call. */
  take(): Bundle[] {
    const taken = this.isTaken ? this.full : [...this.full, { index: this.index, entries: [...this.entries] }];
    [this.full, this.isTaken] = [[], true];
    return taken;
  }
}

export async function storeBundles(rows: Rows, bundles: readonly Bundle[]): Promise<void> {
  const values = bundles.map((_, n) => `($${n * 5 + 1}, $${n * 5 + 2}, $${n * 5 + 3}, $${n * 5 + 4}, $${n * 5 + 5})`);
  await rows.query(
    `INSERT INTO log.bundle (index, leaves, positions, prepares, public) VALUES ${values.join()}
     ON CONFLICT (index) DO UPDATE SET leaves = excluded.leaves, positions = excluded.positions, prepares = excluded.prepares, public = excluded.public`,
    bundles.flatMap(({ index, entries }) => [
      index,
      // RFC 8785 has no line break outside of strings, and JSON none within.
      entries.map(({ leaf }) => leaf).join('\n'),
      `{${entries.map(({ place }) => place.commit).join()}}`,
      `{${entries.map(({ place }) => place.prepare).join()}}`,
      `{${entries.map(({ isPublic }) => isPublic).join()}}`,
    ]),
  );
}

/** Drops every entry from `size` on. */
export async function dropEntries(rows: Rows, size: number): Promise<void> {
  const index = Math.floor(size / TILE_WIDTH);
  const last = { index, entries: await readEntries(rows, index * TILE_WIDTH, size) };
  await rows.query('DELETE FROM log.bundle WHERE index >= $1', [index]);
  if (last.entries.length > 0) await storeBundles(rows, [last]);
  await rows.query('DELETE FROM log.event WHERE seq >= $1', [size]);
}

/** How many entries are stored, under a checkpoint or not. */
export async function entryCount(rows: Rows): Promise<number> {
  const [row] = await rows.query(
    `SELECT index * ${TILE_WIDTH} + cardinality(positions) AS count FROM log.bundle ORDER BY index DESC LIMIT 1`,
  );
  return row ? Number(row.count) : 0;
}

/** The leaves of a range, in order. @throws RangeError where not all of them are stored */
export async function readLeaves(rows: Rows, from: number, to: number): Promise<string[]> {
  const found: { index: string; leaves: string }[] = await readBundles(rows, from, to, 'leaves');
  return all(
    entriesIn(found, from, to, ({ leaves }) => leaves.split('\n')),
    from,
    to,
  );
}

/** The entries of a range, in order. @throws RangeError where not all of them are stored */
export async function readEntries(rows: Rows, from: number, to: number): Promise<Entry[]> {
  return all(await readStoredEntries(rows, from, to), from, to);
}

/** The entries of a range, in order, as far as they are stored. */
export async function readStoredEntries(rows: Rows, from: number, to: number): Promise<Entry[]> {
  const columns = 'leaves, positions::text AS commits, prepares::text AS prepares, public::text AS public';
  const found: { index: string; leaves: string; commits: string; prepares: string; public: string }[] = await readBundles(
    rows,
    from,
    to,
    columns,
  );
  return entriesIn(found, from, to, (row) => {
    const [commits, prepares, isPublic] = [row.commits, row.prepares, row.public].map((array) => array.slice(1, -1).split(',')) as [
      string[],
      string[],
      string[],
    ];
    const leaves = row.leaves.split('\n');
    const areSame = [commits, prepares, isPublic].every(({ length }) => length === leaves.length);
    return areSame
      ? leaves.map((leaf, n) => ({
          leaf,
          place: { commit: Number(commits[n]), prepare: Number(prepares[n]) },
          isPublic: isPublic[n] === 't',
        }))
      : [];
  });
}

function readBundles<Row>(rows: Rows, from: number, to: number, columns: string): Promise<Row[]> {
  if (from >= to) return Promise.resolve([]);
  const indexes = [Math.floor(from / TILE_WIDTH), Math.floor((to - 1) / TILE_WIDTH)];
  return rows.query(`SELECT index, ${columns} FROM log.bundle WHERE index BETWEEN $1 AND $2 ORDER BY index`, indexes);
}

/** The result of `read` for the bundles that hold this range, up to the first missing entry. */
function entriesIn<Row extends { index: string }, T>(rows: readonly Row[], from: number, to: number, read: (row: Row) => T[]): T[] {
  const entries: T[] = [];
  for (const row of rows) {
    const first = Number(row.index) * TILE_WIDTH;
    const found = read(row);
    if (first > from + entries.length || found.length > TILE_WIDTH) break;
    for (let at = from + entries.length - first; at < found.length && first + at < to; at++) entries.push(found[at]!);
  }
  return entries;
}

function all<T>(entries: T[], from: number, to: number): T[] {
  const missing = from + entries.length;
  if (missing < to) throw new RangeError(`Leaf ${missing} is not there`);
  return entries;
}
