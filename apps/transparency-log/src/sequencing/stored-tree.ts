import type { DataSource, EntityManager } from 'typeorm';
import type { LogPlace } from '@isegoria/event-sourcing';
import type { ReadNode, TreeNode } from '@isegoria/merkle-log';

/** The last leaf of the stored tree. */
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
  /** The signed note (C2SP tlog-checkpoint). */
  readonly note: string;
}

type Rows = DataSource | EntityManager;

export async function lastLeaf(rows: Rows): Promise<LastLeaf | undefined> {
  const [row] = await rows.query('SELECT seq, position, prepare, leaf FROM log.leaf ORDER BY seq DESC LIMIT 1');
  return row && { seq: Number(row.seq), place: { commit: Number(row.position), prepare: Number(row.prepare) }, leaf: row.leaf };
}

export async function newestCheckpoint(rows: Rows): Promise<StoredCheckpoint | undefined> {
  const [row] = await rows.query('SELECT size, root, note FROM log.checkpoint ORDER BY size DESC LIMIT 1');
  return row && { size: Number(row.size), root: row.root, note: row.note };
}

/** Stores leaves with the subtrees that they complete, `nodes` from level 0 up: in the caller's transaction, all of them or none. */
export async function storeLeaves(rows: Rows, leaves: readonly NewLeaf[], nodes: readonly TreeNode[]): Promise<void> {
  const leafHashes = nodes.filter(({ level }) => level === 0).map(({ hash }) => hash);
  const inner = nodes.filter(({ level }) => level > 0);
  await rows.query(
    `INSERT INTO log.leaf (seq, position, prepare, event_id, public, leaf, leaf_hash)
     SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::uuid[], $5::boolean[], $6::text[], $7::bytea[])`,
    [
      leaves.map(({ seq }) => seq),
      leaves.map(({ place }) => place.commit),
      leaves.map(({ place }) => place.prepare),
      leaves.map(({ eventId }) => eventId),
      leaves.map(({ isPublic }) => isPublic),
      leaves.map(({ leaf }) => leaf),
      leafHashes,
    ],
  );
  await rows.query('INSERT INTO log.node (level, index, hash) SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[])', [
    inner.map(({ level }) => level),
    inner.map(({ index }) => index),
    inner.map(({ hash }) => hash),
  ]);
}

export async function storeCheckpoint(rows: Rows, { size, root, note }: StoredCheckpoint): Promise<void> {
  await rows.query('INSERT INTO log.checkpoint (size, root, note, signed_at) VALUES ($1, $2, $3, now())', [size, root, note]);
}

/** Reads subtrees; all that are asked for in one tick come with one query, so a proof costs one. */
export function nodeReader(rows: Rows): ReadNode {
  let asked: { level: number; index: number }[] = [];
  let answer: Promise<Map<string, Uint8Array>> | undefined;
  return async (level, index) => {
    asked.push({ level, index });
    answer ??= Promise.resolve().then(() => {
      const wanted = asked;
      [asked, answer] = [[], undefined];
      return readNodes(rows, wanted);
    });
    return (await answer).get(`${level}/${index}`) as Uint8Array;
  };
}

async function readNodes(rows: Rows, wanted: readonly { level: number; index: number }[]): Promise<Map<string, Uint8Array>> {
  const found: { level: number; index: string; hash: Uint8Array }[] = await rows.query(
    `SELECT wanted.level, wanted.index, coalesce(node.hash, leaf.leaf_hash) AS hash
     FROM unnest($1::int[], $2::bigint[]) AS wanted (level, index)
     LEFT JOIN log.node ON node.level = wanted.level AND node.index = wanted.index
     LEFT JOIN log.leaf ON wanted.level = 0 AND leaf.seq = wanted.index`,
    [wanted.map(({ level }) => level), wanted.map(({ index }) => index)],
  );
  return new Map(found.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
}
