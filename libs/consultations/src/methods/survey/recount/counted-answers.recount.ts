import type { Question, Questionnaire } from '../questionnaire/questionnaire.contract';
import type { RecordedAnswer, RecordedAnswers } from '../response/response.contract';
import { placesTogether, squareCalled } from '../place/places.recount';
import { AskedQuestions, picked } from './questions.recount';

/** Everything that is counted of a response: a question that is answered, and each thing that is chosen in it, behind a colon. */
export function answersOf(questionnaire: Questionnaire, answers: RecordedAnswers): string[] {
  const asked = new AskedQuestions(questionnaire, answers, false);
  return asked.list().flatMap((question) => {
    const answer = asked.answerTo(question.id);
    return answer === undefined ? [] : [question.id, ...chosen(question, answer).map((value) => `${question.id}:${value}`)];
  });
}

function chosen({ kind }: Question, answer: RecordedAnswer): string[] {
  if (kind === 'single' || kind === 'multiple') return picked(answer);
  if (kind === 'ranking') return picked(answer).map((id, at) => `${at + 1}:${id}`);
  if (kind === 'matrix') return Object.entries(answer).map(([row, id]) => `${row}:${String(id)}`);
  if (kind === 'place') return 'cell' in (answer as object) ? [(answer as { readonly cell: string }).cell] : [];
  return kind === 'scale' || kind === 'number' || kind === 'date' ? [String(answer)] : [];
}

/** What is shown as one, with the values that it counts. */
export interface Part {
  readonly name: string;
  readonly values: readonly string[];
}

/** Of places: how many people are counted in a cell, and how many have to be to show one. */
export interface Enough {
  readonly votes: (value: string) => number;
  readonly least: number;
}

/** The parts of the results of a question. @param answered the values that somebody answered */
export function partsOf(
  { kind, options = [], rows = [], hasOther, scale }: Question,
  answered: readonly string[],
  { votes, least }: Enough = { votes: () => 0, least: 0 },
): Part[] {
  const each = (values: readonly string[]) => values.map((value) => ({ name: value, values: [value] }));
  if (kind === 'single' || kind === 'multiple') return each([...options.map(({ id }) => id), ...(hasOther ? ['other'] : [])]);
  if (kind === 'matrix') return each(rows.flatMap((row) => options.map((option) => `${row.id}:${option.id}`)));
  if (kind === 'ranking') return each(options.flatMap((option) => options.map((_, at) => `${at + 1}:${option.id}`)));
  if (kind === 'scale' && scale) return each(stepsOf(scale.from, scale.to));
  if (kind === 'place') return placesTogether(answered, votes, least);
  if (kind === 'date') return daysTogether(answered);
  return kind === 'number' ? numbersTogether(answered) : [];
}

function stepsOf(from: number, to: number): string[] {
  const steps: string[] = [];
  for (let step = from; step <= to; step++) steps.push(String(step));
  return steps;
}

/** Up to twenty days, months or years. */
function daysTogether(days: readonly string[]): Part[] {
  const grouped = (length: number) => {
    const groups = new Map<string, string[]>();
    for (const day of [...days].sort()) groups.set(day.slice(0, length), [...(groups.get(day.slice(0, length)) ?? []), day]);
    return groups;
  };
  const groups = [10, 7].map(grouped).find(({ size }) => size <= 20) ?? grouped(4);
  return [...groups].map(([name, values]) => ({ name, values }));
}

/** Up to twenty numbers; more of them in ten parts of the same width, named by the first and the last in each. */
function numbersTogether(numbers: readonly string[]): Part[] {
  const sorted = [...numbers].sort((one, other) => Number(one) - Number(other));
  if (sorted.length <= 20) return sorted.map((value) => ({ name: value, values: [value] }));
  const least = Number(sorted[0]);
  const width = (Number(sorted.at(-1)) - least) / 10;
  const parts: string[][] = Array.from({ length: 10 }, () => []);
  for (const value of sorted) parts[Math.min(9, Math.floor((Number(value) - least) / width))]!.push(value);
  return parts.filter((values) => values.length > 0).map((values) => ({ name: `${values[0]}..${values.at(-1)}`, values }));
}

/** The words of the questionnaire for a part of its results; null for words of people's own. */
export function called({ kind, options = [], rows = [], scale }: Question, part: string): string | null {
  const byId = new Map(options.map(({ id, text }) => [id, text]));
  const [before, behind] = part.split(':') as [string, string?];
  switch (kind) {
    case 'single':
    case 'multiple':
      return part === 'other' ? null : byId.get(part)!;
    case 'ranking':
      return `${before}. ${byId.get(behind!)!}`;
    case 'matrix':
      return `${rows.find(({ id }) => id === before)?.text}: ${byId.get(behind!)!}`;
    case 'place':
      return part === 'elsewhere' ? null : squareCalled(part);
    default:
      return scale?.steps ? (scale.steps[Number(part) - scale.from] ?? part) : part;
  }
}
