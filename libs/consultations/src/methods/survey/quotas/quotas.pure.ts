import { notCountedMark } from '../../choices/not-counted.pure';
import { questionsOf, type Questionnaire } from '../questionnaire/questionnaire.pure';

/** An answer of which only so many are taken. */
export interface Cell {
  readonly question: string;
  readonly option: string;
  readonly most: number;
}

/** The same as the choice that is counted of it. */
export const cellName = ({ question, option }: Pick<Cell, 'question' | 'option'>): string => `${question}:${option}`;

/** In the order of the questions. */
export function cellsOf(questionnaire: Questionnaire): readonly Cell[] {
  return questionsOf(questionnaire).flatMap(({ id, quotas = [] }) => quotas.map(({ option, most }) => ({ question: id, option, most })));
}

export const hasQuotas = ({ questionnaire }: { readonly questionnaire?: Questionnaire | null }): boolean =>
  questionnaire ? cellsOf(questionnaire).length > 0 : false;

/** Counted once for each response that is beyond a quota. No question has such an id. */
export const wholeBeyond = `${notCountedMark}#`;
