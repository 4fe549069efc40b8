import type { ApiClient } from '@isegoria/api-client';
import {
  acceptStatement,
  castMotionBallot,
  castRanking,
  castStatementVote,
  submitResponse,
  submitStatement,
  type ConsultationView,
  type DraftActivity,
} from '@isegoria/contracts';
import { activityOf, wordsOf, type Draft } from '../demo-consultations';
import { answersOf, rankingOf, unlessOver, voiceOf, voteOf } from '../demo-voices';
import {
  readingAnnotation,
  readingAnswers,
  readingDraft,
  readingGrants,
  readingMotion,
  readingSurvey,
  secondReading,
} from './second-reading-words';

/** Open to whoever looks at the demo: a motion, a survey, a ranked vote of which the results are hidden, and a draft law. */
export async function secondReadingDraft(office: ApiClient, unit: string): Promise<Draft> {
  const { title, quorum, majority } = readingMotion;
  const activities: DraftActivity[] = [
    { method: 'motion', title, quorum, majority },
    { method: 'survey', title: readingSurvey.title, questionnaire: readingSurvey.questionnaire },
    { method: 'ranked-vote', ...readingGrants, options: [...readingGrants.options], counting: 'schulze', resultsHidden: true },
    { method: 'document', title: readingDraft.title, document: readingDraft.text },
  ];
  return { unit, ...(await wordsOf(office, secondReading, unit)), phases: [{ activities }] };
}

/** One person votes on the motion, answers and ranks. */
export async function takePartInSecondReading(
  office: ApiClient,
  consultation: ConsultationView,
  accountId: string,
  person: number,
): Promise<void> {
  const voice = (what: string) => voiceOf(accountId, `reading ${what}`, person);
  const vote = voteOf(readingMotion.shares, `reading motion ${person}`);
  await office.do(castMotionBallot, { activityId: activityOf(consultation, 'motion'), vote }, voice('motion')).catch(unlessOver);
  const answers = answersOf(readingAnswers, `reading answers ${person}`);
  await office.do(submitResponse, { activityId: activityOf(consultation, 'survey'), answers }, voice('response')).catch(unlessOver);
  const options = rankingOf([0.5, 0.4, 0.3, 0.1], `reading ranking ${person}`);
  await office.do(castRanking, { activityId: activityOf(consultation, 'ranked-vote'), options }, voice('ranking')).catch(unlessOver);
}

/** Somebody writes to a paragraph, and some support it; the office has not answered yet. */
export async function annotateSecondReading(office: ApiClient, consultation: ConsultationView, people: readonly string[]): Promise<void> {
  const activityId = activityOf(consultation, 'document');
  const { supporters, ...said } = readingAnnotation;
  const voice = voiceOf(people[0]!, 'reading annotation', 0);
  const written = await office.do(submitStatement, { activityId, ...said }, voice).catch(unlessOver);
  if (!written) return;
  const { id: statementId } = written;
  await office.do(acceptStatement, { statementId }, { idempotencyKey: `demo accept ${statementId}` });
  for (let person = 1; person <= supporters; person++) {
    const support = voiceOf(people[person]!, 'reading support', person);
    await office.do(castStatementVote, { activityId, statementId, choice: 'agree' }, support).catch(unlessOver);
  }
}
