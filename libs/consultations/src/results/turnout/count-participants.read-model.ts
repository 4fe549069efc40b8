import type { EntityManager } from 'typeorm';
import { rankOf, type Recorded } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import type { ChangedAnswers } from '../../ballot-exclusion/evidence/answers.read-model';
import { longestSteadyPause, noPace, paceWith, type Pace } from '../../ballot-exclusion/evidence/pace';
import type { CastEvent } from '../../methods/methods.contract';
import { countAttendance, type MovedBallots } from './count-attendance.read-model';
import { aboutVotes, keepMoves } from '../as-of/count-moves.read-model';
import { addedByLevel, sumByLevel } from '../assurance/levels-in-rows.read-model';

interface SeenNow extends Pace {
  readonly activity_id: string;
  readonly consultation_id: string;
  readonly voter: string;
  readonly first_day: string;
  assurance: number;
  unconfirmed_votes: number;
  answers: number;
  fingerprint: string;
}

/**
 * Counts the people of a batch, each once per activity, on the day of their first vote in log order and under the assurance of their last
 * one. A person whose assurance changed moves from one level of that day to the other.
 * @param changed what changed in their answers
 */
export async function countParticipants(
  ballots: readonly Recorded<CastEvent>[],
  changed: readonly ChangedAnswers[],
  rows: EntityManager,
): Promise<void> {
  if (ballots.length === 0) return;
  const people = new Map<string, SeenNow>();
  const answered = new Map(changed.map((ballot) => [ballot.activity_id + ballot.voter, ballot]));
  for (const ballot of ballots) {
    const { activityId, consultationId, voter } = ballot.data;
    const assurance = rankOf(ballot.data.assurance);
    const key = activityId + voter;
    const person = people.get(key) ?? {
      ...{ activity_id: activityId, consultation_id: consultationId, voter, first_day: dayOf(ballot), unconfirmed_votes: 0 },
      ...{ answers: answered.get(key)?.answers ?? 0, fingerprint: answered.get(key)?.fingerprint ?? '0' },
      ...noPace,
    };
    const pace = ballot.metadata.imported ? person : paceWith(person, timeOf(ballot).getTime());
    people.set(key, { ...person, ...pace, assurance, unconfirmed_votes: person.unconfirmed_votes + Number(assurance === 0) });
  }
  const cast = ballots.map(({ data: { activityId, voter, assurance }, position }) => ({
    activity_id: activityId,
    voter,
    position,
    assurance: rankOf(assurance),
  }));
  const moved: MovedBallots[] = await rows.query(countParticipantsStatement, [JSON.stringify([...people.values()]), JSON.stringify(cast)]);
  await countAttendance(moved, rows);
}

function dayOf(ballot: Recorded): string {
  return timeOf(ballot).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/**
 * What was known of a person is read once, so that it can be added up before it is written: nobody else writes these rows. Returns how many
 * activities each person cast something in for the first time, and where a level replaced another.
 */
const countParticipantsStatement = `
  WITH cast_now AS (
    SELECT *, lag(assurance) OVER (PARTITION BY activity_id, voter ORDER BY position) AS before
    FROM json_to_recordset($2) AS ballot (activity_id uuid, voter text, position bigint, assurance smallint)
  ), seen_now AS (
    SELECT * FROM json_to_recordset($1)
      AS person (activity_id uuid, consultation_id uuid, voter text, first_day text, assurance smallint, unconfirmed_votes int,
        first_at bigint, last_at bigint, shortest_pause int, steady_votes int, steady_time bigint, answers int, fingerprint bigint)
  ), known AS (
    SELECT person.* FROM participant person JOIN seen_now USING (activity_id, voter)
  ), after_pause AS (
    SELECT activity_id, voter, least(greatest(seen_now.first_at - known.last_at, 0), 2147483647)::int AS pause
    FROM seen_now JOIN known USING (activity_id, voter)
  ), recorded AS (
    INSERT INTO participant (activity_id, voter, first_day, assurance, unconfirmed_votes, last_at, shortest_pause, steady_votes,
      steady_time, answers, fingerprint)
    SELECT activity_id, voter, seen_now.first_day, seen_now.assurance,
      coalesce(known.unconfirmed_votes, 0) + seen_now.unconfirmed_votes, coalesce(seen_now.last_at, known.last_at),
      least(known.shortest_pause, seen_now.shortest_pause, pause),
      coalesce(known.steady_votes, 0) + seen_now.steady_votes + coalesce((pause <= ${longestSteadyPause})::int, 0),
      coalesce(known.steady_time, 0) + seen_now.steady_time + CASE WHEN pause <= ${longestSteadyPause} THEN pause ELSE 0 END,
      coalesce(known.answers, 0) + seen_now.answers, coalesce(known.fingerprint, 0) # seen_now.fingerprint
    FROM seen_now LEFT JOIN known USING (activity_id, voter) LEFT JOIN after_pause USING (activity_id, voter)
    ON CONFLICT (activity_id, voter) DO UPDATE SET assurance = excluded.assurance, unconfirmed_votes = excluded.unconfirmed_votes,
      last_at = excluded.last_at, shortest_pause = excluded.shortest_pause, steady_votes = excluded.steady_votes,
      steady_time = excluded.steady_time, answers = excluded.answers, fingerprint = excluded.fingerprint
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
  ), in_order AS (
    SELECT activity_id, position, cast_now.assurance, coalesce(before, known.assurance) AS before,
      coalesce(known.first_day, seen_now.first_day) AS day
    FROM cast_now JOIN seen_now USING (activity_id, voter) LEFT JOIN known USING (activity_id, voter)
  ), moves AS (
    SELECT activity_id, position, '${aboutVotes}' AS about, 0 AS choice, assurance, 1 AS n FROM in_order
    UNION ALL
    SELECT activity_id, position, day, 0, assurance, 1 FROM in_order WHERE before IS DISTINCT FROM assurance
    UNION ALL
    SELECT activity_id, position, day, 0, before, -1 FROM in_order WHERE before <> assurance
  ), kept AS (${keepMoves('people', 'moves')})
  SELECT consultation_id, voter, assurance, sum(n)::int AS n FROM change GROUP BY consultation_id, voter, assurance`;
