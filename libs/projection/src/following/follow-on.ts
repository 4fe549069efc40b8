import type { DataSource } from 'typeorm';
import type { DomainEvent, Recorded } from '@isegoria/kernel';
import { endOfLog, followLog, pause, type EventStore } from '@isegoria/event-sourcing';

export interface FollowOn<Event extends DomainEvent> {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  /** The schema that has the table of `followerTable`: the one that the follower writes to, so that both are restored together. */
  readonly schema: string;
  /** The name under which the position is kept. */
  readonly name: string;
  /** Only streams whose names begin with one of these. */
  readonly prefixes?: readonly string[];
  /** Only events whose types begin with one of these, in place of `prefixes`. */
  readonly types?: readonly string[];
  readonly signal: AbortSignal;
  /** Does what follows from the events; may be called with the same ones again, and by several instances at once. */
  readonly apply: (events: readonly Recorded<Event>[]) => Promise<void>;
  /** Called when a batch or a connection failed, before the next try. */
  readonly onFailure?: (error: Error) => void;
}

const retryPause = 1_000;
/** How often (milliseconds) its position is saved while no event concerns the follower: this bounds what it reads again at a start. */
const keepEvery = 5_000;

/**
 * Follows the log for a policy from where it last stopped, in this process or another, until the signal is aborted; from the start of the
 * log only if it never ran. A position is saved once everything before it has been applied, so every event is applied at least once. A
 * restored older backup of the database has the older position in it, so what the database forgot is applied again.
 */
export async function followOn<Event extends DomainEvent>(follower: FollowOn<Event>): Promise<void> {
  const { store, prefixes, types, signal, onFailure } = follower;
  const after = await untilDone(follower, () => lastPosition(follower));
  let [applied, kept, keptAt] = [after ?? 0, after ?? 0, 0];
  for await (const { events, position } of followLog<Event>(store, { after, prefixes, types, signal, onInterruption: onFailure })) {
    if (events.length > 0) await untilDone(follower, () => follower.apply(events));
    if (signal.aborted) break;
    applied = position;
    if (events.length === 0 && Date.now() - keptAt < keepEvery) continue;
    await untilDone(follower, () => keep(follower, position));
    [kept, keptAt] = [position, Date.now()];
  }
  if (applied > kept) await keep(follower, applied).catch((error: Error) => onFailure?.(error));
}

/** Applies what is in the log by now and was not applied yet, once, beside the following; a failure is the caller's. */
export async function catchUp<Event extends DomainEvent>(follower: FollowOn<Event>): Promise<void> {
  const { store, prefixes, types, signal, apply } = follower;
  const after = await lastPosition(follower);
  for await (const { events, live } of followLog<Event>(store, { after, prefixes, types, signal })) {
    if (events.length > 0) await apply(events);
    if (live) return;
  }
}

type Retrying = Pick<FollowOn<DomainEvent>, 'signal' | 'onFailure'>;

/** Tries until it succeeds or the signal is aborted. */
async function untilDone<Result>({ signal, onFailure }: Retrying, work: () => Promise<Result>): Promise<Result | undefined> {
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      onFailure?.(error as Error);
      await pause(retryPause, signal);
    }
  }
  return undefined;
}

/**
 * A position beyond the end of the log comes from another log, or from a newer state than the restored one: it says nothing about this one.
 */
async function lastPosition<Event extends DomainEvent>({ store, dataSource, schema, name }: FollowOn<Event>): Promise<number | undefined> {
  const [row]: { position: string }[] = await dataSource.query(`SELECT position FROM ${schema}.follower WHERE name = $1`, [name]);
  if (!row) return undefined;
  if (Number(row.position) <= ((await endOfLog(store)) ?? -1)) return Number(row.position);
  await dataSource.query(`DELETE FROM ${schema}.follower WHERE name = $1`, [name]);
  return undefined;
}

/** Never back: the instance that is behind still has to see the events of the other. */
async function keep<Event extends DomainEvent>({ dataSource, schema, name }: FollowOn<Event>, position: number): Promise<void> {
  await dataSource.query(
    `INSERT INTO ${schema}.follower AS follower (name, position) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET position = greatest(follower.position, EXCLUDED.position)`,
    [name, position],
  );
}
