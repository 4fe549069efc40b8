import type { Texts } from '@isegoria/texts';
import type { FigureRow } from '../../method/method.page';
import type { OptionResult } from '../options/options.contract';

/** A figure that tells no levels apart, for a file. */
export const figureRow = (of: string, figure: string, counted: number | null): FigureRow => ({ of, figure, counted, byAssurance: null });

/** What is said of a figure in words alone. */
export const wordsRow = (figure: string, words: string): FigureRow => ({ ...figureRow('', figure, null), words });

/** Where a file lists those with the most votes alone, it says of how many. */
export function mostRow(
  figure: string,
  shown: number,
  counts: object,
  says: (values: { shown: number; all: number }) => string,
): FigureRow[] {
  const all = Object.values(counts).reduce((sum: number, count: number) => sum + count, 0);
  return all > shown ? [wordsRow(figure, says({ shown, all }))] : [];
}

/** How many people are for each option, level by level. */
export const optionRows = (options: readonly OptionResult[], figure: string): FigureRow[] =>
  options.map(({ text, votes, byAssurance }) => ({ of: text, figure, counted: votes, byAssurance }));

/** In which order lots were drawn. */
export function lotRows({ t }: Texts, options: readonly OptionResult[], lots: readonly string[]): FigureRow[] {
  const textOf = (id: string) => options.find((option) => option.id === id)?.text ?? id;
  return lots.map((id, index) => figureRow(textOf(id), t('file.lot'), index + 1));
}
