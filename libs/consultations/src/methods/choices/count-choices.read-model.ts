import type { EntityManager } from 'typeorm';
import { rankOf, type Recorded } from '@isegoria/kernel';
import type { HiddenChoice, MayBeHidden } from '../../hidden-results/hidden-results.contract';
import { changedAnswers, hashOfAnswer, type ChangedAnswers } from '../../ballot-exclusion/evidence/answers.read-model';
import { castAt, moveStandingVotes } from '../../results/analysis/standing-votes.read-model';
import { keepMoves } from '../../results/as-of/count-moves.read-model';
import { addedByLevel, sumByLevel } from '../../results/assurance/levels-in-rows.read-model';
import type { RaisedBallots } from '../method/method.read-model';
import type { CastEvent } from '../methods.contract';
import { notCountedMark, saidIn } from './not-counted.pure';

/**
 * Which figures of the choices are ever told: of all ballots alone, or of those up to a place in the log and of those of some days or
 * channels as well. Only what is told is kept: by the differences, somebody who reads these rows could tell what each ballot says.
 */
export type Told = 'whole' | 'inParts';

/**
 * Records the last ballots of a batch and moves the tallies, ballot by ballot, by the difference to the one that each replaces: each choice
 * of the last one counts. Returns what changed in each ballot.
 */
export async function countChoices<Cast extends CastEvent>(
  ballots: readonly Recorded<Cast>[],
  choicesOf: (cast: Cast['data']) => readonly string[],
  rows: EntityManager,
  told: Told,
): Promise<readonly ChangedAnswers[]> {
  if (ballots.length === 0) return [];
  return rows.query(countBallotsStatement[told], [
    JSON.stringify(
      ballots.map((ballot) => ({
        activity_id: ballot.data.activityId,
        voter: ballot.data.voter,
        choices: hiddenIn(ballot.data) ? [] : [...new Set(choicesOf(ballot.data))],
        hidden: hiddenIn(ballot.data)?.text ?? null,
        assurance: rankOf(ballot.data.assurance),
        position: ballot.position,
        ...castAt(ballot),
      })),
    ),
  ]);
}

const hiddenIn = (data: object): HiddenChoice | undefined => (data as MayBeHidden).hidden;

/** Takes ballots out of the tallies (-1), or puts them back (1). */
export async function moveChoices(
  { activityId, voters, position }: Omit<RaisedBallots, 'rank'>,
  n: 1 | -1,
  rows: EntityManager,
  told: Told,
): Promise<void> {
  await rows.query(moveBallotsStatement[told], [activityId, voters, n, position]);
}

/** Lets ballots that stand in no tally now be kept and not counted once they are put back. */
export async function withdrawChoices(activityId: string, voters: readonly string[], rows: EntityManager): Promise<void> {
  await rows.query(withdrawBallotsStatement, [activityId, voters]);
}

/**
 * Counts what ballots say that were hidden so far; those that are left out are only opened.
 * @param opened as JSON: voters and choices
 * @param position of the event that reveals them
 */
export async function openChoices(activityId: string, opened: string, position: number, rows: EntityManager): Promise<void> {
  await rows.query(openBallotsStatement, [activityId, opened, position]);
}

/** Lets ballots count at a level; those that are left out count nowhere. */
export async function raiseChoices(
  { activityId, voters, rank, position }: RaisedBallots,
  rows: EntityManager,
  told: Told,
): Promise<void> {
  await rows.query(raiseBallotsStatement[told], [activityId, voters, rank, position]);
}

/**
 * In SQL, all choices of a ballot as one text, the same in whatever order, and whether it is counted or not. What is hidden is no answer
 * yet: it is like no other's.
 */
const allChoices = (choices: string): string => `(SELECT coalesce(string_agg(choice, ' ' ORDER BY choice), '')
    FROM (SELECT ${saidIn('one')} AS choice FROM unnest(${choices}) AS one) AS own)`;
const answerOf = (all: string): string => `activity_id || ' ' || ${all}`;

const moveTallies = `
  INSERT INTO choice_tally AS tally (activity_id, choice, votes)
  SELECT activity_id, choice, ${sumByLevel('n')} FROM change GROUP BY activity_id, choice
  ON CONFLICT (activity_id, choice) DO UPDATE SET votes = ${addedByLevel('tally.votes', 'excluded.votes')}`;

const perTold = (statement: (told: Told) => string): Readonly<Record<Told, string>> => ({
  whole: statement('whole'),
  inParts: statement('inParts'),
});

/** Once of each ballot as a whole, and what ballots say of each choice. */
const moveStanding = perTold(
  (told) => `
  WITH about AS (
    SELECT activity_id, ${told === 'whole' ? `''` : `unnest(array_prepend('', choices))`} AS about, 0 AS choice, quarter, imported, assurance, n
    FROM said
  )
  ${moveStandingVotes('about')}`,
);

/** What was said event by event is kept for figures as of an earlier place. */
const keepSaid = {
  whole: 'SELECT 1',
  inParts: keepMoves('method', '(SELECT activity_id, position, unnest(choices) AS about, 0 AS choice, assurance, n FROM said)'),
};

