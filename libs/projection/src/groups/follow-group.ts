import { followLog, type Batch, type EventStore, type SubscriptionOptions } from '@isegoria/event-sourcing';
import { isFollowed, type ReadModelGroup } from '../projection';
import type { SharedReading } from '../following/shared-reading';

export interface FollowGroup {
  readonly store: EventStore;
  readonly group: ReadModelGroup;
  /** The shared reading that it joins whenever it is level with it. */
  readonly reading?: SharedReading;
}

/** How often (milliseconds) the position of a group that catches up is given while no event concerns it: each costs a transaction. */
const keepEvery = 1_000;

/**
 * Follows what a group reads of the log: together with others while it is level with them, otherwise by itself.
 * @param after the position up to which the group has everything; -1 for nothing
 */
export async function* followGroup(following: FollowGroup, after: number, options: SubscriptionOptions): AsyncGenerator<Batch> {
  const { group, reading } = following;
  let reached = after;
  let next = reading?.join(reached, options.signal);
  while (!options.signal.aborted) {
    const shared = next;
    next = undefined;
    for await (const batch of shared ?? alone(following, reached, options)) {
      const events = batch.events.filter((event) => event.position > reached && isFollowed(group, event));
      reached = Math.max(reached, batch.position);
      yield { events, position: reached, live: batch.live };
      // Joined before its own reading ends, so that this need not begin again.
      if (!shared) next = reading?.join(reached, options.signal);
      if (next) break;
    }
  }
}

/**
 * While a group catches up, the store filters for it. Afterwards it sees everything: a filtered subscription is slow to report how far the
 * log has moved beyond its own events, and readers who wait for a position would have to wait for that.
 */
async function* alone({ store, group }: FollowGroup, after: number, options: SubscriptionOptions): AsyncGenerator<Batch> {
  let [reached, givenAt] = [after, Date.now()];
  for await (const batch of followLog(store, { ...options, ...group.follows, ...from(reached) })) {
    reached = Math.max(reached, batch.position);
    if (batch.events.length === 0 && !batch.live && Date.now() - givenAt < keepEvery) continue;
    givenAt = Date.now();
    yield { ...batch, position: reached, live: false };
    if (batch.live) break;
  }
  yield* followLog(store, { ...options, ...from(reached) });
}

const from = (position: number) => (position < 0 ? {} : { after: position });
