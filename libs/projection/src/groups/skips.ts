import { readModelsStream, type ProjectionEventSkipped } from '@isegoria/read-model-contracts';
import type { EventStore } from '@isegoria/event-sourcing';
import type { ReadModelGroup } from '../projection';

/** The events that this version of the group is to leave out, with the reasons: what the log says about it, wherever it says so. */
export async function skipsOf(store: EventStore, { name, version }: ReadModelGroup): Promise<Map<string, string>> {
  const skips = new Map<string, string>();
  for (const { type, data } of await store.readStream<ProjectionEventSkipped>(readModelsStream)) {
    if (type === 'ProjectionEventSkipped' && data.group === name && data.version === version) skips.set(data.eventId, data.reason);
  }
  return skips;
}
