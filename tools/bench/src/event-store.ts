import { appendComparison } from './cases/append-comparison';
import { rawProtocol } from './cases/raw-protocol';
import type { Figure } from './figure';

/** The event store by itself: through the real client beside Emmett, and by the bytes of its protocol. */
export async function measureEventStore(seconds: number, say: (sentence: string) => void): Promise<Figure[]> {
  say('the event store beside Emmett on PostgreSQL ...');
  const compared = await appendComparison(seconds / 2);
  say('the event store by the bytes of its protocol ...');
  return [...compared, ...(await rawProtocol(seconds))];
}
