import type { ApiClient } from '@isegoria/api-client';
import {
  acceptStatement,
  castMotionBallot,
  castRanking,
  castStatementVote,
  publishOfficialAnswer,
  reviseDocument,
  showDocument,
  submitResponse,
  submitStatement,
  type Accepted,
  type ConsultationView,
  type DraftActivity,
  type StatementView,
} from '@isegoria/contracts';
import { activityOf, conclude, wordsOf, type Draft } from '../demo-consultations';
import { answersOf, castVotes, rankingOf, unlessOver, voiceOf, voteOf } from '../demo-voices';
import { keepMilestones } from './air-milestones';
import { airOutcome } from './air-outcome';
import { airWishes, answerWishes } from './air-wishes';
import {
  airAnnotations,
  airAnswers,
  airDraft,
  airMeasures,
  airMotion,
  airSecondDraft,
  airSurvey,
  airTalk,
  cleanAir,
} from './clean-air-words';

/** The consultation with its five activities, in the order in which they stand on its page. */
export async function cleanAirDraft(office: ApiClient, unit: string): Promise<Draft> {
  const activities: DraftActivity[] = [
    { method: 'survey', title: airSurvey.title, questionnaire: airSurvey.questionnaire },
    { method: 'ranked-vote', title: airMeasures.title, options: [...airMeasures.options] },
    { method: 'motion', title: airMotion.title, quorum: airMotion.quorum, majority: airMotion.majority },
    { method: 'document', title: airDraft.title, document: airDraft.text },
    { method: 'deliberation', title: airTalk.title, statements: airTalk.statements.map(({ text }) => text) },
  ];
  return { unit, ...(await wordsOf(office, cleanAir, unit)), phases: [{ activities }] };
}

/** One person answers, ranks and votes on the motion and on statements. */
export async function takePartInCleanAir(
  office: ApiClient,
  consultation: ConsultationView,
  { statements, accountId, person, current }: { statements: readonly StatementView[]; accountId: string; person: number; current: number },
): Promise<void> {
  const idOf = (method: DraftActivity['method']) => activityOf(consultation, method);
  const voice = (what: string) => voiceOf(accountId, `air ${what}`, person);
  const wish = airWishes[person];
  const answers = { ...answersOf(airAnswers, `air answers ${person}`), ...(wish !== undefined && { wish }) };
  await office.do(submitResponse, { activityId: idOf('survey'), answers }, voice('response')).catch(unlessOver);
  const options = rankingOf([0.5, 0.55, 0.42, 0.2, 0.3], `air ranking ${person}`);
  await office.do(castRanking, { activityId: idOf('ranked-vote'), options }, voice('ranking')).catch(unlessOver);
  const vote = voteOf(airMotion.shares, `air motion ${person}`);
  await office.do(castMotionBallot, { activityId: idOf('motion'), vote }, voice('motion')).catch(unlessOver);
  const talk = { ...consultation, activities: consultation.activities.filter(({ method }) => method === 'deliberation') };
  await castVotes(office, talk, statements, accountId, person, { known: airTalk.statements, current });
}

/** Some people write to the draft, others support what they wrote, and the office answers and writes a second version. */
export async function discussTheDraft(office: ApiClient, consultation: ConsultationView, people: readonly string[]): Promise<void> {
  const activityId = activityOf(consultation, 'document');
  const written: Accepted[] = [];
  for (const [index, { answer, supporters, ...said }] of airAnnotations.entries()) {
    const voice = (what: string, person: number) => voiceOf(people[person]!, `air annotation ${index} ${what}`, person);
    const accepted = await office.do(submitStatement, { activityId, ...said }, voice('words', index)).catch(unlessOver);
    if (!accepted) return;
    written.push(accepted);
    const { id: statementId } = accepted;
    await office.do(acceptStatement, { statementId }, { idempotencyKey: `demo accept ${statementId}` });
    for (let person = airAnnotations.length; person < airAnnotations.length + supporters; person++)
      await office.do(castStatementVote, { activityId, statementId, choice: 'agree' }, voice('support', person)).catch(unlessOver);
    if (!answer) continue;
    const key = { idempotencyKey: `demo air answer ${statementId}`, version: 0 };
    await office.do(publishOfficialAnswer, { activityId, about: 'statement', aboutId: statementId, ...answer }, key);
  }
  await writeSecondDraft(office, activityId, written);
}

async function writeSecondDraft(office: ApiClient, activityId: string, written: readonly Accepted[]): Promise<void> {
  const { position: after } = written.at(-1)!;
  const { shown, version } = await office.as({ after }).ask(showDocument, { activityId });
  // What comes after the first is there already where the seeding was interrupted.
  if (shown > 1) return;
  const { reason, changes, follows } = airSecondDraft;
  const document = changes.reduce<string>((text, [before, now]) => text.replace(before, now), airDraft.text);
  const command = { activityId, document, reason, follows: follows.map((index) => written[index]!.id) };
  await office.do(reviseDocument, command, { idempotencyKey: `demo air version ${activityId}`, version }).catch(unlessOver);
}

/** What the ministry says and does once it has closed. */
export async function concludeCleanAir(office: ApiClient, air: ConsultationView): Promise<void> {
  await conclude(office, air.id, airOutcome.closing, airOutcome);
  const [survey, draft] = [activityOf(air, 'survey'), activityOf(air, 'document')];
  const key = (activityId: string) => ({ idempotencyKey: `demo air answer ${activityId}`, version: 0 });
  const ofSurvey = { activityId: survey, about: 'activity', aboutId: survey, ...airOutcome.ofSurvey } as const;
  await office.do(publishOfficialAnswer, ofSurvey, key(survey));
  const ofParagraph = { activityId: draft, about: 'paragraph', aboutId: draft, ...airOutcome.ofParagraph } as const;
  await office.do(publishOfficialAnswer, ofParagraph, key(draft));
  await answerWishes(office, survey);
  await keepMilestones(office, air.id);
}
