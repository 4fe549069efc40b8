import type { DataSource, EntityManager } from 'typeorm';
import { TILE_WIDTH, parseLeaf } from '@isegoria/merkle-log';
import { log } from '@isegoria/service-host';

type Rows = DataSource | EntityManager;

export interface FoundLeaf {
  readonly seq: number;
  readonly leaf: string;
}

/**
 * The first of the first `size` leaves that is this event's. The leaves decide, since the tree commits to them and to nothing else: the
 * index `log.event` only says where to look. If it leads to another event's leaf, somebody altered it, and all leaves are searched; where
 * none is this event's, the leaf itself was altered, which is shown and not concealed.
 * @returns undefined if the index has no such event among these leaves
 */
export async function leafOfEvent(rows: Rows, eventId: string, size: number): Promise<FoundLeaf | undefined> {
  const id = eventId.toLowerCase();
  const indexed = await leavesWhere(rows, 'JOIN log.event ON index = seq / $3 WHERE event_id = $1 AND seq < $2', [id, size]);
  if (indexed.length === 0) return undefined;
  const found = indexed.find((one) => isOf(one, id));
  if (found) return found;
  log.error({ eventId: id }, 'the index of the log leads to the leaf of another event: its table was altered; all leaves are searched');
  return (await searched(rows, id, size)) ?? indexed[0];
}

function isOf({ leaf }: FoundLeaf, id: string): boolean {
  return parseLeaf(leaf)?.id === id;
}

/** In the order of the leaves. */
async function leavesWhere(rows: Rows, where: string, parameters: readonly [id: string, size: number]): Promise<FoundLeaf[]> {
  const found: { seq: string; leaf: string }[] = await rows.query(
    `SELECT seq, split_part(leaves, E'\\n', (seq % $3)::int + 1) AS leaf FROM log.bundle ${where} ORDER BY seq`,
    [...parameters, TILE_WIDTH],
  );
  return found.map(({ seq, leaf }) => ({ seq: Number(seq), leaf }));
}

/** Reads every leaf: slow, and needed only for a log whose index was altered. */
async function searched(rows: Rows, id: string, size: number): Promise<FoundLeaf | undefined> {
  const every = `CROSS JOIN LATERAL (SELECT index * $3 + line - 1 AS seq, text FROM regexp_split_to_table(leaves, E'\\n')
    WITH ORDINALITY AS lines (text, line)) AS one WHERE strpos(leaves, $1) > 0 AND strpos(text, $1) > 0 AND seq < $2`;
  const found = await leavesWhere(rows, every, [id, size]);
  return found.find((one) => isOf(one, id));
}
