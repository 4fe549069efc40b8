import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { PositionColumn } from '@isegoria/projection';

/** What of the figures of an activity moves: what its method counts, and what all methods have: people by day, votes, ballots left out. */
export const partsOfFigures = { method: 0, people: 1 } as const;

/**
 * By how much an event moved the figures of an activity. Up to any place in the log, these add up to the figures as they stood there; who
 * moved them is not in here.
 */
@Entity('count_move')
export class CountMoveRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  /** Of the event. */
  @PositionColumn({ primary: true })
  position: number;

  /** One of `partsOfFigures`. */
  @PrimaryColumn('smallint')
  part: number;

  /** In each, with spaces between: by how much, the rank of the level, what was said (as its method has it in rows), and about what. */
  @Column('text', { array: true })
  moves: string[];
}

/**
 * In SQL, keeps by how much each event moved the figures; what moves very many, as a key that opens all ballots, is kept bit by bit.
 * @param moved where these are: `activity_id`, `position`, `about`, `choice`, `assurance` and `n`
 */
export const keepMoves = (part: keyof typeof partsOfFigures, moved: string): string => `
  INSERT INTO count_move (activity_id, position, part, moves)
  SELECT activity_id, position, ${partsOfFigures[part]}, array_agg(move ORDER BY move COLLATE "C") FROM (
    SELECT activity_id, position, concat_ws(' ', sum(n), assurance, choice, about) AS move FROM ${moved} AS moved
    GROUP BY activity_id, position, about, choice, assurance HAVING sum(n) <> 0
  ) AS each GROUP BY activity_id, position
  ON CONFLICT (activity_id, position, part) DO UPDATE SET moves = count_move.moves || excluded.moves`;

/** In SQL, what all moves up to a place add up to: `activity_id`, `about`, `choice`, `assurance` and `n`; `$1` is the activity. */
export const movedUpTo = (part: keyof typeof partsOfFigures, position: number): string => `(
  SELECT activity_id, substring(move FROM '^\\S+ \\S+ \\S+ (.*)$') AS about, split_part(move, ' ', 3)::int AS choice,
    split_part(move, ' ', 2)::int AS assurance, (split_part(move, ' ', 1)::int * times)::int AS n
  FROM (
    SELECT activity_id, move, count(*)::int AS times FROM count_move CROSS JOIN LATERAL unnest(moves) AS move
    WHERE activity_id = $1 AND part = ${partsOfFigures[part]} AND position <= ${Number(position)} GROUP BY activity_id, move
  ) AS summed)`;

/** What people and votes are counted under, besides the days on which people first voted. */
export const aboutVotes = 'votes';
const aboutExcluded = 'excluded';

interface MovedBallot {
  readonly activityId: string;
  readonly position: number;
  /** When the person first voted. */
  readonly day: string;
  readonly assurance: number;
  /** 1 for a ballot that was put back, -1 for one that was left out. */
  readonly n: 1 | -1;
}

/** Keeps that a ballot was left out of the figures, or put back. */
export async function keepMovedBallot({ activityId, position, day, assurance, n }: MovedBallot, rows: EntityManager): Promise<void> {
  const moves = [`${n} ${assurance} 0 ${day}`, `${-n} 0 0 ${aboutExcluded}`].sort();
  await rows.insert(CountMoveRow, { activityId, position, part: partsOfFigures.people, moves });
}

/** The figures that all methods have, as they stood at a place. */
export interface StoodCounts {
  readonly votesCast: readonly number[];
  readonly excludedBallots: number;
  /** People by the day of their first vote. */
  readonly days: readonly { readonly day: string; readonly people: readonly number[] }[];
}

export async function countsUpTo(rows: EntityManager, activityId: string, position: number): Promise<StoodCounts> {
  const found: { about: string; assurance: number; n: number }[] = await rows.query(
    `SELECT about, assurance, sum(n)::int AS n FROM ${movedUpTo('people', position)} AS moved
     GROUP BY about, assurance ORDER BY about COLLATE "C"`,
    [activityId],
  );
  const counts = new Map<string, number[]>();
  for (const { about, assurance, n } of found) {
    const levels = counts.get(about) ?? [];
    levels[assurance] = n;
    counts.set(about, levels);
  }
  const { [aboutVotes]: votesCast = [], [aboutExcluded]: [excludedBallots = 0] = [], ...days } = Object.fromEntries(counts);
  return { votesCast, excludedBallots, days: Object.entries(days).map(([day, people]) => ({ day, people })) };
}