/** Each ballot replaces the one before it, in the batch or in the rows. */
const countBallotsStatement = perTold(
  (told) => `
  WITH cast_now AS (
    SELECT *, lag(position) OVER own AS earlier, lead(position) OVER own AS later
    FROM json_to_recordset($1) AS ballot (activity_id uuid, voter text, choices text[], hidden text, assurance smallint, position bigint,
      quarter int, imported boolean)
    WINDOW own AS (PARTITION BY activity_id, voter ORDER BY position)
  ), recorded AS (
    INSERT INTO choice_ballot (activity_id, voter, choices, hidden, assurance, quarter, imported)
    SELECT activity_id, voter, choices, hidden, assurance, quarter, imported FROM cast_now WHERE later IS NULL
    ON CONFLICT (activity_id, voter) DO UPDATE SET choices = excluded.choices, hidden = excluded.hidden, assurance = excluded.assurance,
      quarter = excluded.quarter, imported = excluded.imported
  ), said AS (
    SELECT activity_id, voter, choices, hidden, assurance, quarter, imported, 1 AS n, position FROM cast_now
    UNION ALL
    SELECT activity_id, voter, choices, hidden, assurance, quarter, imported, -1, later FROM cast_now WHERE later IS NOT NULL
    UNION ALL
    SELECT activity_id, voter, known.choices, known.hidden, known.assurance, known.quarter, known.imported, -1, cast_now.position
    FROM choice_ballot known JOIN cast_now USING (activity_id, voter) WHERE earlier IS NULL
  ), kept AS (${keepSaid[told]}), tallied AS (
    WITH change AS (SELECT activity_id, unnest(choices) AS choice, assurance, n FROM said)
    ${moveTallies}
  ), standing AS (${moveStanding[told]}), change AS (
    SELECT activity_id, voter, n, ${allChoices('choices')} AS choices FROM said WHERE hidden IS NULL
  )
  ${changedAnswers(answerOf('choices'))}`,
);

const moveBallotsStatement = perTold(
  (told) => `
  WITH said AS (
    SELECT activity_id, choices, assurance, quarter, imported, $3::int AS n, $4::bigint AS position
    FROM choice_ballot WHERE activity_id = $1 AND voter = ANY ($2)
  ), kept AS (${keepSaid[told]}), standing AS (${moveStanding[told]}), change AS (SELECT activity_id, unnest(choices) AS choice, assurance, n FROM said)
  ${moveTallies}`,
);

const withdrawBallotsStatement = `
  UPDATE choice_ballot SET choices = ARRAY(SELECT '${notCountedMark}' || ${saidIn('choice')} FROM unnest(choices) AS choice)
  WHERE activity_id = $1 AND voter = ANY ($2)`;

const raiseBallotsStatement = perTold(
  (told) => `
  WITH before AS (
    SELECT ballot.* FROM choice_ballot ballot WHERE activity_id = $1 AND voter = ANY ($2) AND assurance < $3::smallint
  ), recorded AS (
    UPDATE choice_ballot ballot SET assurance = $3::smallint
    FROM before WHERE ballot.activity_id = before.activity_id AND ballot.voter = before.voter
  ), counted AS (
    SELECT before.* FROM before JOIN participant USING (activity_id, voter) WHERE excluded_reason IS NULL
  ), said AS (
    SELECT activity_id, choices, $3::smallint AS assurance, quarter, imported, 1 AS n, $4::bigint AS position FROM counted
    UNION ALL
    SELECT activity_id, choices, assurance, quarter, imported, -1, $4::bigint FROM counted
  ), kept AS (${keepSaid[told]}), standing AS (${moveStanding[told]}), change AS (SELECT activity_id, unnest(choices) AS choice, assurance, n FROM said)
  ${moveTallies}`,
);

const fingerprintOf = (all: string): string => hashOfAnswer(`$1::uuid || ' ' || ${all}`);

const openBallotsStatement = `
  WITH opened AS (
    SELECT * FROM json_to_recordset($2) AS ballot (voter text, choices text[])
  ), recorded AS (
    UPDATE choice_ballot ballot SET choices = opened.choices, hidden = NULL
    FROM opened WHERE ballot.activity_id = $1 AND ballot.voter = opened.voter
    RETURNING ballot.activity_id, ballot.voter, ballot.choices, ballot.assurance, ballot.quarter, ballot.imported
  ), told AS (
    UPDATE participant SET answers = answers + 1, fingerprint = fingerprint # ${fingerprintOf(allChoices('opened.choices'))}
    FROM opened WHERE participant.activity_id = $1 AND participant.voter = opened.voter
  ), counted AS (
    SELECT recorded.* FROM recorded JOIN participant USING (activity_id, voter) WHERE excluded_reason IS NULL
  ), about AS (
    SELECT activity_id, $3::bigint AS position, unnest(choices) AS about, 0 AS choice, quarter, imported, assurance, 1 AS n FROM counted
  ), kept AS (${keepMoves('method', 'about')}), standing AS (${moveStandingVotes('about')}), change AS (
    SELECT activity_id, unnest(choices) AS choice, assurance, 1 AS n FROM counted
  )
  ${moveTallies}`;
