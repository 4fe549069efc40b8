import { Temporal } from 'temporal-polyfill';

/** A day where a consultation was published before days of a term were those of the calendar, in milliseconds. */
export const dayOfTerm = 86_400_000;

/**
 * By when an answer is promised, in milliseconds since 1970: the end of the last of so many days of the calendar behind the day on which
 * the consultation ended. What ends as a day begins, ends with the day before.
 * @param endsAt RFC 3339; null while there is none
 * @param zone the IANA name of the zone whose days count; without one, a day is 24 hours
 */
export function dueOf(days: number | null, endsAt: string | null, zone: string | null): number | null {
  if (days === null || endsAt === null) return null;
  if (zone === null) return Date.parse(endsAt) + days * dayOfTerm;
  const lastDay = Temporal.Instant.from(endsAt).subtract({ milliseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate();
  return lastDay.add({ days: days + 1 }).toZonedDateTime(zone).epochMilliseconds;
}
