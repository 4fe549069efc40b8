import type { EntityManager } from 'typeorm';
import { assuranceLevels, rankOf, type Recorded } from '@isegoria/kernel';
import { closedBefore } from '../late/closing.read-model';
import { methodOfActivity, type ReadMethod } from '../methods/method/method.read-model';
import type { CastEvent } from '../methods/methods.contract';
import { aboutVotes, keepMoves } from '../results/as-of/count-moves.read-model';
import { addedByLevel, sumByLevel } from '../results/assurance/levels-in-rows.read-model';
import { countAttendance } from '../results/turnout/count-attendance.read-model';
import { raiseWriters } from '../results/turnout/count-writers.read-model';
import type { AssuranceRaised } from './assurance-raise.contract';

/** Votes of an activity that count at another level from a place in the log on. */
export interface RaisedVotes {
  readonly activityId: string;
  /** The rank of the level. */
  readonly rank: number;
  /** How many were cast at the lowest level. */
  readonly votes: number;
  readonly position: number;
}

interface Raised {
  readonly activity_id: string;
  readonly voter: string;
  readonly assurance: number;
  readonly unconfirmed_votes: number;
  readonly is_counted: boolean;
}

/**
 * Lets all that these people cast count at a level, in the activities that the log has not closed before. What was cast before must be in
 * the rows.
 */
export async function countRaise(
  event: Recorded<AssuranceRaised>,
  rows: EntityManager,
  methods: readonly ReadMethod[],
): Promise<RaisedVotes[]> {
  const { data: { consultationId, level, voters }, position } = event;
  const rank = rankOf(level);
  await raiseWriters(event, rows);
  const raised: Raised[] = await rows.query(raiseParticipantsStatement, [consultationId, voters, rank, position]);
  const activityIds = [...new Set(raised.map(({ activity_id }) => activity_id))];
  for (const activityId of activityIds) {
    const voters = raised.filter(({ activity_id }) => activity_id === activityId).map(({ voter }) => voter);
    const ballots = { activityId, voters, rank, position };
    await (await methodOfActivity(activityId, rows, methods))?.raise(ballots, rows);
  }
  const moved = raised.filter(({ is_counted, assurance }) => is_counted && assurance < rank);
  await countAttendance(
    moved.flatMap(({ voter, assurance }) => [
      { consultation_id: consultationId, voter, assurance, n: -1 },
      { consultation_id: consultationId, voter, assurance: rank, n: 1 },
    ]),
    rows,
  );
  const votesIn = (activityId: string) =>
    raised.reduce((sum, { activity_id, unconfirmed_votes }) => sum + (activity_id === activityId ? unconfirmed_votes : 0), 0);
  return activityIds.map((activityId) => ({ activityId, rank, votes: votesIn(activityId), position }));
}

/** Votes as they count: those of people who were raised there before, cast at a lower level, at the one that they were raised to. */
export async function atRaisedLevels(cast: readonly Recorded<CastEvent>[], rows: EntityManager): Promise<readonly Recorded<CastEvent>[]> {
  const low = cast.filter(({ data }) => rankOf(data.assurance) === 0);
  if (low.length === 0) return cast;
  const found: { activity_id: string; voter: string; raised: number }[] = await rows.query(
    `SELECT activity_id, voter, raised FROM participant WHERE raised > 0 AND activity_id = ANY ($1) AND voter = ANY ($2)`,
    [[...new Set(low.map(({ data }) => data.activityId))], [...new Set(low.map(({ data }) => data.voter))]],
  );
  const raised = new Map(found.map(({ activity_id, voter, raised: rank }) => [activity_id + voter, rank]));
  return cast.map((event) => {
    const { activityId, voter, assurance } = event.data;
    const rank = raised.get(activityId + voter) ?? 0;
    if (rankOf(assurance) >= rank) return event;
    return { ...event, data: { ...event.data, assurance: assuranceLevels[rank]! } } as Recorded<CastEvent>;
  });
}

/** Returns each ballot that is raised as it was before. */
const raiseParticipantsStatement = `
  WITH before AS (
    SELECT person.* FROM participant person JOIN activity ON activity.id = person.activity_id
    WHERE activity.consultation_id = $1 AND person.voter = ANY ($2) AND NOT ${closedBefore('activity', '$4::bigint')}
  ), recorded AS (
    UPDATE participant person SET assurance = greatest(person.assurance, $3::smallint), raised = greatest(person.raised, $3::smallint),
      unconfirmed_votes = 0
    FROM before WHERE person.activity_id = before.activity_id AND person.voter = before.voter
  ), moved AS (
    SELECT * FROM before WHERE assurance < $3::smallint AND excluded_reason IS NULL
  ), change AS (
    SELECT activity_id, first_day AS day, $3::smallint AS assurance, 1 AS n FROM moved
    UNION ALL
    SELECT activity_id, first_day, assurance, -1 FROM moved
  ), counted AS (
    INSERT INTO participation_day AS counted (activity_id, day, people)
    SELECT activity_id, day, ${sumByLevel('n')} FROM change GROUP BY activity_id, day
    ON CONFLICT (activity_id, day) DO UPDATE SET people = ${addedByLevel('counted.people', 'excluded.people')}
  ), moves AS (
    SELECT activity_id, $4::bigint AS position, day AS about, 0 AS choice, assurance, n FROM change
    UNION ALL
    SELECT activity_id, $4::bigint, '${aboutVotes}', 0, $3::smallint, unconfirmed_votes FROM before
    UNION ALL
    SELECT activity_id, $4::bigint, '${aboutVotes}', 0, 0, -unconfirmed_votes FROM before
  ), kept AS (${keepMoves('people', 'moves')})
  SELECT activity_id, voter, assurance, unconfirmed_votes, excluded_reason IS NULL AS is_counted FROM before`;
