import type { DataSource, EntityManager } from 'typeorm';
import type { LogPlace } from '@isegoria/event-sourcing';
import { HASH_SIZE, tileNodes, type ReadNode, type ReadTile, type TileFile } from '@isegoria/merkle-log';
import { sha256 } from '../log-identity';

/** The last leaf under a checkpoint. */
export interface LastLeaf {
  readonly seq: number;
  readonly place: LogPlace;
  readonly leaf: string;
}

/** A leaf about to be stored. */
export interface NewLeaf {
  readonly seq: number;
  readonly place: LogPlace;
  readonly eventId: string;
  readonly isPublic: boolean;
  readonly leaf: string;
}

/** A checkpoint as it was signed. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  /** The signed note (C2SP tlog-checkpoint), with the cosignatures of witnesses that came in time. */
  readonly note: string;
}

type Rows = DataSource | EntityManager;

export async function leafAt(rows: Rows, seq: number): Promise<LastLeaf | undefined> {
  const [row] = await rows.query('SELECT seq, position, prepare, leaf FROM log.leaf WHERE seq = $1', [seq]);
  return row && { seq: Number(row.seq), place: { commit: Number(row.position), prepare: Number(row.prepare) }, leaf: row.leaf };
}

/** How many leaves are stored, under a checkpoint or not. */
export async function leafCount(rows: Rows): Promise<number> {
  const [row] = await rows.query('SELECT seq FROM log.leaf ORDER BY seq DESC LIMIT 1');
  return row ? Number(row.seq) + 1 : 0;
}

/** Leaves as text, in order. */
export async function readLeaves(rows: Rows, from: number, to: number): Promise<string[]> {
  const found: { leaf: string }[] = await rows.query('SELECT leaf FROM log.leaf WHERE seq >= $1 AND seq < $2 ORDER BY seq', [from, to]);
  return found.map(({ leaf }) => leaf);
}

/** Stores leaves and the tiles that they changed: in the caller's transaction, all of them or none. */
export async function storeLeaves(rows: Rows, leaves: readonly NewLeaf[], tiles: readonly TileFile[]): Promise<void> {
  // Text in lines, since the client would quote each element of an array; no leaf has a line break.
  await rows.query(
    `INSERT INTO log.leaf (seq, position, prepare, event_id, public, leaf)
     SELECT $1::bigint + ordinality - 1, position, prepare, event_id, public, leaf
     FROM unnest(string_to_array($2, ',')::bigint[], string_to_array($3, ',')::bigint[], string_to_array($4, ',')::uuid[],
       string_to_array($5, ',')::boolean[], string_to_array($6, E'\\n')) WITH ORDINALITY AS new (position, prepare, event_id, public, leaf, ordinality)`,
    [
      leaves[0]!.seq,
      leaves.map(({ place }) => place.commit).join(),
      leaves.map(({ place }) => place.prepare).join(),
      leaves.map(({ eventId }) => eventId).join(),
      leaves.map(({ isPublic }) => isPublic).join(),
      leaves.map(({ leaf }) => leaf).join('\n'),
    ],
  );
  await rows.query(
    `INSERT INTO log.tile (level, index, hashes) SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[])
     ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes`,
    [tiles.map(({ tile }) => tile.level), tiles.map(({ tile }) => tile.index), tiles.map(({ bytes }) => Buffer.from(bytes))],
  );
}

export async function newestCheckpoint(rows: Rows): Promise<StoredCheckpoint | undefined> {
  const [row] = await rows.query('SELECT size, root, note FROM log.checkpoint ORDER BY size DESC LIMIT 1');
  return row && { size: Number(row.size), root: row.root, note: row.note };
}

/** Stores a checkpoint, or further signatures on it. */
export async function storeCheckpoint(rows: Rows, { size, root, note }: StoredCheckpoint): Promise<void> {
  await rows.query(
    `INSERT INTO log.checkpoint (size, root, note, signed_at) VALUES ($1, $2, $3, now())
     ON CONFLICT (size) DO UPDATE SET note = excluded.note WHERE checkpoint.root = excluded.root`,
    [size, root, note],
  );
}

/** Reads hash tiles, as many hashes of each as are asked for; all that are asked for in one tick come with one query, so a proof costs one. */
export function tileReader(rows: Rows): ReadTile {
  let asked: { level: number; index: number }[] = [];
  let answer: Promise<Map<string, Buffer>> | undefined;
  return async (level, index, width) => {
    asked.push({ level, index });
    answer ??= Promise.resolve().then(() => {
      const wanted = asked;
      [asked, answer] = [[], undefined];
      return readTiles(rows, wanted);
    });
    const hashes = (await answer).get(`${level}/${index}`);
    return hashes ? hashes.subarray(0, width * HASH_SIZE) : new Uint8Array(0);
  };
}

/** The complete subtrees of the tree of this size, which a checkpoint covers. */
export function storedNodes(rows: Rows, size: number): ReadNode {
  return tileNodes(sha256, size, tileReader(rows));
}

async function readTiles(rows: Rows, wanted: readonly { level: number; index: number }[]): Promise<Map<string, Buffer>> {
  const found: { level: number; index: string; hashes: Buffer }[] = await rows.query(
    'SELECT level, index, hashes FROM log.tile JOIN unnest($1::int[], $2::bigint[]) AS wanted (level, index) USING (level, index)',
    [wanted.map(({ level }) => level), wanted.map(({ index }) => index)],
  );
  return new Map(found.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
}
