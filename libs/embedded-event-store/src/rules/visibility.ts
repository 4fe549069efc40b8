import { isMetastream, type StreamHead } from './model';

/** The first revision that a read of the stream shows, at most the next one; what lies before is hidden, though still in $all. */
export function firstVisibleRevision(stream: string, head: StreamHead): number {
  // Of a metadata stream only the latest event counts; EventStoreDB fixes its $maxCount at 1.
  const maxCount = isMetastream(stream) ? 1 : head.maxCount;
  const byCount = maxCount === undefined ? 0 : head.revision - maxCount + 1;
  return Math.min(Math.max(head.truncateBefore ?? 0, byCount, 0), head.revision + 1);
}

/** Whether an event is older than the stream's `$maxAge`. */
export function isExpired(createdAt: number, head: StreamHead, now: number): boolean {
  return head.maxAge !== undefined && createdAt < now - head.maxAge * 1000;
}
