import type { EntityManager } from 'typeorm';
import { Rejection, rankOf, type AssuranceLevel } from '@isegoria/kernel';
import { answer, readPosition } from '@isegoria/projection';
import type { ActivityRow } from '../../../../activity/activity.read-model';
import { visibleActivity } from '../../../../activity/visible-activity.read-model';
import { stances } from '../../../../official-answer/official-answer.contract';
import { standing, stateOf } from '../rows/written-text.read-model';
import { noTexts, showTextCoverage, type TextCoverage } from './text-coverage.contract';

const having = (stance: string) => `(count(*) FILTER (WHERE answer->>'stance' = '${stance}'))::int AS ${stance}`;

export async function textsAnswered(rows: EntityManager, activity: ActivityRow, countsFrom: AssuranceLevel): Promise<TextCoverage> {
  const { position } = await readPosition(rows, ['consultations']);
  const state = await stateOf(rows, activity, countsFrom);
  const of = { activityId: activity.id, position, state };
  if (state !== 'shown') return { ...of, ...noTexts };
  const [counts]: [Omit<TextCoverage, keyof typeof of>] = await rows.query(
    `${standing} SELECT count(*)::int AS listed, (count(*) FILTER (WHERE answer IS NULL))::int AS open, ${stances.map(having).join(', ')}
     FROM standing WHERE decision = 'listed'`,
    [activity.id, rankOf(countsFrom)],
  );
  return { ...of, ...counts };
}

export const textCoverageAnswers = [
  answer(showTextCoverage, ['consultations'], async ({ activityId }, { rows, reader }) => {
    const { activity, consultation } = await visibleActivity(rows, activityId, reader);
    if (activity.method !== 'survey') throw new Rejection('NOT_FOUND');
    return rows.transaction('REPEATABLE READ', (snapshot) => textsAnswered(snapshot, activity, consultation.countsFrom));
  }),
];
