import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PositionColumn } from '@isegoria/projection';
import type { LevelCounts } from '../assurance/levels-in-rows.read-model';

/**
 * A person who cast something in an activity: the day (UTC) of the first vote and the assurance at the last one, or a higher one confirmed
 * since.
 */
@Entity('participant')
export class ParticipantRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  voter: string;

  @Column('text', { name: 'first_day' })
  firstDay: string;

  /** The rank of the level. */
  @Column('smallint')
  assurance: number;

  /** The rank that the person was raised to after voting, at which all counts that was cast below it; 0 if there is none. */
  @Column('smallint', { default: 0 })
  raised: number;

  /** Votes cast at the lowest level, changed ones included; those that count at another level by now are not among them. */
  @Column('int', { name: 'unconfirmed_votes', default: 0 })
  unconfirmedVotes: number;

  /** When the person last cast something, in milliseconds since 1970; what an office imported is not looked at. */
  @Column('bigint', { name: 'last_at', nullable: true })
  lastAt: string | null;

  /** The shortest time between two votes, in milliseconds; null below two. */
  @Column('int', { name: 'shortest_pause', nullable: true })
  shortestPause: number | null;

  /** Votes that came within a minute of the one before, and how long these took together, in milliseconds. */
  @Column('int', { name: 'steady_votes', default: 0 })
  steadyVotes: number;

  @Column('bigint', { name: 'steady_time', default: 0 })
  steadyTime: string;

  /** How many questions the person answers, such as statements. */
  @Column('int', { default: 0 })
  answers: number;

  /** The sum (exclusive or) of the hashes of all answers: the same for two ballots that answer the same. */
  @Column('bigint', { default: 0 })
  fingerprint: string;

  /** Why a moderator left everything that this person cast out of the counts; null while it counts. */
  @Column('text', { name: 'excluded_reason', nullable: true })
  excludedReason: string | null;
}

/** The people whose first vote was on that day, by level. */
@Entity('participation_day')
export class ParticipationDayRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  day: string;

  @Column('int', { array: true })
  people: LevelCounts;
}

/** The total cast in an activity in time, changed votes included, and how much came too late. */
@Entity('turnout')
export class TurnoutRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  /** By level. */
  @Column('int', { name: 'votes_cast', array: true })
  votesCast: LevelCounts;

  @Column('int', { name: 'excluded_ballots' })
  excludedBallots: number;

  /** Votes and whatever else people contributed behind the closing. */
  @Column('int')
  late: number;

  /** Where in the log something last changed the results: anything computed from earlier ones is outdated. */
  @PositionColumn({ name: 'changed_position' })
  changedPosition: number;
}

/** A person who wrote something to an activity in time, such as a statement or an annotation, with or without a vote there. */
@Entity('writer')
export class WriterRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  voter: string;

  /** The rank of the highest level so far. */
  @Column('smallint')
  assurance: number;

  /** Whether a moderator left what this person cast there out of the counts, after the first that was written. */
  @Column('boolean', { name: 'left_out', default: false })
  leftOut: boolean;
}

/** How many ballots of a person count in a consultation, and to how many activities the person wrote, by level. */
@Entity('attendant')
export class AttendantRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @PrimaryColumn('text')
  voter: string;

  @Column('int', { array: true })
  ballots: LevelCounts;
}

/** The people of a consultation who have a ballot that counts or wrote something, each once, at the highest level of these. */
@Entity('attendance')
export class AttendanceRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('int', { array: true })
  people: LevelCounts;
}
