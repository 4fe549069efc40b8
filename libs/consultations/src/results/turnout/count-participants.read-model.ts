import type { EntityManager } from 'typeorm';
import { rankOf, type Recorded } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import type { CastEvent } from '../../methods/methods.contract';
import { countAttendance, type MovedBallots } from './count-attendance.read-model';
import { addedByLevel, sumByLevel } from '../assurance/levels-in-rows.read-model';

interface SeenNow {
  readonly activity_id: string;
  readonly consultation_id: string;
  readonly voter: string;
  readonly first_day: string;
  assurance: number;
  unconfirmed_votes: number;
}

/**
 * Counts the people of a batch, each once per activity, on the day of their first vote in log order and under the assurance of their last
 * one. A person whose assurance changed moves from one level of that day to the other.
 */
export async function countParticipants(ballots: readonly Recorded<CastEvent>[], rows: EntityManager): Promise<void> {
  if (ballots.length === 0) return;
  const people = new Map<string, SeenNow>();
  for (const ballot of ballots) {
    const { activityId, consultationId, voter } = ballot.data;
    const assurance = rankOf(ballot.data.assurance);
    const person = people.get(activityId + voter);
    const unconfirmed = Number(assurance === 0);
    if (person) Object.assign(person, { assurance, unconfirmed_votes: person.unconfirmed_votes + unconfirmed });
    else
      people.set(activityId + voter, {
        activity_id: activityId,
        consultation_id: consultationId,
        voter,
        first_day: dayOf(ballot),
        assurance,
        unconfirmed_votes: unconfirmed,
      });
  }
  const moved: MovedBallots[] = await rows.query(countParticipantsStatement, [JSON.stringify([...people.values()])]);
  await countAttendance(moved, rows);
}

function dayOf(ballot: Recorded): string {
  return timeOf(ballot).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** Returns how many activities each person cast something in for the first time, and where a level replaced another. */
const countParticipantsStatement = `
  WITH seen_now AS (
    SELECT * FROM json_to_recordset($1)
      AS person (activity_id uuid, consultation_id uuid, voter text, first_day text, assurance smallint, unconfirmed_votes int)
  ), known AS (
    SELECT person.* FROM participant person JOIN seen_now USING (activity_id, voter)
  ), recorded AS (
    INSERT INTO participant AS person (activity_id, voter, first_day, assurance, unconfirmed_votes)
    SELECT activity_id, voter, first_day, assurance, unconfirmed_votes FROM seen_now
    ON CONFLICT (activity_id, voter) DO UPDATE SET assurance = excluded.assurance,
      unconfirmed_votes = person.unconfirmed_votes + excluded.unconfirmed_votes
    WHERE person.assurance <> excluded.assurance OR excluded.unconfirmed_votes > 0
  ), change AS (
    SELECT activity_id, consultation_id, voter, coalesce(known.first_day, seen_now.first_day) AS day, seen_now.assurance, 1 AS n
    FROM seen_now LEFT JOIN known USING (activity_id, voter) WHERE known.assurance IS DISTINCT FROM seen_now.assurance
    UNION ALL
    SELECT activity_id, consultation_id, voter, known.first_day, known.assurance, -1
    FROM known JOIN seen_now USING (activity_id, voter) WHERE known.assurance <> seen_now.assurance
  ), counted AS (
    INSERT INTO participation_day AS counted (activity_id, day, people)
    SELECT activity_id, day, ${sumByLevel('n')} FROM change GROUP BY activity_id, day
    ON CONFLICT (activity_id, day) DO UPDATE SET people = ${addedByLevel('counted.people', 'excluded.people')}
  )
  SELECT consultation_id, voter, assurance, sum(n)::int AS n FROM change GROUP BY consultation_id, voter, assurance`;
