import type { EntityManager } from 'typeorm';
import { rankOf, type Recorded } from '@isegoria/kernel';
import { addedByLevel, sumByLevel } from '../../../results/assurance/levels-in-rows.read-model';
import { changedAnswers, type ChangedAnswers } from '../../../ballot-exclusion/evidence/answers.read-model';
import type { RaisedBallots } from '../../method/method.read-model';
import type { PollBallotCast } from '../poll.contract';

/**
 * Records the last ballots of a batch and moves the tallies by the difference to those they replace: each option of the last one counts.
 * Returns what changed in each ballot.
 */
export async function countPollBallots(
  ballots: readonly Recorded<PollBallotCast>[],
  rows: EntityManager,
): Promise<readonly ChangedAnswers[]> {
  if (ballots.length === 0) return [];
  const last = new Map(ballots.map(({ data }) => [`${data.activityId} ${data.voter}`, data]));
  return rows.query(countBallotsStatement, [
    JSON.stringify(
      Array.from(last.values(), ({ activityId, voter, options, assurance }) => ({
        activity_id: activityId,
        voter,
        options: [...new Set(options)],
        assurance: rankOf(assurance),
      })),
    ),
  ]);
}

/** Lets ballots count at a level; those that are left out count nowhere. */
export async function raisePollBallots({ activityId, voters, rank }: RaisedBallots, rows: EntityManager): Promise<void> {
  await rows.query(raiseBallotsStatement, [activityId, voters, rank]);
}

const moveTallies = `
  INSERT INTO option_tally AS tally (activity_id, option_id, votes)
  SELECT activity_id, option_id, ${sumByLevel('n')} FROM change GROUP BY activity_id, option_id
  ON CONFLICT (activity_id, option_id) DO UPDATE SET votes = ${addedByLevel('tally.votes', 'excluded.votes')}`;

const countBallotsStatement = `
  WITH cast_now AS (
    SELECT * FROM json_to_recordset($1) AS ballot (activity_id uuid, voter text, options text[], assurance smallint)
  ), replaced AS (
    SELECT ballot.* FROM poll_ballot ballot JOIN cast_now USING (activity_id, voter)
  ), recorded AS (
    INSERT INTO poll_ballot (activity_id, voter, options, assurance)
    SELECT activity_id, voter, options, assurance FROM cast_now
    ON CONFLICT (activity_id, voter) DO UPDATE SET options = excluded.options, assurance = excluded.assurance
  ), chosen AS (
    SELECT activity_id, voter, options, assurance, 1 AS n FROM cast_now
    UNION ALL
    SELECT activity_id, voter, options, assurance, -1 FROM replaced
  ), tallied AS (
    WITH change AS (SELECT activity_id, unnest(options) AS option_id, assurance, n FROM chosen)
    ${moveTallies}
  ), change AS (SELECT activity_id, voter, n, (SELECT string_agg(id, ' ' ORDER BY id) FROM unnest(options) AS id) AS options FROM chosen)
  ${changedAnswers(`activity_id || ' ' || options`)}`;

const raiseBallotsStatement = `
  WITH before AS (
    SELECT ballot.* FROM poll_ballot ballot WHERE activity_id = $1 AND voter = ANY ($2) AND assurance < $3::smallint
  ), recorded AS (
    UPDATE poll_ballot ballot SET assurance = $3::smallint
    FROM before WHERE ballot.activity_id = before.activity_id AND ballot.voter = before.voter
  ), counted AS (
    SELECT before.* FROM before JOIN participant USING (activity_id, voter) WHERE excluded_reason IS NULL
  ), change AS (
    SELECT activity_id, unnest(options) AS option_id, $3::smallint AS assurance, 1 AS n FROM counted
    UNION ALL
    SELECT activity_id, unnest(options), assurance, -1 FROM counted
  )
  ${moveTallies}`;
