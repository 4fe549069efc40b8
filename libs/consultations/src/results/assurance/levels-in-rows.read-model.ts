import type { LevelCounts } from '@isegoria/projection';
import { eachLevel, type ByAssurance } from './by-assurance.contract';

export { addedByLevel, countedFrom, highestLevel, movedAtLevel, nameOfLevel, sumByLevel, type LevelCounts } from '@isegoria/projection';

/** SQL: whether something at a level is shown beside the figures, since these count from a higher one. @param activity its id */
export const isBelowCounted = (rank: string, activity: string): string => `${rank} < (SELECT counts_from FROM consultation
  JOIN activity AS own ON own.consultation_id = consultation.id WHERE own.id = ${activity})`;

/** Counts as answers say them; nobody where there is no row. */
export function inWords(counts: LevelCounts | null | undefined): ByAssurance<number> {
  return eachLevel((_, rank) => counts?.[rank] ?? 0);
}
