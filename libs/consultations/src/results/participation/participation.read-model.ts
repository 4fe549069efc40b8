import type { EntityManager } from 'typeorm';
import type { AssuranceLevel } from '@isegoria/kernel';
import { counted } from '../assurance/by-assurance.contract';
import { inWords, type LevelCounts } from '../assurance/levels-in-rows.read-model';
import type { ParticipationDay } from '../results.contract';

/**
 * The days on which people cast their first vote in an activity, with everybody who had voted by then.
 * @param countsFrom the level that figures count from
 */
export async function participationOf(rows: EntityManager, activityId: string, countsFrom: AssuranceLevel): Promise<ParticipationDay[]> {
  const days: { day: string; people: LevelCounts }[] = await rows.query(
    'SELECT day, people FROM participation_day WHERE activity_id = $1 ORDER BY day COLLATE "C"',
    [activityId],
  );
  const upTo: number[] = [];
  return days.map(({ day, people }) => {
    people.forEach((n, rank) => (upTo[rank] = (upTo[rank] ?? 0) + n));
    const byAssurance = inWords(upTo);
    return { day, newParticipants: counted(inWords(people), countsFrom), participants: counted(byAssurance, countsFrom), byAssurance };
  });
}
