import type { EntityManager } from 'typeorm';
import { rankOf, type Recorded } from '@isegoria/kernel';
import { castAt, moveStandingVotes } from '../../../results/analysis/standing-votes.read-model';
import { keepMoves } from '../../../results/as-of/count-moves.read-model';
import { addedByLevel, sumByLevel } from '../../../results/assurance/levels-in-rows.read-model';
import { changedAnswers, type ChangedAnswers } from '../../../ballot-exclusion/evidence/answers.read-model';
import type { RaisedBallots } from '../../method/method.read-model';
import type { StatementVoteCast, VoteChoice } from './statement-vote.contract';

/** How votes are held in rows and in the opinion map's matrix (as Polis has them). */
export const choiceValues: Readonly<Record<VoteChoice, 1 | -1 | 0>> = { agree: 1, disagree: -1, pass: 0 };

const choices = new Map(Object.entries(choiceValues).map(([choice, value]) => [value as number, choice as VoteChoice]));

/** The choice that a row holds; undefined for an unknown value. */
export function choiceOf(value: number): VoteChoice | undefined {
  return choices.get(value);
}

/**
 * Records the last votes of a batch, in the place of the first ones, and moves the tallies, vote by vote, by the difference to the one that
 * each replaces, in one statement: all of its parts see the rows as they were before it. Returns what changed in each ballot.
 */
export async function countStatementVotes(
  votes: readonly Recorded<StatementVoteCast>[],
  rows: EntityManager,
): Promise<readonly ChangedAnswers[]> {
  if (votes.length === 0) return [];
  return rows.query(countVotesStatement, [
    JSON.stringify(
      votes.map((vote) => ({
        activity_id: vote.data.activityId,
        statement_id: vote.data.statementId,
        voter: vote.data.voter,
        choice: choiceValues[vote.data.choice],
        assurance: rankOf(vote.data.assurance),
        position: vote.position,
        ...castAt(vote),
      })),
    ),
  ]);
}

/** Lets votes count at a level; those that are left out count nowhere. */
export async function raiseStatementVotes({ activityId, voters, rank, position }: RaisedBallots, rows: EntityManager): Promise<void> {
  await rows.query(raiseVotesStatement, [activityId, voters, rank, position]);
}

const moveTallies = `
  INSERT INTO statement_tally AS tally (statement_id, activity_id, agrees, disagrees, passes)
  SELECT statement_id, activity_id, ${[1, -1, 0].map((choice) => sumByLevel(`n * (choice = ${choice})::int`)).join(', ')}
  FROM change GROUP BY statement_id, activity_id
  ON CONFLICT (activity_id, statement_id) DO UPDATE SET
    ${['agrees', 'disagrees', 'passes'].map((votes) => `${votes} = ${addedByLevel(`tally.${votes}`, `excluded.${votes}`)}`).join(', ')}`;

/** What votes say of each statement, and once of all together. */
const moveStanding = `
  WITH said AS (
    SELECT activity_id, statement_id::text AS about, choice, quarter, imported, assurance, n FROM change
    UNION ALL
    SELECT activity_id, '', 0, quarter, imported, assurance, n FROM change
  )
  ${moveStandingVotes('said')}`;

/** What was said event by event is kept for figures as of an earlier place. */
const keepChange = keepMoves('method', '(SELECT activity_id, position, statement_id AS about, choice, assurance, n FROM change)');

/** Each vote replaces the one before it, in the batch or in the rows. */
const countVotesStatement = `
  WITH cast_now AS (
    SELECT *, lag(position) OVER own AS earlier, lead(position) OVER own AS later, first_value(position) OVER own AS first
    FROM json_to_recordset($1) AS vote (activity_id uuid, statement_id uuid, voter text, choice smallint, assurance smallint,
      position bigint, quarter int, imported boolean)
    WINDOW own AS (PARTITION BY activity_id, statement_id, voter ORDER BY position)
  ), recorded AS (
    INSERT INTO statement_vote (activity_id, voter, statement_id, choice, assurance, position, quarter, imported)
    SELECT activity_id, voter, statement_id, choice, assurance, first, quarter, imported FROM cast_now WHERE later IS NULL
    ON CONFLICT (activity_id, voter, statement_id) DO UPDATE SET choice = excluded.choice, assurance = excluded.assurance,
      quarter = excluded.quarter, imported = excluded.imported
  ), change AS (
    SELECT statement_id, activity_id, voter, choice, assurance, quarter, imported, 1 AS n, position FROM cast_now
    UNION ALL
    SELECT statement_id, activity_id, voter, choice, assurance, quarter, imported, -1, later FROM cast_now WHERE later IS NOT NULL
    UNION ALL
    SELECT statement_id, activity_id, voter, known.choice, known.assurance, known.quarter, known.imported, -1, cast_now.position
    FROM statement_vote known JOIN cast_now USING (activity_id, voter, statement_id) WHERE earlier IS NULL
  ), kept AS (${keepChange}), tallied AS (${moveTallies}), standing AS (${moveStanding})
  ${changedAnswers(`statement_id || ' ' || choice`)}`;

const raiseVotesStatement = `
  WITH before AS (
    SELECT vote.* FROM statement_vote vote WHERE activity_id = $1 AND voter = ANY ($2) AND assurance < $3::smallint
  ), recorded AS (
    UPDATE statement_vote vote SET assurance = $3::smallint FROM before
    WHERE vote.activity_id = before.activity_id AND vote.voter = before.voter AND vote.statement_id = before.statement_id
  ), counted AS (
    SELECT before.* FROM before JOIN participant USING (activity_id, voter) WHERE excluded_reason IS NULL
  ), change AS (
    SELECT statement_id, activity_id, choice, $3::smallint AS assurance, quarter, imported, 1 AS n, $4::bigint AS position FROM counted
    UNION ALL
    SELECT statement_id, activity_id, choice, assurance, quarter, imported, -1, $4::bigint FROM counted
  ), kept AS (${keepChange}), standing AS (${moveStanding})
  ${moveTallies}`;

/** What a person cast is left out of the tallies, or put back. */
export const moveVotesStatement = `
  WITH change AS (
    SELECT statement_id, activity_id, choice, assurance, quarter, imported, $3::int AS n, $4::bigint AS position
    FROM statement_vote WHERE activity_id = $1 AND voter = $2
  ), kept AS (${keepChange}), standing AS (${moveStanding})
  ${moveTallies}`;
