import type { EntityManager } from 'typeorm';

/** How many ballots of a person in the activities of a consultation begin to count, or no longer count if `n` is negative. */
export interface MovedBallots {
  readonly consultation_id: string;
  readonly voter: string;
  readonly n: number;
}

/**
 * Keeps how many people take part in a consultation, each counted once however many activities it has: a person is added with the first
 * ballot that counts and removed with the last. Each person is in the list once.
 */
export async function countAttendance(moved: readonly MovedBallots[], rows: EntityManager): Promise<void> {
  if (moved.length > 0) await rows.query(countAttendanceStatement, [JSON.stringify(moved)]);
}

const countAttendanceStatement = `
  WITH moved AS (
    SELECT * FROM json_to_recordset($1) AS person (consultation_id uuid, voter text, n int)
  ), before AS (
    SELECT consultation_id, voter, n, coalesce(ballots, 0) AS ballots FROM moved LEFT JOIN attendant USING (consultation_id, voter)
  ), recorded AS (
    INSERT INTO attendant AS person (consultation_id, voter, ballots)
    SELECT consultation_id, voter, n FROM moved
    ON CONFLICT (consultation_id, voter) DO UPDATE SET ballots = person.ballots + excluded.ballots
  )
  INSERT INTO attendance AS counted (consultation_id, participants)
  SELECT consultation_id, sum((ballots + n > 0)::int - (ballots > 0)::int) FROM before GROUP BY consultation_id
  ON CONFLICT (consultation_id) DO UPDATE SET participants = counted.participants + excluded.participants`;
