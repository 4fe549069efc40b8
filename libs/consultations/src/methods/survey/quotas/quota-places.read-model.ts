import type { EntityManager } from 'typeorm';
import { isClosedByTheLog } from '../../../late/closing.read-model';
import { QuotaResponseRow } from './quota-rows.read-model';

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

/**
 * Whether the last response of somebody is beyond a quota, as far as it may be told: while the survey is open, who is told so learns what
 * others answered.
 */
export async function isToldBeyond(rows: EntityManager, activityId: string, { channel, key }: OwnPlace): Promise<boolean> {
  const own = await rows.findOneBy(QuotaResponseRow, { activityId, channel, key, beyond: true });
  return own !== null && isClosedByTheLog(rows, activityId);
}
