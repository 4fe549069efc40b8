import { describe, expect, it } from '@jest/globals';
import { StreamRevisions } from './stream-revisions';

describe('the revisions of streams', () => {
  it('are counted for each stream by itself, however many there are', () => {
    const revisions = new StreamRevisions();
    const next = new Map<string, number>();
    for (let n = 0; n < 60_000; n++) {
      const stream = `ballot-${(n * 7919) % 20_011}`;
      expect(revisions.take(stream)).toBe(next.get(stream) ?? 0);
      next.set(stream, (next.get(stream) ?? 0) + 1);
    }
    expect(revisions.streams).toBe(next.size);
  });
});
