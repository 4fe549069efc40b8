/** Days of the calendar in a time zone. */
export interface Days {
  /** How many midnights lie between two moments: 0 on the same day, 1 from today to tomorrow. */
  between(from: number, to: number): number;
  /** "16:05", from 00:00 to 23:59. */
  clock(at: number): string;
  /** Whether a day ends then, and another begins: at midnight, or later where clocks skip it. */
  isEndOfDay(at: number): boolean;
}

const aDay = 86_400_000;

/** @param timeZone an IANA name */
export function daysIn(timeZone: string): Days {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const at = (time: number) => Object.fromEntries(parts.formatToParts(time).map(({ type, value }) => [type, value]));
  const dayOf = (time: number) => {
    const { year, month, day } = at(time);
    return Date.UTC(Number(year), Number(month) - 1, Number(day)) / aDay;
  };
  return {
    between: (from, to) => dayOf(to) - dayOf(from),
    clock(time) {
      const { hour, minute } = at(time);
      return `${hour}:${minute}`;
    },
    isEndOfDay: (time) => dayOf(time) > dayOf(time - 1),
  };
}
