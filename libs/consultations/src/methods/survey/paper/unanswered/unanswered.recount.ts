import type { SentenceOnPage } from '../../../method/method.recount';
import type { Question } from '../../questionnaire/questionnaire.contract';
import type { AskedQuestions } from '../../recount/questions.recount';
import type { AnswersGiven } from '../../response/response.contract';
import type { UnansweredForms } from './unanswered.contract';

type Given = Pick<AnswersGiven['data'], 'answers' | 'unanswered'>;

const reasons = ['blank', 'unreadable', 'invalid'] as const;

/** What is counted of a form beside its answers. */
export const unansweredIn = ({ unanswered = {} }: Pick<Given, 'unanswered'>): string[] =>
  Object.entries(unanswered).map(([id, why]) => `${why} ? ${id}`);

export const hasUnanswered = ({ unanswered = {} }: Pick<Given, 'unanswered'>): boolean => Object.keys(unanswered).length > 0;

/** What answers commit to: with what they leave unanswered, where they do. */
export const committedIn = ({ answers, unanswered }: Given): unknown => (hasUnanswered({ unanswered }) ? [answers, unanswered] : answers);

/** Whether each is a question of the form that it asks and does not answer, or an unfinished table, with a reason that there is. */
export function isRightlyUnanswered(asked: AskedQuestions, { unanswered = {} }: Pick<Given, 'unanswered'>): boolean {
  return Object.entries(unanswered).every(([id, why]) => {
    const question = asked.list().find((one) => one.id === id);
    if (!question || question.kind === 'file' || !(reasons as readonly string[]).includes(why)) return false;
    const answer = asked.answerTo(id);
    const isUnfinished = () => question.kind === 'matrix' && Object.keys(answer as object).length < (question.rows ?? []).length;
    return answer === undefined || isUnfinished();
  });
}

/** Of the forms that count, how many leave a question unanswered. Few are told where whoever subtracts knows them anyway. */
export function recountedUnanswered(question: Question, said: readonly ReadonlySet<string>[], least: number): UnansweredForms {
  const counts = reasons.map((why) => said.filter((choices) => choices.has(`${why} ? ${question.id}`)).length);
  const forms = counts.reduce((sum, n) => sum + n, 0);
  const isTold = (n: number) => n === 0 || n >= least;
  const isKnown = question.when === undefined && question.isRequired && question.kind !== 'matrix';
  const [blank, unreadable, invalid] = counts.every(isTold) ? counts : [null, null, null];
  return { forms: isKnown || isTold(forms) ? forms : null, blank: blank!, unreadable: unreadable!, invalid: invalid! };
}

/** What the page of results must say of them. */
export function saidOfUnanswered(counts: UnansweredForms | undefined, least: number): SentenceOnPage[] {
  if (!counts || counts.forms === 0) return [];
  const { forms, blank, unreadable, invalid } = counts;
  const why: SentenceOnPage =
    blank === null || unreadable === null || invalid === null
      ? { says: 'unanswered.whyFew', values: { least } }
      : { says: 'unanswered.why', values: { blank, unreadable, invalid } };
  return [forms === null ? { says: 'unanswered.few', values: { least } } : { says: 'unanswered.forms', values: { count: forms } }, why];
}
