import type { EntityManager } from 'typeorm';
import { rankOf, type Recorded } from '@isegoria/kernel';
import type { AssuranceRaised } from '../../assurance-raise/assurance-raise.contract';
import type { BallotExcluded, BallotReinstated } from '../../ballot-exclusion/ballot-exclusion.contract';
import { closedBefore } from '../../late/closing.read-model';
import type { StatementSubmitted } from '../../methods/deliberation/statement/statement.contract';
import { countAttendance, type MovedBallots } from './count-attendance.read-model';

/**
 * Counts the people who wrote something in time among those who take part, whatever becomes of their words: what is hidden or taken back
 * was said. The office, which puts statements first, is nobody.
 */
export async function countWriters(written: readonly Recorded<StatementSubmitted>[], rows: EntityManager): Promise<void> {
  const people = new Map<string, Omit<MovedBallots, 'n'> & { readonly activity_id: string }>();
  for (const { data } of written) {
    const { activityId, consultationId, author, assurance } = data;
    if (author === null || assurance === null) continue;
    const rank = Math.max(rankOf(assurance), people.get(activityId + author)?.assurance ?? 0);
    people.set(activityId + author, { activity_id: activityId, consultation_id: consultationId, voter: author, assurance: rank });
  }
  if (people.size > 0) await countAttendance(await rows.query(countWritersStatement, [JSON.stringify([...people.values()])]), rows);
}

/** What people wrote before, in activities that the log has not closed, counts at a level that they confirmed since. */
export async function raiseWriters({ data, position }: Recorded<AssuranceRaised>, rows: EntityManager): Promise<void> {
  const { consultationId, voters, level } = data;
  const moved: MovedBallots[] = await rows.query(raiseWritersStatement, [consultationId, voters, rankOf(level), position]);
  await countAttendance(moved, rows);
}

/** Whoever's ballot is left out of an activity does not take part by what was written there either. */
export async function leaveOutWriter({ type, data }: Recorded<BallotExcluded | BallotReinstated>, rows: EntityManager): Promise<void> {
  const { consultationId, activityId, voter } = data;
  const isOut = type === 'BallotExcluded';
  const [found]: [{ assurance: number }[], number] = await rows.query(
    'UPDATE writer SET left_out = $3 WHERE activity_id = $1 AND voter = $2 AND left_out <> $3 RETURNING assurance',
    [activityId, voter, isOut],
  );
  const moved = found.map(({ assurance }) => ({ consultation_id: consultationId, voter, assurance, n: isOut ? -1 : 1 }));
  await countAttendance(moved, rows);
}

/** From the level before, if there was one, to the one that is higher. */
const moves = (from: string) => `
  SELECT consultation_id, voter, assurance, 1 AS n FROM ${from} WHERE NOT left_out AND assurance > coalesce(before, -1)
  UNION ALL
  SELECT consultation_id, voter, before, -1 FROM ${from} WHERE NOT left_out AND assurance > before`;

const countWritersStatement = `
  WITH written AS (
    SELECT wrote.*, known.assurance AS before, coalesce(known.left_out, false) AS left_out
    FROM json_to_recordset($1) AS wrote (activity_id uuid, consultation_id uuid, voter text, assurance smallint)
    LEFT JOIN writer known USING (activity_id, voter)
  ), recorded AS (
    INSERT INTO writer (activity_id, voter, assurance) SELECT activity_id, voter, assurance FROM written
    ON CONFLICT (activity_id, voter) DO UPDATE SET assurance = greatest(writer.assurance, excluded.assurance)
  ) ${moves('written')}`;

const raiseWritersStatement = `
  WITH raised AS (
    SELECT writer.activity_id, activity.consultation_id, writer.voter, writer.assurance AS before, $3::smallint AS assurance, writer.left_out
    FROM writer JOIN activity ON activity.id = writer.activity_id
    WHERE activity.consultation_id = $1 AND writer.voter = ANY ($2) AND writer.assurance < $3 AND NOT ${closedBefore('activity', '$4::bigint')}
  ), recorded AS (
    UPDATE writer SET assurance = raised.assurance FROM raised
    WHERE writer.activity_id = raised.activity_id AND writer.voter = raised.voter
  ) ${moves('raised')}`;
