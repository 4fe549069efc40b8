import { Temporal } from 'temporal-polyfill';
import { assuranceLevels, rankOf } from '@isegoria/kernel';
import type { VoteFilter } from './analysis.contract';
import { momentOf, quarterAt } from './standing-votes.read-model';

/** Which of the votes that stand are counted, as rows have it. */
export interface Within {
  /** The first quarter of an hour, and the one after the last. */
  readonly from: number;
  readonly until: number;
  /** Of the one level. */
  readonly rank: number | undefined;
  readonly imported: boolean | undefined;
}

/** Beyond all moments of votes, and within what a column can hold. */
const [never, forEver] = [-(2 ** 31), 2 ** 31 - 1];

export function withinOf({ from, to, zone = 'UTC', assurance, channel }: VoteFilter): Within {
  return {
    from: from === undefined ? never : startOf(Temporal.PlainDate.from(from), zone),
    until: to === undefined ? forEver : startOf(Temporal.PlainDate.from(to).add({ days: 1 }), zone),
    rank: assurance === undefined ? undefined : rankOf(assurance),
    imported: channel === undefined ? undefined : channel === 'office',
  };
}

function startOf(day: Temporal.PlainDate, zone: string): number {
  return quarterAt(day.toZonedDateTime({ timeZone: zone }).epochMilliseconds);
}

/** Gives the day of a quarter of an hour in a zone, as an ISO date. */
export function daysIn(zone = 'UTC'): (quarter: number) => string {
  const days = new Map<number, string>();
  return (quarter) => {
    const known = days.get(quarter);
    if (known !== undefined) return known;
    const day = Temporal.Instant.fromEpochMilliseconds(momentOf(quarter)).toZonedDateTimeISO(zone).toPlainDate().toString();
    days.set(quarter, day);
    return day;
  };
}

/** In SQL, whether a row of standing votes is within. All that goes into it are numbers and truth values. */
export function isWithin({ from, until, imported }: Within): string {
  const channel = imported === undefined ? '' : ` AND imported = ${imported}`;
  return `quarter >= ${from} AND quarter < ${until}${channel}`;
}

/** In SQL, the votes of rows by level; of all levels but the one that is asked for, none. @param where of which of these rows */
export function standingByLevel({ rank: only }: Within, where = 'true'): string {
  const sum = (rank: number) =>
    only === undefined || only === rank ? `coalesce(sum(votes[${rank + 1}]) FILTER (WHERE ${where}), 0)::int` : '0';
  return `ARRAY[${assuranceLevels.map((_, rank) => sum(rank)).join(', ')}]`;
}
