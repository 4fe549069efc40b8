import { Temporal } from 'temporal-polyfill';

/** A length of time by the calendar: first the months, then the days. */
export interface Term {
  readonly months: number;
  readonly days: number;
}

/**
 * The moment that a term after another one is, at the same time of day in a zone, whatever clocks do between. A month that has no such day
 * gives its last one: 31 August and six months are 28 or 29 February. Of a time that comes twice the first is given, and one that clocks
 * skip counts as if they had not.
 * @param moment RFC 3339
 * @param timeZone an IANA name
 */
export function momentAfter(moment: string, { months, days }: Term, timeZone: string): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).add({ months, days }).toInstant().toString();
}

/** The end of the day on which a term after a moment ends: the first moment of the next day in the zone. */
export function endOfDayAfter(moment: string, { months, days }: Term, timeZone: string): string {
  const day = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().add({ months, days });
  return day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString();
}

/** The term from the day of one moment to the day of a later one; what ends as a day begins, ends with the day before. */
export function termBetween(from: string, to: string, timeZone: string, isEnd = false): Term {
  const dayOf = (time: Temporal.Instant) => time.toZonedDateTimeISO(timeZone).toPlainDate();
  const until = Temporal.Instant.from(to).subtract({ milliseconds: isEnd ? 1 : 0 });
  const [first, last] = [dayOf(Temporal.Instant.from(from)), dayOf(until)];
  // From the last day of August to that of September is a month, whatever days they are.
  const apart = (last.year - first.year) * 12 + last.month - first.month;
  if (first.add({ months: apart }).equals(last)) return { months: apart, days: 0 };
  const { months, days } = first.until(last, { largestUnit: 'month' });
  // Whole months only where counting them again gives the same day: months are of several lengths.
  if (first.add({ months, days }).equals(last)) return { months, days };
  return { months: 0, days: first.until(last, { largestUnit: 'day' }).days };
}
