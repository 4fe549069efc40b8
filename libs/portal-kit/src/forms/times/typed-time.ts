import { Temporal } from 'temporal-polyfill';

/** As browsers send the field: a day and a time of no zone. */
const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/**
 * The moment that somebody typed as a time of a zone, RFC 3339 in UTC. Of an hour that comes twice, when clocks go back, the first one is
 * given; a time that is skipped, when they go forward, counts as if they had not (RFC 5545, section 3.3.5): forms ask about both, see
 * `timeIn`. What is no time is given back as it was typed, for the API to refuse.
 * @param timeZone an IANA name
 * @param was what the field stood for: if it was left unchanged, it stays as exact as it was. What the field says exactly is written as
 * what is typed, whether it stood so or not: a form that is sent again says the same
 */
export function typedTime(typed: string, timeZone: string, was: string | null = null): string {
  const said = momentOf(typed, timeZone)?.toString() ?? typed;
  return was !== null && typed === timeForField(was, timeZone) ? asExactAs(was, said) : said;
}

/** What a field said of a moment, or what it stood for if that has seconds which it does not show. */
export const asExactAs = (was: string, said: string): string => (Date.parse(was) === Date.parse(said) ? said : was);

/** A moment as the field shows it, in a zone; empty if there is none. */
export function timeForField(time: string | null, timeZone: string): string {
  if (time === null) return '';
  return Temporal.Instant.from(time)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

/** Whether a day ends at a moment: the next one begins then, at midnight or later where clocks skip it. */
export function endsDay(time: string, timeZone: string): boolean {
  const moment = Temporal.Instant.from(time).toZonedDateTimeISO(timeZone);
  return moment.equals(moment.startOfDay());
}

/** The last minute of what lasts until a moment, as the field shows it. */
export const lastMinuteForField = (time: string, timeZone: string): string =>
  timeForField(Temporal.Instant.from(time).subtract({ milliseconds: 1 }).toString(), timeZone);

/** The moment at which a day ends that somebody typed, with a time or without: the first one of the next. What is no day is given back. */
export function dayAfterTyped(typed: string, timeZone: string): string {
  const end = endOfTypedDay(typed.slice(0, 10), timeZone);
  return end === typed.slice(0, 10) ? typed : Temporal.Instant.from(end).add({ milliseconds: 1 }).toString();
}

/** The last moment of a day that somebody typed, in a zone; what is no day is given back as it was typed, for the API to refuse. */
export function endOfTypedDay(typed: string, timeZone: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed)) return typed;
  try {
    const next = Temporal.PlainDate.from(typed, { overflow: 'reject' }).add({ days: 1 });
    return next.toZonedDateTime(timeZone).toInstant().subtract({ milliseconds: 1 }).toString();
  } catch (error) {
    if (error instanceof RangeError) return typed;
    throw error;
  }
}

/** The day of a moment as the field shows it, in a zone; empty if there is none. */
export const dayForField = (time: string | null | undefined, timeZone: string): string => timeForField(time ?? null, timeZone).slice(0, 10);

/** What is unusual about a typed time: clocks skip it, or show it twice. */
export interface Oddity {
  readonly kind: 'skipped' | 'twice';
  /** The nearest times that there are, before and after, or the two moments that are meant by the one time. RFC 3339. */
  readonly moments: readonly [earlier: string, later: string];
}

export function oddityOf(typed: string, timeZone: string): Oddity | undefined {
  const moment = momentOf(typed, timeZone);
  if (!moment) return undefined;
  const plain = Temporal.PlainDateTime.from(typed);
  if (!moment.toZonedDateTimeISO(timeZone).toPlainDateTime().equals(plain)) {
    const after = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).getTimeZoneTransition('next')!.toInstant();
    return { kind: 'skipped', moments: [after.subtract({ minutes: 1 }).toString(), after.toString()] };
  }
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' }).toInstant();
  return later.equals(moment) ? undefined : { kind: 'twice', moments: [moment.toString(), later.toString()] };
}

function momentOf(typed: string, timeZone: string): Temporal.Instant | undefined {
  if (!local.test(typed)) return undefined;
  try {
    return Temporal.PlainDateTime.from(typed, { overflow: 'reject' })
      .toZonedDateTime(timeZone, { disambiguation: 'compatible' })
      .toInstant();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
