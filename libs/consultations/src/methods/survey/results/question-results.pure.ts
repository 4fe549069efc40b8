import { elsewhere, squareInDegrees } from '../place/cells.pure';
import type { Question } from '../questionnaire/questionnaire.pure';

/** Up to so many different numbers or days are shown each for itself. */
const mostValues = 20;
const bins = 10;

/** What people can choose in a question, in its order: as it is counted, without the id of the question. */
export function offeredChoices({ kind, options = [], rows = [], hasOther, scale }: Question): readonly string[] {
  const ids = options.map(({ id }) => id);
  switch (kind) {
    case 'single':
    case 'multiple':
      return hasOther ? [...ids, 'other'] : ids;
    case 'matrix':
      return rows.flatMap((row) => ids.map((id) => `${row.id}:${id}`));
    case 'ranking':
      return ids.flatMap((id) => ids.map((_, place) => `${place + 1}:${id}`));
    case 'scale':
      return Array.from({ length: scale ? scale.to - scale.from + 1 : 0 }, (_, step) => String(scale!.from + step));
    default:
      return [];
  }
}

/** What a choice is called in the questionnaire; null for what people wrote themselves and for places elsewhere. */
export function textOfChoice({ kind, options = [], rows = [], scale }: Question, choice: string): string | null {
  const optionText = (id: string) => options.find((option) => option.id === id)?.text ?? id;
  const [first = '', second = ''] = choice.split(':');
  if (kind === 'single' || kind === 'multiple') return choice === 'other' ? null : optionText(choice);
  if (kind === 'matrix') return `${rows.find(({ id }) => id === first)?.text ?? first}: ${optionText(second)}`;
  if (kind === 'ranking') return `${first}. ${optionText(second)}`;
  if (kind === 'place') return choice === elsewhere ? null : squareInDegrees(choice);
  return scale?.steps?.[Number(choice) - scale.from] ?? choice;
}

/** Several values that are counted together. */
export interface Bin {
  readonly name: string;
  readonly values: readonly string[];
}

/** Numbers that were answered, in their order: each for itself where they are few, else in ten parts of the same width. */
export function numbersInBins(values: readonly string[]): readonly Bin[] {
  const inOrder = [...values].sort((a, b) => Number(a) - Number(b));
  if (inOrder.length <= mostValues) return inOrder.map((value) => ({ name: value, values: [value] }));
  const [least, greatest] = [Number(inOrder[0]), Number(inOrder.at(-1))];
  const width = (greatest - least) / bins;
  const binOf = (value: string) => Math.min(bins - 1, Math.floor((Number(value) - least) / width));
  return namedByEnds(Array.from({ length: bins }, (_, bin) => inOrder.filter((value) => binOf(value) === bin)));
}

/** Days that were answered: each for itself where they are few, else by month, else by year. */
export function daysInBins(values: readonly string[]): readonly Bin[] {
  const inOrder = [...values].sort();
  const by = (length: number) => [...new Set(inOrder.map((day) => day.slice(0, length)))];
  const length = [10, 7, 4].find((one) => by(one).length <= mostValues) ?? 4;
  return by(length).map((name) => ({ name, values: inOrder.filter((day) => day.startsWith(name)) }));
}

function namedByEnds(parts: readonly (readonly string[])[]): readonly Bin[] {
  return parts.filter((values) => values.length > 0).map((values) => ({ name: `${values[0]}..${values.at(-1)}`, values }));
}
