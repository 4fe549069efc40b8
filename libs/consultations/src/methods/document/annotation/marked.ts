import type { Selection } from './place.contract';

interface Run {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text cut up at the borders of what was selected in it; selections may overlap. */
export function marked(text: string, selections: readonly Pick<Selection, 'start' | 'end'>[]): Run[] {
  const characters = Array.from(text);
  const runs: { from: number; isMarked: boolean }[] = [];
  const isMarkedAt = (index: number) => selections.some(({ start, end }) => start <= index && index < end);
  const borders = new Set([0, ...selections.flatMap(({ start, end }) => [start, end])]);
  for (const from of [...borders].filter((border) => border < characters.length).sort((one, other) => one - other)) {
    const isMarked = isMarkedAt(from);
    if (runs.at(-1)?.isMarked !== isMarked) runs.push({ from, isMarked });
  }
  return runs.map(({ from, isMarked }, index) => ({ text: characters.slice(from, runs[index + 1]?.from).join(''), isMarked }));
}
