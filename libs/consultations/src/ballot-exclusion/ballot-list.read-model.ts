import type { DataSource } from 'typeorm';
import { limits, permitted, type Page } from '@isegoria/kernel';
import { answer, emptyPage, pageFrom } from '@isegoria/projection';
import { activityById, visibleActivity } from '../activity/visible-activity.read-model';
import { nameOfLevel } from '../results/assurance/levels-in-rows.read-model';
import type { ReadMethod } from '../methods/method/method.read-model';
import { methodOf, readMethods } from '../methods/methods.read-model';
import { listBallots, type BallotView } from './ballot-exclusion.contract';

/** The ballots of an activity in the order of their pseudonyms, which says nothing about people; only the excluded ones if asked for. */
export async function ballotList(
  rows: DataSource,
  activityId: string,
  { excluded = false, cursor }: { excluded?: boolean; cursor?: string } = {},
  methods: readonly ReadMethod[] = readMethods,
): Promise<Page<BallotView>> {
  const activity = await activityById(rows, activityId);
  if (!activity) return emptyPage;
  const chosen = 'FROM participant WHERE activity_id = $1 AND ($2 IS FALSE OR excluded_reason IS NOT NULL)';
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count ${chosen}`, [activityId, excluded]);
  const found: Omit<BallotView, 'votes'>[] = await rows.query(
    `SELECT voter, first_day AS "firstDay", ${nameOfLevel('assurance')} AS assurance, excluded_reason AS "excludedReason" ${chosen}
       AND ($3::text IS NULL OR voter > $3)
     ORDER BY voter LIMIT $4`,
    [activityId, excluded, cursor ?? null, limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ voter }) => voter);
  const voters = items.map(({ voter }) => voter);
  const votes = await methodOf(activity.method, methods)?.votes(rows.manager, activityId, voters);
  return { ...page, items: items.map((ballot) => ({ ...ballot, votes: votes?.get(ballot.voter) ?? 0 })) };
}

export const ballotAnswers = [
  answer(listBallots, ['consultations'], async ({ activityId, status, cursor }, { rows, reader }) => {
    const { consultation } = await visibleActivity(rows, activityId, reader);
    permitted(reader, 'moderate', consultation.unit);
    return ballotList(rows, activityId, { excluded: status === 'excluded', cursor });
  }),
];
