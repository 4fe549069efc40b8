import { own, visibleQuestions } from '../questionnaire/conditions.pure';
import {
  isAnswered,
  questionsOf,
  type Answer,
  type Answers,
  type ChosenOrWritten,
  type Condition,
  type Question,
  type Questionnaire,
} from '../questionnaire/questionnaire.pure';
import { answersInFields, type Fields, type Readable } from './said.pure';

type Asked = Readable & Pick<Question, 'when'>;

/** All that a browser needs to know to tell which questions of a page are asked. */
export interface PageConditions {
  /** In their order: those of the page, and every earlier one on which it depends, however indirectly. */
  readonly questions: readonly Asked[];
  /** Which of them are on the page. */
  readonly here: readonly string[];
  /** The answers to the others; of words that somebody wrote, only that there are some. */
  readonly answers: Answers;
}

/** Undefined where nothing on the page depends on another answer on it. @param at the number of the page, from 0 */
export function pageConditions(questionnaire: Questionnaire, at: number, answers: Answers): PageConditions | undefined {
  const { questions } = questionnaire.sections[at]!;
  const all = questionsOf(questionnaire);
  const needed = new Set(questions.map(({ id }) => id));
  // Conditions look back only.
  for (const { id, when } of all.toReversed()) if (needed.has(id) && when) for (const before of namedIn(when)) needed.add(before);
  const here = questions.map(({ id }) => id);
  const isOnPage = new Set(here);
  if (!questions.some(({ when }) => when && reaches(when, isOnPage, all))) return undefined;
  const asked = all.filter(({ id }) => needed.has(id));
  const elsewhere = asked.filter(({ id, kind }) => !isOnPage.has(id) || kind === 'file');
  const kept = elsewhere.flatMap((question): [string, Answer][] => {
    const answer = own(answers, question.id);
    return answer !== undefined && isAnswered(question, answer) ? [[question.id, withoutWords(question, answer)]] : [];
  });
  return { questions: asked.map(slim), here, answers: Object.fromEntries(kept) };
}

/** The ids of the questions on the page that are asked of somebody who answers this. */
export function askedOnPage({ questions, here, answers }: PageConditions, fields: Fields): ReadonlySet<string> {
  const read = questions.filter(({ id, kind }) => here.includes(id) && kind !== 'file');
  const said = { ...answers, ...answersInFields(read, fields) };
  const asked = visibleQuestions({ sections: [{ questions: questions as readonly Question[] }] }, said);
  return new Set(asked.map(({ id }) => id).filter((id) => here.includes(id)));
}

function namedIn({ question, all = [], any = [], not }: Condition): string[] {
  return [...(question === undefined ? [] : [question]), ...[...all, ...any, ...(not ? [not] : [])].flatMap(namedIn)];
}

/** Whether a condition depends on a question of the page, also by way of others. */
function reaches(when: Condition, page: ReadonlySet<string>, all: readonly Question[]): boolean {
  return namedIn(when).some((id) => {
    const before = all.find((question) => question.id === id);
    return page.has(id) || (before?.when !== undefined && reaches(before.when, page, all));
  });
}

const slim = ({ id, kind, hasOther, options, rows, when }: Question): Asked => ({
  ...{ id, kind, hasOther, when },
  ...(options && { options: options.map((option) => ({ id: option.id })) }),
  ...(rows && { rows: rows.map((row) => ({ id: row.id })) }),
});

/** Only whether somebody wrote something matters to conditions. */
function withoutWords({ kind }: Question, answer: Answer): Answer {
  if (kind === 'short-text' || kind === 'long-text' || (kind === 'number' && typeof answer === 'string')) return '…';
  if (kind === 'place') return { text: '…' };
  if (kind === 'file') return { file: '…' };
  const isChoice = kind === 'single' || kind === 'multiple';
  const { other } = answer as Partial<ChosenOrWritten>;
  return isChoice && other !== undefined && other.trim() !== '' ? ({ ...(answer as ChosenOrWritten), other: '…' } as Answer) : answer;
}
