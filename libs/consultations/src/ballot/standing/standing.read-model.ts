import { isBelowCounted, nameOfLevel } from '../../results/assurance/levels-in-rows.read-model';
import { standings, type Standing } from './standing.contract';

/** SQL of what may be true of something that was cast in time; what is not named is not true of it. */
export type TrueOfIt = Partial<Record<Exclude<Standing, 'late' | 'counted'>, string>>;

/** SQL: how something that was cast in time stands, in pages and tables alike. */
export function standingIn(is: TrueOfIt): string {
  const conditions: Partial<Record<Standing, string>> = is;
  const cases = standings.flatMap((one) => (conditions[one] === undefined ? [] : [`WHEN ${conditions[one]} THEN '${one}'`]));
  return cases.length === 0 ? `'counted'` : `CASE ${cases.join(' ')} ELSE 'counted' END`;
}

/**
 * SQL: the same of what a person cast, beside the person's `participant`.
 * @param level the rank at which it counts @param activity the id of its activity @param others what is true of it in some methods only
 */
export function standingOfCast(level: string, activity: string, others: TrueOfIt = {}): string {
  return standingIn({ excluded: 'participant.excluded_reason IS NOT NULL', belowLevel: isBelowCounted(level, activity), ...others });
}

/** SQL: the columns of a table about it, in the activity $1. @param vote the name of its row */
export function standingColumns(vote: string, others?: TrueOfIt): string {
  const level = `${vote}.assurance`;
  return `${nameOfLevel(level)} AS assurance, ${standingOfCast(level, '$1', others)} AS status, excluded_reason`;
}
