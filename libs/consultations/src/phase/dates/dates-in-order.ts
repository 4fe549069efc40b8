import { Rejection, limits } from '@isegoria/kernel';
import type { PhaseDates } from '../phase.contract';

/**
 * The moments at which phases open and close: a phase closes after it opens and after now, and opens no earlier than the one before closes.
 * @param count how many phases there are
 * @throws Rejection VALIDATION_FAILED or DATES_IN_WRONG_ORDER, naming the field
 */
export function datesInOrder(
  count: number,
  dates: readonly PhaseDates[],
  now: Date,
): { readonly opensAt: Date; readonly closesAt: Date }[] {
  if (dates.length !== count) throw wrongNumber(dates.length < count ? 'arrayMinSize' : 'arrayMaxSize', count);
  const dated = dates.map((each, index) => ({
    opensAt: instantOf(`phases[${index}].opensAt`, each.opensAt, now),
    closesAt: instantOf(`phases[${index}].closesAt`, each.closesAt, now),
  }));
  for (const [index, { opensAt, closesAt }] of dated.entries()) {
    if (index > 0 && opensAt < dated[index - 1]!.closesAt) throw wrongOrder(`phases[${index}].opensAt`);
    if (closesAt <= opensAt || closesAt <= now) throw wrongOrder(`phases[${index}].closesAt`);
  }
  return dated;
}

function wrongNumber(constraint: string, limit: number): Rejection {
  return new Rejection('VALIDATION_FAILED', { field: 'phases', params: { constraint, limit } });
}

export function wrongOrder(field: string): Rejection {
  return new Rejection('DATES_IN_WRONG_ORDER', { field });
}

/**
 * An ISO 8601 date and time; UTC if it names no offset. Years have four digits, so that every reader of the log can represent them, and
 * nobody means a year such as 9999.
 * @throws Rejection VALIDATION_FAILED
 */
export function instantOf(field: string, text: string, now: Date): Date {
  const namesOffset = !text.includes('T') || /(Z|[+-]\d\d(:?\d\d)?)$/i.test(text);
  const instant = new Date(namesOffset ? text : `${text}Z`);
  const year = instant.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new Rejection('VALIDATION_FAILED', { field, params: { constraint: 'isIso8601' } });
  const limit = limits.yearsAhead;
  if (year > now.getUTCFullYear() + limit) throw new Rejection('VALIDATION_FAILED', { field, params: { constraint: 'isNear', limit } });
  return instant;
}
