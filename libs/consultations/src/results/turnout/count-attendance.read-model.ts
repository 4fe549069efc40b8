import type { EntityManager } from 'typeorm';
import { assuranceLevels } from '@isegoria/kernel';
import { addedByLevel, highestLevel, sumByLevel } from '../assurance/levels-in-rows.read-model';

/** How many ballots of a person at a level begin to count in the activities of a consultation, or no longer count if `n` is negative. */
export interface MovedBallots {
  readonly consultation_id: string;
  readonly voter: string;
  /** The rank of the level. */
  readonly assurance: number;
  readonly n: number;
}

/**
 * Keeps how many people take part in a consultation, each counted once however many activities it has: a person is added with the first
 * ballot that counts and removed with the last, and counts at the highest level of those that do.
 */
export async function countAttendance(moved: readonly MovedBallots[], rows: EntityManager): Promise<void> {
  if (moved.length > 0) await rows.query(countAttendanceStatement, [JSON.stringify(moved)]);
}

const none = `ARRAY[${assuranceLevels.map(() => 0).join(', ')}]`;

const countAttendanceStatement = `
  WITH moved AS (
    SELECT consultation_id, voter, ${sumByLevel('n')} AS ballots
    FROM json_to_recordset($1) AS person (consultation_id uuid, voter text, assurance int, n int) GROUP BY consultation_id, voter
  ), before AS (
    SELECT consultation_id, voter, moved.ballots AS change, coalesce(person.ballots, ${none}) AS ballots
    FROM moved LEFT JOIN attendant person USING (consultation_id, voter)
  ), recorded AS (
    INSERT INTO attendant AS person (consultation_id, voter, ballots)
    SELECT consultation_id, voter, ballots FROM moved
    ON CONFLICT (consultation_id, voter) DO UPDATE SET ballots = ${addedByLevel('person.ballots', 'excluded.ballots')}
  ), change AS (
    SELECT consultation_id, ${highestLevel(addedByLevel('ballots', 'change'))} AS assurance, 1 AS n FROM before
    UNION ALL
    SELECT consultation_id, ${highestLevel('ballots')}, -1 FROM before
  )
  INSERT INTO attendance AS counted (consultation_id, people)
  SELECT consultation_id, ${sumByLevel('n')} FROM change GROUP BY consultation_id
  ON CONFLICT (consultation_id) DO UPDATE SET people = ${addedByLevel('counted.people', 'excluded.people')}`;
