import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { assuranceLevels, type Recorded } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import { addedByLevel, sumByLevel, type LevelCounts } from '../assurance/levels-in-rows.read-model';

const none = `'{${assuranceLevels.map(() => 0).join(',')}}'::int[]`;

/**
 * The votes that stand, counted by the quarter of an hour in which they were cast, which is what the days of all time zones are made of:
 * for each option or statement, and under '' as often as somebody cast something at all.
 */
@Entity('standing_votes')
@Index('standing_votes_gone', ['activityId'], { where: `votes = ${none}` })
export class StandingVotesRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  /** The id of an option or a statement; '' for all of them. */
  @PrimaryColumn('text')
  about: string;

  /** Quarters of an hour since 1970. */
  @PrimaryColumn('int')
  quarter: number;

  /** What was said of it, as its method has it in rows. */
  @PrimaryColumn('smallint')
  choice: number;

  /** Whether an office brought it in. */
  @PrimaryColumn('boolean')
  imported: boolean;

  @Column('int', { array: true })
  votes: LevelCounts;
}

const quarterLength = 900_000;
export const quarterAt = (milliseconds: number): number => Math.floor(milliseconds / quarterLength);
export const momentOf = (quarter: number): number => quarter * quarterLength;

/** When and how a vote was cast, as rows have it. */
export function castAt(event: Recorded): { readonly quarter: number; readonly imported: boolean } {
  return { quarter: quarterAt(timeOf(event).getTime()), imported: event.metadata.imported !== undefined };
}

/** In SQL, moves these counts by `n` for each of some rows. @param change where these are */
export const moveStandingVotes = (change: string): string => `
  INSERT INTO standing_votes AS standing (activity_id, about, quarter, choice, imported, votes)
  SELECT activity_id, about, quarter, choice, imported, ${sumByLevel('n')} FROM ${change}
  GROUP BY activity_id, about, quarter, choice, imported
  ON CONFLICT (activity_id, about, quarter, choice, imported) DO UPDATE SET votes = ${addedByLevel('standing.votes', 'excluded.votes')}`;

/** Leaves no rows of votes that were all changed later, so that a replay in other batches gives the same rows. */
export const forgetNoVotes = `DELETE FROM standing_votes WHERE votes = ${none}`;
