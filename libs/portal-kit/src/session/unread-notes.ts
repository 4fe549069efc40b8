import { LRUCache } from 'lru-cache';
import { countUnreadNotes } from '@isegoria/identity';
import type { Visit } from './visit';

/** Milliseconds. */
const aMinute = 60_000;
const remembered = 10_000;

/**
 * How many notes wait for a visitor, for the header of pages. Asked for at most once a minute and session, beside everything else that a
 * page asks for, and never where something is sent: nobody votes later because of it.
 */
export class UnreadNotes {
  private readonly counts = new LRUCache<string, number>({ max: remembered, ttl: aMinute });

  /** Undefined for visitors, and where it cannot be known. */
  async of(visit: Visit): Promise<number | undefined> {
    const { token, request } = visit;
    if (token === undefined || request.method !== 'GET' || !request.headers.accept?.includes('text/html')) return undefined;
    const known = request.path.startsWith('/my/notes') ? undefined : this.counts.get(token);
    if (known !== undefined) return known;
    const count = await visit.api.do(countUnreadNotes, {}).then(
      (unread) => unread.count,
      () => undefined,
    );
    if (count !== undefined) this.counts.set(token, count);
    return count;
  }
}
