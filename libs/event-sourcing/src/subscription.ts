import {
  START,
  eventTypeFilter,
  excludeSystemEvents,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type JSONRecordedEvent,
} from '@eventstore/db-client';
import type { DomainEvent, Recorded } from '@isegoria/kernel';
import { steady } from '@isegoria/steady';
import type { EventStore } from './event-store';
import { pause } from './pause';
import { readNewest } from './raw-log';

/** A run of events in log order. `position` is how far the log was seen, beyond the last event when others were filtered out. */
export interface Batch<Event extends DomainEvent = DomainEvent> {
  readonly events: readonly Recorded<Event>[];
  readonly position: number;
  /** True once everything that existed when the subscription began has been delivered. */
  readonly live: boolean;
}

/** Which event it is that cannot be read. */
export type UnreadableEvent = Pick<Recorded, 'stream' | 'revision' | 'type' | 'position'>;

export interface SubscriptionOptions {
  /** Begin after this position, or after what exists at the first try; from the start of the log when absent. */
  readonly after?: number | 'end';
  /** Only streams whose names begin with one of these; all but the store's own when absent. */
  readonly prefixes?: readonly string[];
  /** Only events whose types begin with one of these, in place of `prefixes`. */
  readonly types?: readonly string[];
  /** The most events in a batch. */
  readonly batchSize?: number;
  /** Once live, let this long pass from one batch to the next (milliseconds), so that a rush is handled in few batches. */
  readonly gather?: number;
  readonly signal: AbortSignal;
  /**
   * Told of an event that cannot be brought to the present version, which is then left out. Without it, following breaks there, and is
   * tried again from there for ever.
   */
  readonly onUnreadable?: (error: Error, event: UnreadableEvent) => void;
  /** Called when the connection broke, before the next try. */
  readonly onInterruption?: (error: Error) => void;
}

const retryDelay = 250;

/**
 * Follows the whole log: first what exists, then what comes, in log order, without gap or repeat, in batches of whatever has arrived.
 * Reading waits while the consumer works, so memory stays bounded. Reconnects for ever; ends when the signal is aborted.
 */
export async function* followLog<Event extends DomainEvent>(store: EventStore, options: SubscriptionOptions): AsyncGenerator<Batch<Event>> {
  let after = options.after;
  while (!options.signal.aborted) {
    try {
      if (after === 'end') after = await endOfLog(store);
      for await (const batch of followOnce<Event>(store, { ...options, after })) {
        after = batch.position;
        yield batch;
      }
    } catch (error) {
      if (options.signal.aborted) return;
      options.onInterruption?.(error as Error);
      await pause(retryDelay, options.signal);
    }
  }
}

/** The position of the log's last event; undefined while there is none. */
export async function endOfLog(store: EventStore): Promise<number | undefined> {
  const [newest] = await readNewest(store, 1);
  return newest?.place.commit;
}

type Once = SubscriptionOptions & { readonly after?: number };

async function* followOnce<Event extends DomainEvent>(store: EventStore, options: Once): AsyncGenerator<Batch<Event>> {
  const batchSize = options.batchSize ?? 1000;
  const inbox = new Inbox<Event>(store, batchSize * 2, options.onUnreadable);
  const subscription = store.client.subscribeToAll({
    fromPosition: options.after === undefined ? START : { commit: BigInt(options.after), prepare: BigInt(options.after) },
    filter: filterFor(options, (position) => inbox.seen(position)),
  });
  inbox.fillFrom(subscription);
  const end = steady(() => inbox.end());
  options.signal.addEventListener('abort', end, { once: true });
  try {
    yield* inbox.batches(batchSize, options.after ?? 0, options.gather ?? 0);
  } finally {
    options.signal.removeEventListener('abort', end);
    await subscription.unsubscribe().catch(() => undefined);
  }
}

function filterFor({ prefixes, types }: SubscriptionOptions, seen: (position: number) => void) {
  const checkpoints = { checkpointInterval: 10, checkpointReached: (_: unknown, { commit }: { commit: bigint }) => seen(Number(commit)) };
  if (types) return eventTypeFilter({ prefixes: [...types], ...checkpoints });
  return prefixes ? streamNameFilter({ prefixes: [...prefixes], ...checkpoints }) : excludeSystemEvents(checkpoints);
}

/** Holds what has arrived until the consumer asks; pauses the subscription when it holds enough. */
class Inbox<Event extends DomainEvent> {
  private arrived: Recorded<Event>[] = [];
  private lastSeen = 0;
  private live = false;
  private announced = false;
  private ended = false;
  private failure?: Error;
  private wake = () => {};
  private subscription?: AllStreamSubscription;

  constructor(
    private readonly store: EventStore,
    private readonly capacity: number,
    private readonly onUnreadable: SubscriptionOptions['onUnreadable'],
  ) {}

  fillFrom(subscription: AllStreamSubscription): void {
    this.subscription = subscription;
    const take = ({ event, commitPosition }: AllStreamResolvedEvent) => {
      if (!event || this.failure) return;
      const recorded = this.presentForm(event as JSONRecordedEvent, commitPosition);
      if (recorded) this.arrived.push(recorded);
      if (this.arrived.length >= this.capacity) subscription.pause();
      this.wake();
    };
    const caughtUp = () => {
      this.live = true;
      this.wake();
    };
    const fail = (error: Error) => {
      this.failure ??= error;
      this.wake();
    };
    subscription.on('data', steady(take, fail));
    subscription.on('caughtUp', steady(caughtUp));
    subscription.on('error', steady(fail));
    subscription.on(
      'end',
      steady(() => this.end()),
    );
  }

  /** If an event cannot be brought to the present version, a follower that does not ask for such events gets the error like any other. */
  private presentForm(event: JSONRecordedEvent, commitPosition?: bigint): Recorded<Event> | undefined {
    try {
      return this.store.toRecorded<Event>(event, commitPosition);
    } catch (error) {
      if (!this.onUnreadable) throw error;
      const { type, streamId: stream, revision, position } = event;
      const place = Number(position?.commit ?? commitPosition ?? 0n);
      this.onUnreadable(error as Error, { type, stream, revision: Number(revision), position: place });
      return undefined;
    }
  }

  seen(position: number): void {
    this.lastSeen = Math.max(this.lastSeen, position);
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  async *batches(size: number, after: number, gather: number): AsyncGenerator<Batch<Event>> {
    let given = after;
    let lastBegun = 0;
    for (;;) {
      if (this.arrived.length > 0) {
        const early = this.announced && this.arrived.length < size ? lastBegun + gather - Date.now() : 0;
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        lastBegun = Date.now();
        const events = this.arrived.splice(0, size);
        given = events.at(-1)!.position;
        if (this.subscription?.isPaused() && this.arrived.length < this.capacity / 2) this.subscription.resume();
        yield { events, position: given, live: this.markLive() };
      } else if (this.failure) {
        throw this.failure;
      } else if (this.ended) {
        return;
      } else if (this.holdsNothing() && (this.lastSeen > given || (this.live && !this.announced))) {
        given = Math.max(given, this.lastSeen);
        yield { events: [], position: given, live: this.markLive() };
      } else {
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
    }
  }

  private markLive(): boolean {
    if (this.live && this.holdsNothing()) this.announced = true;
    return this.announced;
  }

  /** The client may still hold events when it reports a checkpoint or that it has caught up. */
  private holdsNothing(): boolean {
    return this.arrived.length === 0 && (this.subscription?.readableLength ?? 0) === 0;
  }
}
