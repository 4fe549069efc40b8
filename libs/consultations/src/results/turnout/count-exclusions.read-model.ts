import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { BallotExcluded, BallotReinstated } from '../../ballot-exclusion/ballot-exclusion.contract';
import { methodOfActivity, type ReadMethod } from '../../methods/method/method.read-model';
import { keepMovedBallot } from '../as-of/count-moves.read-model';
import { countAttendance } from './count-attendance.read-model';
import { leaveOutWriter } from './count-writers.read-model';
import { movedAtLevel } from '../assurance/levels-in-rows.read-model';

/**
 * Takes everything that one person cast in an activity out of every count, or puts it back. The votes stay in their rows; only the sums
 * move, by what the person's rows say. Once excluded, a ballot is not changed until it is put back, so the rows are those that were
 * counted.
 * @returns whether anything moved: nothing does for a person without a ballot that came in time
 */
export async function countExclusion(
  event: Recorded<BallotExcluded | BallotReinstated>,
  rows: EntityManager,
  methods: readonly ReadMethod[],
): Promise<boolean> {
  const { type, data, position } = event;
  await leaveOutWriter(event, rows);
  const reason = type === 'BallotExcluded' ? data.reason : null;
  const [moved]: [{ n: 1 | -1; assurance: number; day: string }[], number] = await rows.query(moveCountsStatement, [
    data.activityId,
    data.voter,
    reason,
  ]);
  if (moved.length === 0) return false;
  const method = await methodOfActivity(data.activityId, rows, methods);
  const { activityId, voter } = data;
  for (const { n, assurance, day } of moved) {
    await method?.move({ activityId, voter, position }, n, rows);
    await keepMovedBallot({ activityId, position, day, assurance, n }, rows);
    await countAttendance([{ consultation_id: data.consultationId, voter: data.voter, assurance, n }], rows);
  }
  return true;
}

const moveCountsStatement = `
  WITH person AS (
    UPDATE participant SET excluded_reason = $3::text
    WHERE activity_id = $1 AND voter = $2 AND (excluded_reason IS NULL) = ($3::text IS NOT NULL)
    RETURNING first_day, assurance, CASE WHEN $3::text IS NULL THEN 1 ELSE -1 END AS n
  )
  UPDATE participation_day counted SET people = ${movedAtLevel('counted.people', 'person.assurance', 'person.n')}
  FROM person WHERE counted.activity_id = $1 AND counted.day = person.first_day
  RETURNING n, assurance, first_day AS day`;
