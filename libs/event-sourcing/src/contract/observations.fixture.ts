import type { Position } from '@eventstore/db-client';
import { compare, type Seen } from './observing.fixture';

/** An append as its writer saw it: when it was begun and acknowledged by one count of such moments, and the place it was given. */
export interface Acknowledged {
  readonly begun: number;
  readonly acknowledged: number;
  readonly position: Position;
}

/** The first event whose revision is not the one after its predecessor's in the same stream. */
export function firstGap(events: readonly Seen[], firstRevision = 0): Seen | undefined {
  const last = new Map<string, number>();
  return events.find(({ stream, revision }) => {
    const expected = (last.get(stream) ?? firstRevision - 1) + 1;
    last.set(stream, revision);
    return revision !== expected;
  });
}

/** The first event that does not lie after the one before it in the log. */
export const firstOutOfOrder = (events: readonly Seen[]): Seen | undefined =>
  events.find(({ position }, index) => index > 0 && compare(events[index - 1]!.position, position) >= 0);

/** An append that was begun when another was already acknowledged and was yet placed before it. */
export function firstOvertaken(appends: readonly Acknowledged[]): Acknowledged | undefined {
  const byAcknowledgement = [...appends].sort((a, b) => a.acknowledged - b.acknowledged);
  let highest: Position | undefined;
  let next = 0;
  return [...appends]
    .sort((a, b) => a.begun - b.begun)
    .find(({ begun, position }) => {
      for (; next < byAcknowledgement.length && byAcknowledgement[next]!.acknowledged < begun; next += 1) {
        const earlier = byAcknowledgement[next]!.position;
        if (!highest || compare(earlier, highest) > 0) highest = earlier;
      }
      return highest !== undefined && compare(position, highest) <= 0;
    });
}

/** The appends, each named by a number, whose events do not stand side by side in the order of their stream. */
export function scattered(events: readonly Seen[]): number[] {
  const [ended, broken] = [new Set<number>(), new Set<number>()];
  let current: number | undefined;
  for (const { n } of events) {
    if (n === current) continue;
    if (ended.has(n)) broken.add(n);
    if (current !== undefined) ended.add(current);
    current = n;
  }
  return [...broken];
}
