import type { EntityManager } from 'typeorm';
import { rankOf, type Recorded } from '@isegoria/kernel';
import { changedAnswers, type ChangedAnswers } from '../../ballot-exclusion/evidence/answers.read-model';
import { addedByLevel, movedAtLevel, sumByLevel } from '../../results/assurance/levels-in-rows.read-model';
import type { RaisedBallots } from '../method/method.read-model';
import type { CastEvent } from '../methods.contract';

/**
 * Records the last ballots of a batch and moves the tallies by the difference to those they replace: each choice of the last one counts.
 * Returns what changed in each ballot.
 */
export async function countChoices<Cast extends CastEvent>(
  ballots: readonly Recorded<Cast>[],
  choicesOf: (cast: Cast['data']) => readonly string[],
  rows: EntityManager,
): Promise<readonly ChangedAnswers[]> {
  if (ballots.length === 0) return [];
  const last = new Map(ballots.map(({ data }) => [`${data.activityId} ${data.voter}`, data]));
  return rows.query(countBallotsStatement, [
    JSON.stringify(
      Array.from(last.values(), (data) => ({
        activity_id: data.activityId,
        voter: data.voter,
        choices: [...new Set(choicesOf(data))],
        assurance: rankOf(data.assurance),
      })),
    ),
  ]);
}

/** Takes a ballot out of the tallies (-1), or puts it back (1). */
export async function moveChoices(activityId: string, voter: string, n: 1 | -1, rows: EntityManager): Promise<void> {
  await rows.query(moveBallotStatement, [activityId, voter, n]);
}

/** Lets ballots count at a level; those that are left out count nowhere. */
export async function raiseChoices({ activityId, voters, rank }: RaisedBallots, rows: EntityManager): Promise<void> {
  await rows.query(raiseBallotsStatement, [activityId, voters, rank]);
}

const moveTallies = `
  INSERT INTO choice_tally AS tally (activity_id, choice, votes)
  SELECT activity_id, choice, ${sumByLevel('n')} FROM change GROUP BY activity_id, choice
  ON CONFLICT (activity_id, choice) DO UPDATE SET votes = ${addedByLevel('tally.votes', 'excluded.votes')}`;

const countBallotsStatement = `
  WITH cast_now AS (
    SELECT * FROM json_to_recordset($1) AS ballot (activity_id uuid, voter text, choices text[], assurance smallint)
  ), replaced AS (
    SELECT ballot.* FROM choice_ballot ballot JOIN cast_now USING (activity_id, voter)
  ), recorded AS (
    INSERT INTO choice_ballot (activity_id, voter, choices, assurance)
    SELECT activity_id, voter, choices, assurance FROM cast_now
    ON CONFLICT (activity_id, voter) DO UPDATE SET choices = excluded.choices, assurance = excluded.assurance
  ), said AS (
    SELECT activity_id, voter, choices, assurance, 1 AS n FROM cast_now
    UNION ALL
    SELECT activity_id, voter, choices, assurance, -1 FROM replaced
  ), tallied AS (
    WITH change AS (SELECT activity_id, unnest(choices) AS choice, assurance, n FROM said)
    ${moveTallies}
  ), change AS (SELECT activity_id, voter, n, (SELECT string_agg(choice, ' ' ORDER BY choice) FROM unnest(choices) AS choice) AS choices FROM said)
  ${changedAnswers(`activity_id || ' ' || choices`)}`;

const moveBallotStatement = `
  UPDATE choice_tally tally SET votes = ${movedAtLevel('tally.votes', 'ballot.assurance', '$3::int')}
  FROM choice_ballot ballot
  WHERE ballot.activity_id = $1 AND ballot.voter = $2 AND tally.activity_id = $1 AND tally.choice = ANY (ballot.choices)`;

const raiseBallotsStatement = `
  WITH before AS (
    SELECT ballot.* FROM choice_ballot ballot WHERE activity_id = $1 AND voter = ANY ($2) AND assurance < $3::smallint
  ), recorded AS (
    UPDATE choice_ballot ballot SET assurance = $3::smallint
    FROM before WHERE ballot.activity_id = before.activity_id AND ballot.voter = before.voter
  ), counted AS (
    SELECT before.* FROM before JOIN participant USING (activity_id, voter) WHERE excluded_reason IS NULL
  ), change AS (
    SELECT activity_id, unnest(choices) AS choice, $3::smallint AS assurance, 1 AS n FROM counted
    UNION ALL
    SELECT activity_id, unnest(choices), assurance, -1 FROM counted
  )
  ${moveTallies}`;
