import { LRUCache } from 'lru-cache';
import type { DataSource, EntityManager } from 'typeorm';
import { HASH_SIZE, tileNodes, type ReadNode, type ReadTile, type TileFile } from '@isegoria/merkle-log';
import { sha256 } from '../keys/log-identity';
import { storeBundles, type Bundle } from './bundles';

/** A checkpoint as it was signed. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  /** The signed note (C2SP tlog-checkpoint), with the cosignatures of witnesses that came in time. */
  readonly note: string;
}

type Rows = DataSource | EntityManager;

/** What a batch of events adds to the log. */
export interface NewLeaves {
  /** Index of the first. */
  readonly first: number;
  readonly eventIds: readonly string[];
  /** The bundles and the tiles that they changed. */
  readonly bundles: readonly Bundle[];
  readonly tiles: readonly TileFile[];
}

/** Stores leaves and the tiles that they changed: in the caller's transaction, all of them or none. */
export async function storeLeaves(rows: Rows, { first, eventIds, bundles, tiles }: NewLeaves): Promise<void> {
  await storeBundles(rows, bundles);
  await rows.query(
    'INSERT INTO log.event (event_id, seq) SELECT id, $1::bigint + n - 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS new (id, n)',
    [first, `{${eventIds.join()}}`],
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

/**
 * Reads hash tiles, as many hashes of each as are asked for; all that are asked for in one tick come with one query, so a proof costs one.
 */
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

/** Nodes that one process keeps: all that have over 256 leaves in a tree of 8 million, and as many again. */
const keptNodes = 65_536;

/**
 * The complete subtrees of a tree of any size that a checkpoint covers. They never change, and almost every proof needs those of many
 * leaves and those at the end of the tree, each the work of up to 127 hashes: these are kept.
 */
export class StoredNodes {
  private readonly kept = new LRUCache<string, Uint8Array>({ max: keptNodes });

  constructor(private readonly rows: Rows) {}

  ofSize(size: number): ReadNode {
    const read = tileNodes(sha256, size, tileReader(this.rows));
    return async (level, index) => {
      const key = `${level}/${index}`;
      const kept = this.kept.get(key);
      if (kept) return kept;
      const hash = await read(level, index);
      this.kept.set(key, hash);
      return hash;
    };
  }
}

async function readTiles(rows: Rows, wanted: readonly { level: number; index: number }[]): Promise<Map<string, Buffer>> {
  const found: { level: number; index: string; hashes: Buffer }[] = await rows.query(
    'SELECT level, index, hashes FROM log.tile JOIN unnest($1::int[], $2::bigint[]) AS wanted (level, index) USING (level, index)',
    [wanted.map(({ level }) => level), wanted.map(({ index }) => index)],
  );
  return new Map(found.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
}
