import type { DataSource, EntityManager } from 'typeorm';
import { QuotaResponseRow, QuotaTakenRow } from './quota-rows.read-model';
import { cellName, type Cell } from './quotas.pure';

/** Which of these places in the log is that of a response beyond a quota. */
export async function beyondAt(rows: EntityManager, activityIds: readonly string[], positions: readonly number[]): Promise<Set<number>> {
  if (positions.length === 0) return new Set();
  const found: { position: string }[] = await rows.query(
    'SELECT position FROM quota_exceeded WHERE activity_id = ANY ($1) AND position = ANY ($2)',
    [[...new Set(activityIds)], positions],
  );
  return new Set(found.map(({ position }) => Number(position)));
}

export type OwnPlace = Pick<QuotaResponseRow, 'channel' | 'key'>;

/** Whether the last response of somebody is beyond a quota. */
export async function isBeyond(rows: DataSource | EntityManager, activityId: string, { channel, key }: OwnPlace): Promise<boolean> {
  return (await rows.getRepository(QuotaResponseRow).findOneBy({ activityId, channel, key }))?.beyond ?? false;
}

/** The quotas among these that have no place left but for whoever has one. */
export async function fullFor(
  rows: DataSource | EntityManager,
  activityId: string,
  cells: readonly Cell[],
  { channel, key }: OwnPlace,
): Promise<readonly Cell[]> {
  if (cells.length === 0) return [];
  const own = await rows.getRepository(QuotaResponseRow).findOneBy({ activityId, channel, key });
  const has = own && !own.beyond && !own.leftOut ? own.cells : [];
  const taken = new Map((await rows.getRepository(QuotaTakenRow).findBy({ activityId })).map((row) => [row.cell, row.taken]));
  return cells.filter((cell) => !has.includes(cellName(cell)) && (taken.get(cellName(cell)) ?? 0) >= cell.most);
}
