import type { DataSource, EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { isMissing } from './checkpoint';
import type { ReadModelGroup } from '../projection';
import type { GroupRows } from '../groups/versions';

/** An event that a projection could not apply although the database answered. */
export interface Poison {
  readonly group: string;
  readonly eventId: string;
  readonly type: string;
  readonly position: number;
  /** SQLSTATE or the name of the error. */
  readonly code: string;
}

export interface Work {
  readonly dataSource: DataSource;
  readonly group: ReadModelGroup;
  readonly rows: GroupRows;
  /** Why events are left out, by their ids. */
  skips: ReadonlyMap<string, string>;
}

/**
 * Applies events and moves the checkpoint to the position, in one transaction. The checkpoint moves first: a second runner then waits for
 * it, and finds it moved, before it touches a row.
 * @throws FencedOff when the checkpoint is not where this runner left it
 */
export async function applyBatch(work: Work, events: readonly Recorded[], position: number): Promise<void> {
  // Most batches of a busy log are empty for most groups: then the one statement is the transaction.
  if (events.length === 0) await moveCheckpoint(work, work.dataSource.manager, position);
  else
    await work.dataSource.transaction(async (manager) => {
      await moveCheckpoint(work, manager, position);
      await apply(work, manager, events);
    });
  work.rows.position = position;
}

/**
 * Applies one event after the other up to the one that cannot be applied, and notes that one with the checkpoint.
 * @returns undefined when all could be applied
 * @throws the database's error when it cannot be reached
 */
export async function applyUpToPoison(work: Work, events: readonly Recorded[], position: number): Promise<Poison | undefined> {
  let poison: Poison | undefined;
  let reached = position;
  await work.dataSource.transaction(async (manager) => {
    await moveCheckpoint(work, manager, work.rows.position);
    reached = work.rows.position;
    for (const event of events) {
      poison = await tryToApply(work, manager, event);
      if (poison) break;
      reached = event.position;
    }
    if (!poison) reached = position;
    await manager.query(
      `UPDATE ${work.rows.schema}.checkpoint SET position = $1, computed_at = now(), stopped_event = $2, stopped_position = $3, stopped_code = $4`,
      [reached, poison?.eventId ?? null, poison?.position ?? null, poison?.code ?? null],
    );
  });
  work.rows.position = reached;
  return poison;
}

async function tryToApply(work: Work, manager: EntityManager, event: Recorded): Promise<Poison | undefined> {
  await manager.query('SAVEPOINT before_event');
  try {
    await apply(work, manager, [event]);
    await manager.query('RELEASE SAVEPOINT before_event');
    return undefined;
  } catch (error) {
    if (isUnwilling(error)) throw error;
    // The proof that the database is there, and that this event is to blame: on a lost connection this would throw, too.
    await manager.query('ROLLBACK TO SAVEPOINT before_event');
    const { id: eventId, type, position } = event;
    return { group: work.group.name, eventId, type, position, code: codeOf(error) };
  }
}

/**
 * Moves the checkpoint, and sets up the transaction in the same statement, since each costs a round trip for every group: names of tables
 * are those of the group's rows, and nobody waits for this disk, because rows and checkpoint are lost together or not at all and the log
 * has the events.
 */
async function moveCheckpoint({ group, rows }: Work, manager: EntityManager, to: number): Promise<void> {
  const moved: [unknown[], number] = await manager
    .query(
      `WITH here AS (SELECT set_config('synchronous_commit', 'off', true), set_config('search_path', $4, true))
       UPDATE ${rows.schema}.checkpoint
       SET position = $1, computed_at = now(), stopped_event = NULL, stopped_position = NULL, stopped_code = NULL
       FROM here WHERE version = $2 AND position = $3`,
      [to, group.version, rows.position, rows.schema],
    )
    .catch((error: unknown) => {
      throw isMissing(error) ? new FencedOff(group.name) : error;
    });
  if (moved[1] !== 1) throw new FencedOff(group.name);
}

async function apply({ group, skips }: Work, manager: EntityManager, events: readonly Recorded[]): Promise<void> {
  const skipped = skips.size > 0 ? events.filter(({ id }) => skips.has(id)) : [];
  const rest = skipped.length > 0 ? events.filter(({ id }) => !skips.has(id)) : events;
  if (rest.length > 0) for (const projection of group.projections) await projection.apply(rest, manager);
  for (const { id, position } of skipped) {
    await manager.query('INSERT INTO skipped_event (event_id, position, reason) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      id,
      position,
      skips.get(id),
    ]);
  }
}

/**
 * Whether the database is there but cannot do the work now: it is full, stopping, read-only or broke a deadlock (classes of SQLSTATE,
 * PostgreSQL appendix A). No event is to blame for that.
 */
export function isUnwilling(error: unknown): boolean {
  return /^((08|40|53|55|57|58|XX)...|25006)$/.test(String((error as { code?: unknown }).code));
}

/** SQLSTATE or the name of an error: its message may hold what people said. */
export function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : String(name ?? 'Error');
}

/** Another process moved the checkpoint, or a commit succeeded but its answer was lost: this runner must not write from memory. */
export class FencedOff extends Error {
  constructor(group: string) {
    super(`The checkpoint of ${group} is not where this runner left it: it stops, and may start again from where it is.`);
    this.name = 'FencedOff';
  }
}
