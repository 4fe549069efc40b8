import type { Visit } from '@isegoria/portal-kit';
import { Rejection } from '@isegoria/kernel';
import type { ActivityView } from '../../activity/activity.contract';
import { listStatementResults } from '../../methods/deliberation/statement-results/statement-results.contract';
import { listStatements } from '../../methods/deliberation/statement/statement.contract';
import type { PartSaidTo } from '../../methods/method/method.page';
import { pagesOf } from '../../methods/methods.page';
import { listListedTexts } from '../../methods/survey/written/written-text.contract';
import { listOfficialAnswers, type OfficialAnswerView } from '../official-answer.contract';
import { inPlaceOfWords } from '../../methods/deliberation/said-words/said-words.page';
import { isCorrection, type Listed, type Said } from './group-answer.page';

interface Found {
  readonly said: readonly Said[];
  readonly answers: readonly OfficialAnswerView[];
  readonly next: string | null;
  readonly supporters: ReadonlyMap<string, number>;
}

export interface Place {
  readonly consultationId: string;
  readonly activityId: string;
}

/** What people said that is listed for an answer, with the answers that it has. */
export async function foundIn(visit: Visit, place: Place, listed: Listed, cursor?: string): Promise<Found> {
  const { consultationId, activityId } = place;
  const { paragraph, place: lost, all } = listed;
  if (isCorrection(listed)) {
    const answers = await asGiven(visit, place, listed);
    const { items } = await visit.api.ask(listStatementResults, { activityId, only: answers.map(({ aboutId }) => aboutId).join(',') });
    const results = new Map(items.map((one) => [one.id, one]));
    const said = answers.map(({ aboutId: id }): Said => {
      const result = results.get(id);
      return { id, text: result?.text ?? null, at: null, instead: inPlaceOfWords(result) };
    });
    return { said, answers, next: null, supporters: agreesOf(items) };
  }
  const asked = { activityId, paragraph, place: lost, cursor, ...(all ? {} : { answered: 'no' as const }) };
  const { items: found, next } = await visit.api.ask(listStatements, asked);
  const said = all ? found : found.filter(isReadable);
  const only = said.map(({ id }) => id).join(',');
  if (only === '') return { said, answers: [], next, supporters: new Map() };
  const [{ items }, { items: answers }] = await Promise.all([
    visit.api.ask(listStatementResults, { activityId, only }),
    all ? visit.api.ask(listOfficialAnswers, { consultationId, only }) : { items: [] },
  ]);
  return { said, answers, next, supporters: agreesOf(items) };
}

const agreesOf = (results: readonly { readonly id: string; readonly agrees: number }[]) =>
  new Map(results.map(({ id, agrees }) => [id, agrees]));

const nobody: ReadonlyMap<string, number> = new Map();

/** The same of texts of a survey, by their names. */
export async function textsFound(visit: Visit, place: Place, listed: Listed, cursor?: string): Promise<Found> {
  const { consultationId, activityId } = place;
  const { paragraph: question, words, all } = listed;
  if (isCorrection(listed)) {
    const answers = await asGiven(visit, place, listed);
    const only = answers.map(({ named }) => named).join(',');
    const { items } = await visit.api.ask(listListedTexts, { activityId, only });
    const shown = new Map(items.map((one) => [one.text, saidIn(one)]));
    // What moderators hold back since keeps its answer, which may be corrected.
    const unshown = (id: string): Said => ({ id, text: null, at: null, instead: 'officialAnswers.notShown' });
    const said = answers.map(({ named }) => shown.get(named!) ?? unshown(named!));
    return { said, answers, next: null, supporters: nobody };
  }
  const asked = { activityId, question, words, cursor, ...(all ? {} : { answered: 'no' as const }) };
  const { items, next } = await visit.api.ask(listListedTexts, asked);
  const only = items.flatMap(({ answer }) => (answer ? [answer.aboutId] : [])).join(',');
  const { items: answers } = only === '' ? { items: [] } : await visit.api.ask(listOfficialAnswers, { consultationId, only });
  const said = items.map(saidIn);
  return { said: all ? said : said.filter(isReadable), answers, next, supporters: nobody };
}

/** What was erased is listed with what is answered alone: it waits for nobody. */
const isReadable = ({ text }: Pick<Said, 'text'>) => text !== null;

const saidIn = ({ text, words, question }: { text: string; words: string | null; question: string }): Said => ({
  ...{ id: text, text: words, at: null, part: question },
});

/** @throws Rejection NOT_FOUND */
export async function asGiven(visit: Visit, place: Place, { group, answer: only }: Listed): Promise<readonly OfficialAnswerView[]> {
  const { consultationId, activityId } = place;
  const { items: answers } = await visit.api.ask(listOfficialAnswers, { consultationId, group, only });
  if (answers.length === 0 || answers.some((one) => one.activityId !== activityId)) throw new Rejection('NOT_FOUND');
  return answers;
}

/** The questions of a survey to which somebody wrote what is listed. */
export async function questionsSaidTo({ api }: Visit, activity: ActivityView): Promise<readonly PartSaidTo[]> {
  const questions = pagesOf(activity.method).questions?.(activity) ?? [];
  const parts = questions.map(async ({ id: part, text: words }) => {
    const written = { activityId: activity.id, question: part };
    const [{ count }, { count: open }] = await Promise.all([
      api.ask(listListedTexts, written),
      api.ask(listListedTexts, { ...written, answered: 'no' }),
    ]);
    return count === 0 ? [] : [{ part, number: null, words, open }];
  });
  return (await Promise.all(parts)).flat();
}
