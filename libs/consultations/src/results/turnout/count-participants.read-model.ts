import type { EntityManager } from 'typeorm';
import { isVerified, type Recorded } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import type { CastEvent } from '../../methods/methods.contract';
import { countAttendance, type MovedBallots } from './count-attendance.read-model';

interface SeenNow {
  readonly activity_id: string;
  readonly consultation_id: string;
  readonly voter: string;
  readonly first_day: string;
  verified: boolean;
}

/**
 * Counts the people of a batch, each once per activity, on the day of their first vote in log order and under the assurance of their last
 * one. A person whose assurance changed moves from one column of that day to the other.
 */
export async function countParticipants(ballots: readonly Recorded<CastEvent>[], rows: EntityManager): Promise<void> {
  if (ballots.length === 0) return;
  const people = new Map<string, SeenNow>();
  for (const ballot of ballots) {
    const { activityId, consultationId, voter, assurance } = ballot.data;
    const verified = isVerified(assurance);
    const person = people.get(activityId + voter);
    if (person) person.verified = verified;
    else
      people.set(activityId + voter, {
        activity_id: activityId,
        consultation_id: consultationId,
        voter,
        first_day: dayOf(ballot),
        verified,
      });
  }
  const came: MovedBallots[] = await rows.query(countParticipantsStatement, [JSON.stringify([...people.values()])]);
  await countAttendance(came, rows);
}

function dayOf(ballot: Recorded): string {
  return timeOf(ballot).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** Returns the people who cast something in an activity for the first time, with the number of those activities. */
const countParticipantsStatement = `
  WITH seen_now AS (
    SELECT * FROM json_to_recordset($1)
      AS person (activity_id uuid, consultation_id uuid, voter text, first_day text, verified boolean)
  ), known AS (
    SELECT person.* FROM participant person JOIN seen_now USING (activity_id, voter)
  ), recorded AS (
    INSERT INTO participant AS person (activity_id, voter, first_day, verified)
    SELECT activity_id, voter, first_day, verified FROM seen_now
    ON CONFLICT (activity_id, voter) DO UPDATE SET verified = excluded.verified WHERE person.verified <> excluded.verified
  ), change AS (
    SELECT activity_id, coalesce(known.first_day, seen_now.first_day) AS day, seen_now.verified, 1 AS n
    FROM seen_now LEFT JOIN known USING (activity_id, voter)
    UNION ALL
    SELECT activity_id, first_day, verified, -1 FROM known
  ), counted AS (
    INSERT INTO participation_day AS counted (activity_id, day, verified, unverified)
    SELECT activity_id, day, sum(n * verified::int), sum(n * (NOT verified)::int) FROM change GROUP BY activity_id, day
    ON CONFLICT (activity_id, day) DO UPDATE SET
      verified = counted.verified + excluded.verified,
      unverified = counted.unverified + excluded.unverified
  )
  SELECT consultation_id, voter, count(*)::int AS n FROM seen_now LEFT JOIN known USING (activity_id, voter)
  WHERE known.first_day IS NULL GROUP BY consultation_id, voter`;
