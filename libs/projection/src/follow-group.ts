import { followLog, type Batch, type EventStore, type SubscriptionOptions } from '@isegoria/event-sourcing';
import { isFollowed, type ReadModelGroup } from './projection';

/**
 * Follows what a group reads of the log. While it catches up, the store filters for it. Afterwards it sees everything, since a filtered
 * subscription does not tell soon how far the log has come beyond its own events, and readers who wait for a position would wait for that.
 * @param after the position up to which the group has everything; -1 for nothing
 */
export async function* followGroup(
  store: EventStore,
  group: ReadModelGroup,
  after: number,
  options: SubscriptionOptions,
): AsyncGenerator<Batch> {
  let reached = after;
  for await (const batch of followLog(store, { ...options, ...group.follows, ...from(reached) })) {
    reached = Math.max(reached, batch.position);
    yield { events: batch.events.filter((event) => isFollowed(group, event)), position: reached, live: false };
    if (batch.live) break;
  }
  for await (const { events, position, live } of followLog(store, { ...options, ...from(reached) })) {
    yield { events: events.filter((event) => isFollowed(group, event)), position: Math.max(reached, position), live };
  }
}

const from = (position: number) => (position < 0 ? {} : { after: position });
