import { assuranceLevels } from '@isegoria/kernel';

/** Counts by level as rows hold them: an array in the order of the levels. */
export type LevelCounts = readonly number[];

/** In SQL, the sum of `n` over the rows of each level; `assurance` is the rank of a row's level. */
export function sumByLevel(n: string): string {
  return `ARRAY[${assuranceLevels.map((_, rank) => `coalesce(sum(${n}) FILTER (WHERE assurance = ${rank}), 0)::int`).join(', ')}]`;
}

/** In SQL, counts to which others are added level by level. */
export function addedByLevel(kept: string, more: string): string {
  return `ARRAY(SELECT before + change FROM unnest(${kept}, ${more}) WITH ORDINALITY AS level (before, change, rank) ORDER BY rank)`;
}

/** In SQL, counts with `n` more at one level. @param rank the level */
export function movedAtLevel(kept: string, rank: string, n: string): string {
  return `(${kept})[:${rank}] || ((${kept})[${rank} + 1] + ${n}) || (${kept})[${rank} + 2:]`;
}

/** In SQL, how many are counted at a level and above. @param rank that level */
export function countedFrom(counts: string, rank: string): string {
  return `(SELECT coalesce(sum(n), 0)::int FROM unnest((${counts})[${rank} + 1:]) AS n)`;
}

/** In SQL, the rank of the highest level with a count; null if there is none. */
export function highestLevel(counts: string): string {
  return `(SELECT max(rank) - 1 FROM unnest(${counts}) WITH ORDINALITY AS level (n, rank) WHERE n > 0)`;
}

/** In SQL, the name of a level. @param rank of the level */
export function nameOfLevel(rank: string): string {
  return `(ARRAY[${assuranceLevels.map((level) => `'${level}'`).join(', ')}])[${rank} + 1]`;
}
