import type { Place } from '../questionnaire/questionnaire.pure';

/**
 * Where a place is, as it is counted: the south-western corner of a cell of a hundredth of a degree (a kilometre or so), by `50.84,4.35`;
 * undefined of a place in words alone. Which house it is, is sealed with the words.
 */
export function cellOf({ latitude, longitude }: Partial<Place>): string | undefined {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  return [latitude, longitude].map((degrees) => inDegrees(hundredthsIn(degrees), 2)).join(',');
}

/** 4.35 * 100 is less than 435 in a computer, and 435 / 100 is 4.35: a quotient is rounded once, as what was typed is. */
function hundredthsIn(degrees: number): number {
  const nearest = Math.round(degrees * 100);
  return nearest / 100 > degrees ? nearest - 1 : nearest;
}

/** @param of how many parts a degree has, as digits behind the point */
function inDegrees(parts: number, of: 1 | 2): string {
  // Minus zero is zero.
  return ((parts || 0) / 10 ** of).toFixed(of);
}

/** The cell of a tenth of a degree that a cell is in, by `50.8,4.3`. */
export function aroundCell(cell: string): string {
  return cell
    .split(',')
    .map((corner) => inDegrees(Math.floor(Math.round(Number(corner) * 100) / 10), 1))
    .join(',');
}

/** All other cells together. */
export const elsewhere = 'elsewhere';
/** Up to so many cells of each size are shown. */
export const mostCells = 100;

export interface CellsTogether {
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * Which cells are shown as one, those of most people first: each in which there are enough, then larger ones of what is left, and the rest
 * as one. So no figure with a place is of fewer people than that.
 */
export function cellsTogether(cells: readonly string[], people: (cell: string) => number, least: number): readonly CellsTogether[] {
  const sum = (values: readonly string[]) => values.reduce((all, cell) => all + people(cell), 0);
  const enough = (groups: readonly CellsTogether[]) =>
    groups
      .map((group) => ({ group, votes: sum(group.values) }))
      .filter(({ votes }) => votes >= least)
      .sort((one, other) => other.votes - one.votes || (one.group.name < other.group.name ? -1 : 1))
      .slice(0, mostCells)
      .map(({ group }) => group);
  const without = (shown: readonly CellsTogether[], all: readonly string[]) => {
    const known = new Set(shown.flatMap(({ values }) => values));
    return all.filter((cell) => !known.has(cell));
  };
  const small = enough(cells.map((cell) => ({ name: cell, values: [cell] })));
  const left = without(small, cells);
  const around = new Map<string, string[]>();
  for (const cell of left) around.set(aroundCell(cell), [...(around.get(aroundCell(cell)) ?? []), cell]);
  const large = enough([...around].map(([name, values]) => ({ name, values })));
  const rest = without(large, left);
  return [...small, ...large, ...(sum(rest) > 0 ? [{ name: elsewhere, values: rest }] : [])];
}

/** The corners and the size of a cell that is shown, in degrees; undefined for all others together. */
export function squareOf(name: string): { readonly south: number; readonly west: number; readonly size: number } | undefined {
  if (name === elsewhere) return undefined;
  const [south, west] = name.split(',') as [string, string];
  return { south: Number(south), west: Number(west), size: /\.\d\d$/.test(south) ? 0.01 : 0.1 };
}

/** From corner to corner, in degrees: `50.84…50.85, 4.35…4.36`. */
export function squareInDegrees(name: string): string {
  const { south, west, size } = squareOf(name)!;
  const digits = size === 0.1 ? 1 : 2;
  return [south, west].map((from) => `${from.toFixed(digits)}…${(from + size).toFixed(digits)}`).join(', ');
}
