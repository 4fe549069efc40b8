import { commandHandler, type EventStore, type NewMetadata } from '@isegoria/event-sourcing';
import type { Beginning } from '../../methods/method/method.decider';
import { beginningDecider } from '../activity.decider';

/**
 * Begins streams one after the other, so that the log has everything in the order that the office chose.
 * @returns the position of the last event; 0 where nothing was to begin
 */
export function beginnerOf(store: EventStore): (beginnings: readonly Beginning[], metadata: NewMetadata) => Promise<number> {
  const begin = commandHandler(store, beginningDecider);
  return async (beginnings, metadata) => {
    let last = 0;
    for (const beginning of beginnings) {
      const { position } = await begin(beginning.stream, beginning, { commandId: beginning.id, metadata });
      last = Math.max(last, position);
    }
    return last;
  };
}
