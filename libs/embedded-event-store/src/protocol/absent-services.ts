import type { CallError } from '../transport/status';
import { unimplemented } from './errors';

const FEATURES: readonly [service: string, feature: string][] = [
  ['persistent_subscriptions.', 'persistent subscriptions'],
  ['projections.', 'projections'],
  ['users.', 'users'],
  ['operations.', 'operations'],
  ['monitoring.', 'monitoring'],
  ['cluster.', 'cluster of several nodes'],
];

/** Answers what this store does not do with one sentence instead of a bare code. */
export function absent(path: string): CallError {
  const found = FEATURES.find(
    ([service]) => path.startsWith(`/event_store.client.${service}`) || path.startsWith(`/event_store.${service}`),
  );
  return unimplemented(
    `The embedded event store has no ${found ? found[1] : `method ${path}`}; a server of EventStoreDB or KurrentDB may have it.`,
  );
}
