import type { EntityManager } from 'typeorm';
import type { ParticipationDay } from '../results.contract';

/** The days on which people cast their first vote in an activity, with everybody who had voted by then. */
export async function participationOf(rows: EntityManager, activityId: string): Promise<ParticipationDay[]> {
  const days: { day: string; verified: number; unverified: number }[] = await rows.query(
    'SELECT day, verified, unverified FROM participation_day WHERE activity_id = $1 ORDER BY day COLLATE "C"',
    [activityId],
  );
  const upTo = { verified: 0, unverified: 0 };
  return days.map(({ day, verified, unverified }) => {
    upTo.verified += verified;
    upTo.unverified += unverified;
    return { day, newParticipants: verified + unverified, participants: upTo.verified + upTo.unverified, byAssurance: { ...upTo } };
  });
}
