import type { LevelCounts } from '@isegoria/projection';
import { eachLevel, type ByAssurance } from './by-assurance.contract';

export { addedByLevel, countedFrom, highestLevel, movedAtLevel, nameOfLevel, sumByLevel, type LevelCounts } from '@isegoria/projection';

/** Counts as answers say them; nobody where there is no row. */
export function inWords(counts: LevelCounts | null | undefined): ByAssurance<number> {
  return eachLevel((_, rank) => counts?.[rank] ?? 0);
}
