import type { EntityManager } from 'typeorm';
import { rankOf, type Recorded } from '@isegoria/kernel';
import { addedByLevel, sumByLevel } from '../../../results/assurance/levels-in-rows.read-model';
import type { PollBallotCast } from '../poll.contract';

/**
 * Records the last ballots of a batch and moves the tallies by the difference to those they replace: each option of the last one counts.
 */
export async function countPollBallots(ballots: readonly Recorded<PollBallotCast>[], rows: EntityManager): Promise<void> {
  if (ballots.length === 0) return;
  const last = new Map(ballots.map(({ data }) => [`${data.activityId} ${data.voter}`, data]));
  await rows.query(countBallotsStatement, [
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

const countBallotsStatement = `
  WITH cast_now AS (
    SELECT * FROM json_to_recordset($1) AS ballot (activity_id uuid, voter text, options text[], assurance smallint)
  ), replaced AS (
    SELECT ballot.* FROM poll_ballot ballot JOIN cast_now USING (activity_id, voter)
  ), recorded AS (
    INSERT INTO poll_ballot (activity_id, voter, options, assurance)
    SELECT activity_id, voter, options, assurance FROM cast_now
    ON CONFLICT (activity_id, voter) DO UPDATE SET options = excluded.options, assurance = excluded.assurance
  ), change AS (
    SELECT activity_id, unnest(options) AS option_id, assurance, 1 AS n FROM cast_now
    UNION ALL
    SELECT activity_id, unnest(options), assurance, -1 FROM replaced
  )
  INSERT INTO option_tally AS tally (activity_id, option_id, votes)
  SELECT activity_id, option_id, ${sumByLevel('n')} FROM change GROUP BY activity_id, option_id
  ON CONFLICT (activity_id, option_id) DO UPDATE SET votes = ${addedByLevel('tally.votes', 'excluded.votes')}`;
