import type { Client } from 'pg';
import { leafHash, TileWriter } from '@isegoria/merkle-log';
import { sha256 } from './tree/rebuilt-log';

/** What the log's tables hold of one leaf. */
export interface StoredLeaf {
  readonly position: number;
  readonly prepare: number;
  readonly eventId: string;
  readonly isPublic: boolean;
  readonly leaf: string;
}

export interface StoredTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
}

const tables = ['bundle', 'event', 'tile', 'checkpoint', 'identity', 'key'];

/**
 * The tables of the transparency log, as somebody with a password of the database reads and alters them. All of the auditor's tests' SQL on
 * them is here.
 */
export class LogTables {
  constructor(private readonly db: Client) {}

  /** Leaves by their sequence numbers. */
  async leaves(): Promise<StoredLeaf[]> {
    const { rows } = await this.db.query(
      `SELECT position::int, prepare::int, event_id AS "eventId", entry.public AS "isPublic", leaf
       FROM log.bundle CROSS JOIN ROWS FROM (string_to_table(leaves, E'\\n'), unnest(positions), unnest(prepares), unnest(public)) WITH ORDINALITY AS entry (leaf, position, prepare, public, n)
       JOIN log.event ON seq = index * 256 + n - 1 ORDER BY seq`,
    );
    return rows;
  }

  /** Replaces all leaves with these. */
  async writeLeaves(leaves: readonly StoredLeaf[]): Promise<void> {
    const rows = JSON.stringify(leaves.map((leaf, seq) => ({ seq, ...leaf })));
    await this.db.query('DELETE FROM log.bundle');
    await this.db.query(
      `INSERT INTO log.bundle (index, leaves, positions, prepares, public)
       SELECT seq / 256, string_agg(leaf, E'\\n' ORDER BY seq), array_agg(position ORDER BY seq), array_agg(prepare ORDER BY seq), array_agg("isPublic" ORDER BY seq)
       FROM jsonb_to_recordset($1::jsonb) AS rows (seq bigint, position bigint, prepare bigint, "isPublic" boolean, leaf text) GROUP BY 1`,
      [rows],
    );
    await this.db.query('DELETE FROM log.event');
    await this.db.query(
      `INSERT INTO log.event SELECT "eventId", seq FROM jsonb_to_recordset($1::jsonb) AS rows (seq bigint, "eventId" uuid)`,
      [rows],
    );
  }

  /** The position in the event store up to which a checkpoint covers it; -1 before the first. */
  async coveredPosition(): Promise<number> {
    const { rows } = await this.db.query(
      `SELECT max(position)::int AS position FROM log.bundle, unnest(positions) WITH ORDINALITY AS place (position, n), (SELECT max(size) AS size FROM log.checkpoint) AS newest
       WHERE index * 256 + n <= size`,
    );
    return rows[0].position ?? -1;
  }

  /** The sequence numbers of the events of a type. */
  async seqsOf(type: string): Promise<number[]> {
    return (await this.leaves()).flatMap(({ leaf }, seq) => ((JSON.parse(leaf) as { type: string }).type === type ? [seq] : []));
  }

  async tiles(): Promise<StoredTile[]> {
    const { rows } = await this.db.query('SELECT level, index::int, hashes FROM log.tile ORDER BY level, index');
    return rows;
  }

  async writeTile({ level, index, hashes }: StoredTile): Promise<void> {
    await this.db.query('INSERT INTO log.tile VALUES ($1, $2, $3) ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes', [
      level,
      index,
      hashes,
    ]);
  }

  /** Makes all tiles of these leaves. @returns the tree over them */
  async writeTilesOf(leaves: readonly StoredLeaf[]): Promise<{ size: number; root: Uint8Array }> {
    const tree = TileWriter.empty(sha256);
    for (const { leaf } of leaves) tree.append(leafHash(sha256, Buffer.from(leaf)));
    await this.db.query('DELETE FROM log.tile');
    for (const { tile, bytes } of tree.takeTiles())
      await this.writeTile({ level: tile.level as number, index: tile.index, hashes: Buffer.from(bytes) });
    return { size: tree.size, root: tree.root() };
  }

  async checkpoint(): Promise<{ size: number; note: string }> {
    return (await this.db.query('SELECT size::int, note FROM log.checkpoint ORDER BY size DESC LIMIT 1')).rows[0];
  }

  /** Makes this the only checkpoint. */
  async writeCheckpoint({ size, root, note }: { size: number; root: Uint8Array; note: string }): Promise<void> {
    await this.db.query('DELETE FROM log.checkpoint');
    await this.db.query('INSERT INTO log.checkpoint VALUES ($1, $2, $3, now())', [size, root, note]);
  }

  async verifierKey(): Promise<string> {
    return (await this.db.query('SELECT verifier_key FROM log.key ORDER BY since LIMIT 1')).rows[0].verifier_key;
  }

  /** Any other statement. */
  async run(statement: string): Promise<void> {
    await this.db.query(statement);
  }

  async empty(): Promise<void> {
    for (const table of tables) await this.db.query(`DELETE FROM log.${table}`);
  }

  /** Keeps a copy of the tables for {@link putBack}. */
  async keep(): Promise<void> {
    for (const table of tables) await this.db.query(`DROP TABLE IF EXISTS kept_${table}; CREATE TABLE kept_${table} AS TABLE log.${table}`);
  }

  async putBack(): Promise<void> {
    for (const table of tables) await this.db.query(`DELETE FROM log.${table}; INSERT INTO log.${table} TABLE kept_${table}`);
  }
}
