import type { DataSource } from 'typeorm';
import { limits, permitted } from '@isegoria/kernel';
import { answer } from '@isegoria/projection';
import { visibleActivity } from '../../activity/visible-activity.read-model';
import type { ReadMethod } from '../../methods/method/method.read-model';
import { methodOf, readMethods } from '../../methods/methods.read-model';
import { showAlikeBallots, type AlikeBallots } from './evidence.contract';

const groupsShown = 5;

/**
 * SQL: for each person with enough answers in the consultation of the activity $1, what stands for all of these answers; and the groups
 * of ballots that give the same. A sum of numbers for each person: ballots are never compared with each other.
 */
export const alike = `
  everywhere AS (
    SELECT voter, sum(answers)::int AS answers, bit_xor(fingerprint) AS fingerprint
    FROM participant JOIN activity ON activity.id = participant.activity_id
    WHERE activity.consultation_id = (SELECT consultation_id FROM activity WHERE id = $1)
    GROUP BY voter HAVING sum(answers) >= ${limits.sameAnswersLeast}
  ), alike AS (
    SELECT fingerprint, answers, count(*)::int AS ballots, min(voter) AS voter FROM everywhere
    GROUP BY fingerprint, answers HAVING count(*) > 1
  )`;

interface Found extends Omit<AlikeBallots, 'oneIn'> {
  /** One person of the group: the others answer the same. */
  readonly voter: string;
}

/** The largest groups, each with how likely it is. */
export async function alikeBallots(
  rows: DataSource,
  activityId: string,
  methods: readonly ReadMethod[] = readMethods,
): Promise<AlikeBallots[]> {
  const found: Found[] = await rows.query(
    `WITH ${alike} SELECT fingerprint::text AS name, ballots, answers, voter FROM alike
     ORDER BY ballots DESC, answers DESC, fingerprint LIMIT ${groupsShown}`,
    [activityId],
  );
  const groups: AlikeBallots[] = [];
  for (const { voter, ...group } of found) groups.push({ ...group, oneIn: oneIn(await chanceOf(rows, activityId, voter, methods)) });
  return groups;
}

/** How likely all answers of a person in the consultation are. */
async function chanceOf(rows: DataSource, activityId: string, voter: string, methods: readonly ReadMethod[]): Promise<number> {
  const activities: { id: string; method: string }[] = await rows.query(
    `SELECT activity.id, method FROM activity JOIN participant ON activity_id = activity.id AND voter = $2
     WHERE consultation_id = (SELECT consultation_id FROM activity WHERE id = $1)`,
    [activityId, voter],
  );
  let chance = 1;
  for (const { id, method } of activities) chance *= (await methodOf(method, methods)?.chance(rows.manager, id, voter)) ?? 1;
  return chance;
}

/** No more digits than it means something. */
function oneIn(chance: number): number | null {
  if (!(chance > 0)) return null;
  return Number(Math.max(1, 1 / chance).toPrecision(1));
}

export const alikeAnswers = [
  answer(showAlikeBallots, ['consultations'], async ({ activityId }, { rows, reader }) => {
    const { consultation } = await visibleActivity(rows, activityId, reader);
    permitted(reader, 'moderate', consultation.unit);
    return { groups: await alikeBallots(rows, activityId), least: limits.sameAnswersLeast };
  }),
];
