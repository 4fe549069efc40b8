import type { EntityManager } from 'typeorm';
import { Rejection, rankOf, type AssuranceLevel } from '@isegoria/kernel';
import { answer, readPosition } from '@isegoria/projection';
import type { ActivityRow } from '../../../activity/activity.read-model';
import { visibleActivity } from '../../../activity/visible-activity.read-model';
import { isClosedByTheLog } from '../../../late/closing.read-model';
import { TurnoutRow } from '../../../results/turnout/tallies.read-model';
import { offeredChoices } from '../results/question-results.pure';
import { wholeBeyond } from '../quotas/quotas.pure';
import { leastOf } from '../results/survey-results.contract';
import type { Question } from '../questionnaire/questionnaire.pure';
import type { SurveySettings } from '../survey.contract';
import { answersInGroups, noAnswer, type CountsBy } from './cells/answers-in-groups.read-model';
import { questionsThatTellApart, showAnswersBy, type AnswersBy } from './answers-by.contract';

/**
 * Counted from all responses, a few seconds for a hundred thousand of them, and so once: nothing is added to a survey that is closed, but
 * a moderator may leave a response out.
 */
const known = new Map<string, Promise<CountsBy>>();
const mostKnown = 200;

/** One after the other: whoever asks for all questions of all surveys does not take the database from others. */
let counting: Promise<unknown> = Promise.resolve();

/** @throws Rejection WRONG_METHOD for what is no survey, VALIDATION_FAILED for a question by which people are not told apart */
export async function answersBy(
  rows: EntityManager,
  activity: ActivityRow,
  countsFrom: AssuranceLevel,
  questionId: string,
): Promise<AnswersBy> {
  if (activity.method !== 'survey') throw new Rejection('WRONG_METHOD');
  const settings = activity.settings as SurveySettings;
  const question = questionsThatTellApart(settings.questionnaire).find(({ id }) => id === questionId);
  if (!question) throw new Rejection('VALIDATION_FAILED', { field: 'question', params: { constraint: 'isIn' } });
  const { position, computedAt } = await readPosition(rows, ['consultations']);
  const least = leastOf(settings);
  const asked = { activityId: activity.id, position, computedAt: computedAt.toISOString(), question: questionId, least };
  if (!(await isClosedByTheLog(rows, activity.id))) return { ...asked, state: 'open', groups: [] };
  const counts = await countsOnce(rows, activity.id, question, countsFrom);
  return { ...asked, ...answersInGroups(settings.questionnaire, question, counts, least) };
}

async function countsOnce(rows: EntityManager, activityId: string, question: Question, countsFrom: AssuranceLevel): Promise<CountsBy> {
  const turnout = await rows.findOneBy(TurnoutRow, { activityId });
  const key = [activityId, question.id, countsFrom, turnout?.changedPosition].join(' ');
  const before = known.get(key);
  if (before) return before;
  const counted = counting.then(() => countsOf(rows, activityId, question, countsFrom));
  known.set(key, counted);
  for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
  counting = counted.catch(() => known.delete(key));
  return counted;
}

async function countsOf(rows: EntityManager, activityId: string, question: Question, countsFrom: AssuranceLevel): Promise<CountsBy> {
  const groups = offeredChoices(question).map((choice) => `${question.id}:${choice}`);
  const found: { by: string | null; choice: string; people: number }[] = await rows.query(
    `WITH ballot AS MATERIALIZED (
       SELECT choices, (SELECT min(one) FROM unnest(choices) one WHERE one = ANY ($3)) AS by
       FROM choice_ballot JOIN participant USING (activity_id, voter)
       WHERE activity_id = $1 AND excluded_reason IS NULL AND choice_ballot.assurance >= $2 AND NOT ('${wholeBeyond}' = ANY (choices))
     )
     SELECT by, choice, count(*)::int AS people FROM ballot CROSS JOIN LATERAL unnest(choices) AS choice GROUP BY by, choice`,
    [activityId, rankOf(countsFrom), groups],
  );
  const counts = new Map<string, Map<string, number>>();
  for (const { by, choice, people } of found) {
    const row = by === null ? noAnswer : by.slice(question.id.length + 1);
    const own = counts.get(row) ?? new Map<string, number>();
    counts.set(row, own.set(choice, people));
  }
  return counts;
}

export const answersByAnswers = [
  answer(showAnswersBy, ['consultations'], async ({ activityId, question }, { rows }) => {
    const { activity, consultation } = await visibleActivity(rows, activityId, undefined);
    return rows.transaction('REPEATABLE READ', (snapshot) => answersBy(snapshot, activity, consultation.countsFrom, question));
  }),
];
