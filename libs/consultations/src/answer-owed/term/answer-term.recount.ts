const aDay = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * By when an answer is promised: the first moment at which more than so many days of the calendar have begun since the day of the end,
 * looked for by halves on the calendar of the zone.
 * @param end milliseconds since 1970
 * @param zone an IANA name; null where a day is 24 hours
 */
export function dueInLog(end: number, days: number, zone: string | null): number {
  if (zone === null) return end + days * aDay;
  const day = dayIn(zone, end - 1) + days;
  let [before, after] = [end - 1 + (days - 1) * aDay, end + (days + 2) * aDay];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(zone, middle) > day) after = middle;
    else before = middle;
  }
  return after;
}

/** The day that calendars show at a moment, as a number that grows by one each day. */
function dayIn(zone: string, time: number): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' });
  formats.set(zone, format);
  const { year, month, day } = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(year!, month! - 1, day!) / aDay;
}
