import type { EntityManager } from 'typeorm';
import type { TrueOfIt } from '../../../ballot/standing/standing.read-model';
import { closedByTheLog } from '../../../late/closing.read-model';
import type { QuotaFold } from './quota-fold';
import { QuotaExceededRow, QuotaTakenRow } from './quota-rows.read-model';

export type BeyondQuota = QuotaExceededRow;

/** Keeps which responses came beyond a quota with what happened. All in one parameter, however many people are raised at once. */
export async function keepBeyond(beyond: readonly BeyondQuota[], rows: EntityManager): Promise<void> {
  if (beyond.length > 0) await rows.query(keepBeyondStatement, [JSON.stringify(beyond)]);
}

/** Keeps who has a place, and how many are taken. */
export async function keepPlaces(activityId: string, { standing, taken }: QuotaFold, rows: EntityManager): Promise<void> {
  const responses = [...standing].map(([name, { leftOut, ...response }]) => {
    const [channel, key] = name.split(' ');
    return { ...response, channel, key, left_out: leftOut };
  });
  if (responses.length > 0) await rows.query(keepResponsesStatement, [activityId, JSON.stringify(responses)]);
  const places = [...taken].map(([cell, n]) => ({ activityId, cell, taken: n }));
  if (places.length > 0) await rows.upsert(QuotaTakenRow, places, ['activityId', 'cell']);
}

/** Which of these places in the log is that of a response beyond a quota. */
export async function beyondAt(rows: EntityManager, activityIds: readonly string[], positions: readonly number[]): Promise<Set<number>> {
  if (positions.length === 0) return new Set();
  const found: { position: string }[] = await rows.query(
    'SELECT position FROM quota_exceeded WHERE activity_id = ANY ($1) AND position = ANY ($2)',
    [[...new Set(activityIds)], positions],
  );
  return new Set(found.map(({ position }) => Number(position)));
}

/** Who of those whom an event at this place raised to a level that is counted found no place there. */
export async function beyondOnceRaised(rows: EntityManager, activityId: string, position: number): Promise<string[]> {
  return (await rows.findBy(QuotaExceededRow, { activityId, position })).map(({ key }) => key);
}

/** Whose response it is. */
type OwnPlace = Readonly<Record<'channel' | 'key', string>>;

/**
 * SQL: whether the last response of somebody is beyond a quota, as far as it may be told: while the survey is open, who is told so learns
 * what others answered.
 */
export const toldBeyond = (activity: string, { channel, key }: OwnPlace): string => `(EXISTS (SELECT FROM quota_response AS place
  WHERE place.activity_id = ${activity} AND place.channel = ${channel} AND place.key = ${key} AND place.beyond)
  AND ${closedByTheLog(activity)})`;

export async function isToldBeyond(rows: EntityManager, activityId: string, { channel, key }: OwnPlace): Promise<boolean> {
  const [{ told }]: [{ told: boolean }] = await rows.query(`SELECT ${toldBeyond('$1', { channel: '$2', key: '$3' })} AS told`, [
    activityId,
    channel,
    key,
  ]);
  return told;
}

/**
 * SQL: what quotas make of a response to a survey, as far as it may be told; of an open survey only that it was received.
 * @param beyond whether it is beyond a quota
 */
export const underQuotas = (activity: string, beyond: string): Pick<TrueOfIt, 'received' | 'beyondQuota'> => ({
  received: `(EXISTS (SELECT FROM quota_response WHERE quota_response.activity_id = ${activity}) AND NOT ${closedByTheLog(activity)})`,
  beyondQuota: beyond,
});

const keepBeyondStatement = `
  INSERT INTO quota_exceeded (activity_id, position, key)
  SELECT "activityId", position, key FROM json_to_recordset($1) AS beyond ("activityId" uuid, position bigint, key text)
  ON CONFLICT DO NOTHING`;

const keepResponsesStatement = `
  INSERT INTO quota_response (activity_id, channel, key, cells, beyond, left_out, below, raised)
  SELECT $1, channel, key, cells, beyond, left_out, below, raised FROM json_to_recordset($2)
    AS response (channel text, key text, cells text[], beyond boolean, left_out boolean, below boolean, raised boolean)
  ON CONFLICT (activity_id, channel, key) DO UPDATE SET cells = excluded.cells, beyond = excluded.beyond, left_out = excluded.left_out,
    below = excluded.below, raised = excluded.raised`;
