import { Faults, Rejection, limits, momentIn } from '@isegoria/kernel';
import type { PhaseDates } from '../phase.contract';

/**
 * The moments at which phases open and close: a phase closes after it opens and after now, and opens no earlier than the one before closes.
 * What is to open at a moment that is over opens now: nobody could take part before.
 * @param count how many phases there are
 * @throws Rejection VALIDATION_FAILED or DATES_IN_WRONG_ORDER, naming the field
 */
export function datesInOrder(
  count: number,
  dates: readonly PhaseDates[],
  now: Date,
): { readonly opensAt: Date; readonly closesAt: Date }[] {
  if (dates.length !== count) throw wrongNumber(dates.length < count ? 'arrayMinSize' : 'arrayMaxSize', count);
  const faults = new Faults();
  const dated = dates.map((each, index) => ({
    opensAt: faults.of(() => instantOf(`phases[${index}].opensAt`, each.opensAt, now)),
    closesAt: faults.of(() => instantOf(`phases[${index}].closesAt`, each.closesAt, now)),
  }));
  for (const [index, { opensAt, closesAt }] of dated.entries()) {
    faults.of(() => notBefore(dated[index - 1]?.closesAt, opensAt, `phases[${index}].opensAt`));
    faults.of(() => after([opensAt, now], closesAt, `phases[${index}].closesAt`));
  }
  faults.refuse();
  const known = dated as { opensAt: Date; closesAt: Date }[];
  return known.map(({ opensAt, closesAt }) => ({ opensAt: opensAt < now ? now : opensAt, closesAt }));
}

/** One phase as it is known where its dates are changed. */
export interface DatedNow {
  /** Milliseconds since 1970; null where it has no dates. */
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  readonly hasBegun: boolean;
}

/**
 * Other dates for one of several phases. One that has begun keeps its beginning; another begins in this minute or later, since forms give
 * times to the minute.
 * @throws Rejection VALIDATION_FAILED or DATES_IN_WRONG_ORDER, naming every field at fault
 */
export function otherDates(phases: readonly DatedNow[], index: number, asked: PhaseDates, now: Date): { opensAt: Date; closesAt: Date } {
  const faults = new Faults();
  const opensAt = faults.of(() => instantOf('opensAt', asked.opensAt, now));
  const closesAt = faults.of(() => instantOf('closesAt', asked.closesAt, now));
  const phase = phases[index]!;
  if (opensAt && opensAt.getTime() !== phase.opensAt) {
    const earliest = phase.hasBegun ? Infinity : now.getTime() - (now.getTime() % 60_000);
    if (opensAt.getTime() < earliest) faults.of(() => refuseOrder('opensAt'));
  }
  faults.of(() => notBefore(dateOf(phases[index - 1]?.closesAt), opensAt, 'opensAt'));
  faults.of(() => after([opensAt, now], closesAt, 'closesAt'));
  faults.of(() => notBefore(closesAt, dateOf(phases[index + 1]?.opensAt), 'closesAt'));
  faults.refuse();
  return { opensAt: opensAt!, closesAt: closesAt! };
}

const dateOf = (time: number | null | undefined): Date | undefined => (time == null ? undefined : new Date(time));

/** What is not known cannot be out of order. */
function notBefore(first: Date | undefined, second: Date | undefined, field: string): void {
  if (first && second && second < first) refuseOrder(field);
}

function after(firsts: readonly (Date | undefined)[], second: Date | undefined, field: string): void {
  if (second && firsts.some((first) => first && second <= first)) refuseOrder(field);
}

function refuseOrder(field: string): never {
  throw wrongOrder(field);
}

function wrongNumber(constraint: string, limit: number): Rejection {
  return new Rejection('VALIDATION_FAILED', { field: 'phases', params: { constraint, limit } });
}

export function wrongOrder(field: string): Rejection {
  return new Rejection('DATES_IN_WRONG_ORDER', { field });
}

/**
 * A moment that says its zone, in a year that somebody can mean: not one such as 9999.
 * @throws Rejection VALIDATION_FAILED
 */
export function instantOf(field: string, text: string, now: Date): Date {
  const instant = new Date(momentIn(text));
  if (Number.isNaN(instant.getTime())) throw new Rejection('VALIDATION_FAILED', { field, params: { constraint: 'isMoment' } });
  const limit = limits.yearsAhead;
  if (instant.getUTCFullYear() > now.getUTCFullYear() + limit)
    throw new Rejection('VALIDATION_FAILED', { field, params: { constraint: 'isNear', limit } });
  return instant;
}
