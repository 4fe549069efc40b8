import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import { liveSchema } from '../groups/schemas';

const position = { from: (stored: string | null) => (stored === null ? null : Number(stored)), to: (value: number | null) => value };

/** How far the rows of a group have come: the one row of its table, in the same schema as the rows, moved in the same transaction. */
@Entity('checkpoint')
export class Checkpoint {
  @PrimaryColumn('int')
  version: number;

  /** The log position up to which every event is in the rows; -1 before the first. */
  @Column('bigint', { transformer: position })
  position: number;

  /** When the last batch was applied. */
  @Column('timestamptz', { name: 'computed_at' })
  computedAt: Date;

  /** The event that cannot be applied, and where it is; null while there is none. */
  @Column('uuid', { name: 'stopped_event', nullable: true })
  stoppedEvent: string | null;

  @Column('bigint', { name: 'stopped_position', nullable: true, transformer: position })
  stoppedPosition: number | null;

  /** SQLSTATE or the name of the error, since a message may hold anything. */
  @Column('text', { name: 'stopped_code', nullable: true })
  stoppedCode: string | null;
}

/** An event that was left out of the rows, as the log ordered. */
@Entity('skipped_event')
export class SkippedEvent {
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId: string;

  @Column('bigint', { transformer: position })
  position: number;

  @Column('text')
  reason: string;
}

/**
 * The position that all these groups include, when they were computed, and which events were left out of them. Ask it first in a
 * transaction that reads more than once: its groups are not swapped until the transaction ends.
 */
export async function readPosition(
  rows: EntityManager,
  groups: readonly string[],
): Promise<{ position: number; computedAt: Date; skippedEvents: string[] }> {
  const each = groups.map(
    (
      group,
    ) => `SELECT position, computed_at, array(SELECT event_id::text FROM ${liveSchema(group)}.skipped_event ORDER BY position) AS skipped
      FROM ${liveSchema(group)}.checkpoint`,
  );
  const found: { position: string; computed_at: Date; skipped: string[] }[] = await rows.query(each.join(' UNION ALL '));
  return {
    position: Math.min(...found.map(({ position }) => Number(position))),
    computedAt: found.map(({ computed_at }) => computed_at).reduce((last, at) => (at > last ? at : last)),
    skippedEvents: found.flatMap(({ skipped }) => skipped),
  };
}

export interface GroupState {
  readonly group: string;
  readonly version: number;
  readonly position: number;
  readonly computedAt: Date;
  readonly stopped: { readonly eventId: string; readonly position: number; readonly code: string } | null;
  readonly skippedEvents: readonly string[];
}

/** The state of the live rows of a group. @throws when there are none yet */
export async function groupState(rows: EntityManager, group: string): Promise<GroupState> {
  const [found] = await rows.query(
    `SELECT c.*, array(SELECT event_id::text FROM ${liveSchema(group)}.skipped_event ORDER BY position) AS skipped FROM ${liveSchema(group)}.checkpoint c`,
  );
  const { version, computed_at: computedAt, stopped_event: eventId, stopped_code: code, skipped: skippedEvents } = found;
  const stopped = eventId === null ? null : { eventId, position: Number(found.stopped_position), code };
  return { group, version, position: Number(found.position), computedAt, stopped, skippedEvents };
}

const pollEvery = 15;

/**
 * Resolves when the groups include the position, so that people read their own writes.
 * @throws Rejection UNAVAILABLE when they do not get that far within the time (milliseconds)
 */
export async function waitForPosition(dataSource: DataSource, groups: readonly string[], position: number, within = 5_000): Promise<void> {
  const deadline = Date.now() + within;
  while (!((await positionOrNone(dataSource.manager, groups)) >= position)) {
    if (Date.now() > deadline) throw new Rejection('UNAVAILABLE');
    await new Promise((resolve) => setTimeout(resolve, pollEvery));
  }
}

/** -1 also if the tables of a group do not exist yet. */
async function positionOrNone(rows: EntityManager, groups: readonly string[]): Promise<number> {
  try {
    return (await readPosition(rows, groups)).position;
  } catch (error) {
    if (isMissing(error)) return -1;
    throw error;
  }
}

/** Whether PostgreSQL says that a table or a schema does not exist. */
export function isMissing(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === '42P01' || code === '3F000';
}
