import { unless, type ApiClient } from '@isegoria/api-client';
import {
  acceptStatement,
  castRanking,
  castStatementVote,
  publishOfficialAnswer,
  reviseDocument,
  showConsultation,
  showDocument,
  submitResponse,
  submitStatement,
  translateConsultation,
  type Accepted,
  type ConsultationView,
  type DraftActivity,
  type StatementView,
} from '@isegoria/contracts';
import { wordsOf, type Draft } from '../demo-consultations';
import { castVotes, chance, voiceOf } from '../demo-voices';
import { airInOtherLanguages } from './clean-air-translations';
import { airAnnotations, airAnswers, airDraft, airMeasures, airSecondDraft, airSurvey, airTalk, cleanAir } from './clean-air-words';

/** The consultation with its four activities, in the order in which they stand on its page. */
export async function cleanAirDraft(office: ApiClient, unit: string): Promise<Draft> {
  const activities: DraftActivity[] = [
    { method: 'survey', title: airSurvey.title, questionnaire: airSurvey.questionnaire },
    { method: 'ranked-vote', title: airMeasures.title, options: [...airMeasures.options] },
    { method: 'document', title: airDraft.title, document: airDraft.text },
    { method: 'deliberation', title: airTalk.title, statements: airTalk.statements.map(({ text }) => text) },
  ];
  return { unit, ...(await wordsOf(office, cleanAir, unit)), phases: [{ activities }] };
}

/** One person answers, ranks and votes. */
export async function takePartInCleanAir(
  office: ApiClient,
  consultation: ConsultationView,
  { statements, accountId, person, current }: { statements: readonly StatementView[]; accountId: string; person: number; current: number },
): Promise<void> {
  const idOf = (method: DraftActivity['method']) => consultation.activities.find((activity) => activity.method === method)!.id;
  const voice = (what: string) => voiceOf(accountId, `air ${what}`, person);
  await office.do(submitResponse, { activityId: idOf('survey'), answers: answersOf(person) }, voice('response'));
  await office.do(castRanking, { activityId: idOf('ranked-vote'), options: rankingOf(person) }, voice('ranking'));
  const talk = { ...consultation, activities: consultation.activities.filter(({ method }) => method === 'deliberation') };
  await castVotes(office, talk, statements, accountId, person, { known: airTalk.statements, current });
}

/** Some people write to the draft, others support what they wrote, and the office answers and writes a second version. */
export async function discussTheDraft(office: ApiClient, { activities }: ConsultationView, people: readonly string[]): Promise<void> {
  const activityId = activities.find(({ method }) => method === 'document')!.id;
  const written: Accepted[] = [];
  for (const [index, { answer, supporters, ...said }] of airAnnotations.entries()) {
    const voice = (what: string, person: number) => voiceOf(people[person]!, `air annotation ${index} ${what}`, person);
    const accepted = await office.do(submitStatement, { activityId, ...said }, voice('words', index));
    written.push(accepted);
    const { id: statementId } = accepted;
    await office.do(acceptStatement, { statementId }).catch(unless('ALREADY_DONE'));
    for (let person = airAnnotations.length; person < airAnnotations.length + supporters; person++)
      await office.do(castStatementVote, { activityId, statementId, choice: 'agree' }, voice('support', person));
    if (!answer) continue;
    const key = { idempotencyKey: `demo air answer ${statementId}`, version: 0 };
    await office.do(publishOfficialAnswer, { activityId, about: 'statement', aboutId: statementId, ...answer }, key);
  }
  await writeSecondDraft(office, activityId, written);
}

async function writeSecondDraft(office: ApiClient, activityId: string, written: readonly Accepted[]): Promise<void> {
  const { position: after } = written.at(-1)!;
  const { version, position } = await office.as({ after }).ask(showDocument, { activityId });
  // What comes after the first is there already where the seeding was interrupted.
  if (version > 1) return;
  const { reason, changes, follows } = airSecondDraft;
  const document = changes.reduce<string>((text, [before, now]) => text.replace(before, now), airDraft.text);
  const command = { activityId, document, reason, follows: follows.map((index) => written[index]!.id) };
  await office.do(reviseDocument, command, { idempotencyKey: `demo air version ${activityId}`, version: position });
}

function answersOf(person: number) {
  let left = chance(`air answers ${person}`) * 100;
  return (airAnswers.find(({ often }) => (left -= often) < 0) ?? airAnswers[0]).answers;
}

/** The options by a weight of their own and a lot; three of four people rank them all. */
function rankingOf(person: number): string[] {
  const weights = [0.5, 0.55, 0.42, 0.2, 0.3];
  const liked = weights.map((weight, index) => ({ id: String(index + 1), liking: weight + chance(`air ranking ${person} ${index}`) }));
  const ranked = liked.sort((a, b) => b.liking - a.liking).map(({ id }) => id);
  return chance(`air ranked ${person}`) < 0.75 ? ranked : ranked.slice(0, 2);
}

/** Says in the other languages what the office says. */
export async function translateCleanAir(office: ApiClient, consultationId: string): Promise<void> {
  let after: number | undefined;
  for (const [language, texts] of Object.entries(airInOtherLanguages) as ['fr' | 'ar', Readonly<Record<string, string>>][]) {
    const { translationsVersion: version } = await office.as({ after }).ask(showConsultation, { consultationId });
    const translated = Object.entries(texts).map(([of, text]) => ({ of, text }));
    const options = { idempotencyKey: `demo air ${language} ${consultationId}`, version };
    after = (await office.do(translateConsultation, { consultationId, language, texts: translated }, options)).position;
  }
}
