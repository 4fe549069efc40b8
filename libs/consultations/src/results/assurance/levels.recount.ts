import { assuranceLevels } from '@isegoria/kernel';
import type { ByAssurance } from './by-assurance.contract';

/** Counts by level, those above 0: `3 email, 1 anonymous`. */
export function levelsInWords(counts: ByAssurance<number>): string {
  const some = assuranceLevels.filter((level) => counts[level] > 0).reverse();
  return some.length === 0 ? 'nobody' : some.map((level) => `${counts[level]} ${level}`).join(', ');
}
