import type { EntityManager } from 'typeorm';
import type { AssuranceLevel } from '@isegoria/kernel';
import { counted } from '../assurance/by-assurance.contract';
import { inWords, type LevelCounts } from '../assurance/levels-in-rows.read-model';
import type { ParticipationDay } from '../results.contract';

/** The people whose first vote was on a day, by level. */
export interface PeopleOfDay {
  readonly day: string;
  readonly people: LevelCounts;
}

/** In the order of the days. */
export function peopleByDay(rows: EntityManager, activityId: string): Promise<PeopleOfDay[]> {
  return rows.query('SELECT day, people FROM participation_day WHERE activity_id = $1 ORDER BY day COLLATE "C"', [activityId]);
}

/**
 * The days on which people cast their first vote in an activity, with everybody who had voted by then.
 * @param countsFrom the level that figures count from
 */
export function participationOf(days: readonly PeopleOfDay[], countsFrom: AssuranceLevel): ParticipationDay[] {
  const upTo: number[] = [];
  return days.map(({ day, people }) => {
    people.forEach((n, rank) => (upTo[rank] = (upTo[rank] ?? 0) + n));
    const byAssurance = inWords(upTo);
    return { day, newParticipants: counted(inWords(people), countsFrom), participants: counted(byAssurance, countsFrom), byAssurance };
  });
}
