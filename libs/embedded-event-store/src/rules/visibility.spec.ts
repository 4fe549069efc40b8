import { describe, expect, it } from '@jest/globals';
import { firstVisibleRevision, isExpired } from './visibility';

describe('what a read of a stream shows', () => {
  it.each([
    ['all', {}, 0],
    ['the last so many', { maxCount: 3 }, 7],
    ['more than there are', { maxCount: 30 }, 0],
    ['from a revision', { truncateBefore: 4 }, 4],
    ['nothing yet', { truncateBefore: Number.MAX_SAFE_INTEGER }, 10],
    ['the narrower of both', { truncateBefore: 4, maxCount: 3 }, 7],
    ['the narrower of both, the other way', { truncateBefore: 9, maxCount: 3 }, 9],
  ])('%s', (_name, truncation, first) => {
    expect(firstVisibleRevision('stream', { number: 1, revision: 9, ...truncation })).toBe(first);
  });

  it('of a metadata stream the last event', () => {
    expect(firstVisibleRevision('$$stream', { number: 1, revision: 9 })).toBe(9);
  });

  it('nothing that is older than $maxAge', () => {
    const head = { number: 1, revision: 9, maxAge: 60 };
    expect(isExpired(1_000_000, head, 1_060_000)).toBe(false);
    expect(isExpired(1_000_000, head, 1_060_001)).toBe(true);
    expect(isExpired(0, { number: 1, revision: 9 }, 1e15)).toBe(false);
  });
});
