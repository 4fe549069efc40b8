import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PositionColumn } from '@isegoria/projection';
import type { ResponseChannel } from '../channels/channel.contract';

/** The last response of somebody to a survey that has quotas. */
@Entity('quota_response')
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
  cells: string[];

  /** Whether there was no place for it when it came: then it is not counted, and takes none. */
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
