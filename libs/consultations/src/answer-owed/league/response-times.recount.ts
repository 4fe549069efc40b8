import { OneOf, type MustBe } from '@isegoria/audit-kit';
import type { AnswerState } from '../answer-owed.contract';
import type { ResponseTimes, UnitResponseTimes } from './response-times.contract';

/** What the log says of one published consultation at a moment; times in milliseconds since 1970. */
export interface OwedInLog {
  readonly unit: string;
  readonly state: AnswerState;
  readonly isPromised: boolean;
  readonly due: number | undefined;
  readonly end: number;
  readonly answered: number | undefined;
  readonly milestonesLate: number;
}

/** The league of units, counted anew. */
export function leagueOf(all: readonly OwedInLog[]): ResponseTimes {
  const units = [...new Set(all.map(({ unit }) => unit))].sort();
  return {
    units: units.map((unit) =>
      recounted(
        unit,
        all.filter((one) => one.unit === unit),
      ),
    ),
  };
}

function recounted(unit: string, own: readonly OwedInLog[]): UnitResponseTimes {
  let [open, due, overdue, answered, answeredLate, milestonesLate] = [0, 0, 0, 0, 0, 0];
  const took: number[] = [];
  for (const one of own) {
    milestonesLate += one.milestonesLate;
    if (one.answered !== undefined) {
      answered += 1;
      took.push(one.answered - one.end);
      if (one.due !== undefined && one.answered > one.due) answeredLate += 1;
    } else if (one.state === 'open') open += one.isPromised ? 1 : 0;
    else if (one.state === 'due') due += 1;
    else if (one.state === 'overdue') overdue += 1;
  }
  return { unit, open, due, overdue, answered, answeredLate, milestonesLate, medianDays: medianInDays(took) };
}

function medianInDays(took: number[]): number | null {
  if (took.length === 0) return null;
  const sorted = took.sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.ceil((sorted.length - 1) / 2)]!];
  return Math.round(((low / 86_400_000 + high / 86_400_000) / 2) * 10) / 10;
}

/** What each figure may be where the answer was given between two moments, at each of which the league has the same units. */
export function eachAtSomeMoment(leagues: readonly ResponseTimes[]): MustBe<ResponseTimes> {
  const units = leagues[0]!.units.map((unit, index) => {
    const names = Object.keys(unit) as (keyof UnitResponseTimes)[];
    return Object.fromEntries(names.map((name) => [name, new OneOf(leagues.map(({ units: own }) => own[index]![name]))]));
  });
  return { units } as unknown as MustBe<ResponseTimes>;
}
