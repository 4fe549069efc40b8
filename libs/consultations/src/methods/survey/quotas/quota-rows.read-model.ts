import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { PositionColumn } from '@isegoria/projection';
import type { ResponseChannel } from '../channels/channel.contract';

/** The last response of somebody to a survey that has quotas. */
@Entity('quota_response')
@Index('quota_response_in_turn', ['activityId', 'came'], { where: 'stands' })
export class QuotaResponseRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  channel: ResponseChannel;

  /** What makes it one response: a pseudonym, a link or the number of a form. */
  @PrimaryColumn('text')
  key: string;

  /** The quotas in which it takes a place if it has one. */
  @Column('text', { array: true })
  cells: readonly string[];

  /** Whether there is no place for it: then it is not counted, and takes none. */
  @Column('boolean')
  beyond: boolean;

  /** Whether a moderator left it out: its place is free as long. */
  @Column('boolean', { name: 'left_out' })
  leftOut: boolean;

  /** Whether it came at a level below the one from which responses are counted: it takes no place as long. */
  @Column('boolean')
  below: boolean;

  /** Whether the person was raised to that level after responding. */
  @Column('boolean')
  raised: boolean;

  /** Where places are those of standing responses: the place in the log with which it came to its answers that have quotas. */
  @PositionColumn({ default: 0 })
  came: number;

  /** Where places are those of standing responses: whether it wants one, and may have one. */
  @Column('boolean', { default: false })
  stands: boolean;

  /** Where places are those of standing responses: by which key it is counted. */
  @Column('text', { name: 'counted_by', default: '' })
  countedBy: string;
}

/** How many places of a quota are taken. */
@Entity('quota_taken')
export class QuotaTakenRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  cell: string;

  @Column('int')
  taken: number;

  /** Where places are those of standing responses: how many of these have the answer. */
  @Column('int', { default: 0 })
  wanted: number;
}

/** An event with which a response came, was put back or was raised to a level that is counted, beyond a quota. */
@Entity('quota_exceeded')
export class QuotaExceededRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PositionColumn({ primary: true })
  position: number;

  /** Whose response it is, as above: one event raises several people. */
  @PrimaryColumn('text')
  key: string;
}
