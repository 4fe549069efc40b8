import { describe, expect, it } from '@jest/globals';
import { decide, type WrittenEvents } from './decision';
import { SOFT_DELETED, type StreamHead } from './model';

/** A stream with events a, b, c at revisions 0, 1, 2. */
const ids = ['a', 'b', 'c'];
const head: StreamHead = { number: 1, revision: 2 };
const written: WrittenEvents = {
  isAt: (id, revision) => ids[revision] === id,
  recentRevision: (id) => (ids.includes(id) ? ids.indexOf(id) : undefined),
  hasMetadata: () => false,
};
const nothing: WrittenEvents = { isAt: () => false, recentRevision: () => undefined, hasMetadata: () => false };

const WRITE = { kind: 'write' };
const WRONG = { kind: 'wrong-expected-version' };
const DELETED = { kind: 'stream-deleted' };
const already = (lastRevision: number) => ({ kind: 'already-written', lastRevision });

describe('whether an append is written', () => {
  it.each([
    ['the next one at the exact revision', 2, ['d'], WRITE],
    ['nothing at the exact revision', 2, [], WRITE],
    ['ahead of the stream', 3, ['d'], WRONG],
    ['behind the stream', 1, ['d'], WRONG],
    ['the same again behind the stream', 1, ['c'], already(2)],
    ['several the same again', 0, ['b', 'c'], already(2)],
    ['the same again and one more', 1, ['c', 'd'], WRONG],
    ['the same in another order', 0, ['c', 'b'], WRONG],
    ['nothing behind the stream', 1, [], WRONG],
    ['a new one at no_stream', 'no_stream', ['d'], WRONG],
    ['the first again at no_stream', 'no_stream', ['a', 'b'], already(1)],
    ['a new one at any', 'any', ['d'], WRITE],
    ['the same again at any', 'any', ['a', 'b', 'c'], already(2)],
    ['the same again and one more at any', 'any', ['c', 'd'], WRONG],
    ['one more and the same again at any', 'any', ['d', 'c'], WRONG],
    ['one more and the same again where the stream exists', 'stream_exists', ['d', 'c'], WRONG],
    ['one more and the same again at the exact revision before', 1, ['d', 'c'], WRONG],
    ['a new one where the stream exists', 'stream_exists', ['d'], WRITE],
    ['the same again where the stream exists', 'stream_exists', ['b'], already(1)],
  ] as const)('%s', (_name, expected, proposed, decision) => {
    expect(decide(head, expected, proposed, written)).toEqual(decision);
  });

  it.each([
    ['no_stream', WRITE],
    ['any', WRITE],
    ['stream_exists', WRONG],
    [0, WRONG],
  ] as const)('to a stream that is not there, at %s', (expected, decision) => {
    expect(decide(undefined, expected, ['a'], nothing)).toEqual(decision);
  });

  it('to a stream that has metadata only', () => {
    const metadataOnly = { ...nothing, hasMetadata: () => true };
    expect(decide({ number: 1, revision: -1 }, 'stream_exists', ['a'], metadataOnly)).toEqual(WRITE);
    expect(decide({ number: 1, revision: -1 }, 'no_stream', ['a'], metadataOnly)).toEqual(WRITE);
  });

  it('to a deleted stream: as if there were none, or where it left off', () => {
    const deleted = { ...head, truncateBefore: SOFT_DELETED };
    expect(decide(deleted, 'no_stream', ['d'], written)).toEqual(WRITE);
    expect(decide(deleted, 'any', ['d'], written)).toEqual(WRITE);
    expect(decide(deleted, 2, ['d'], written)).toEqual(WRITE);
    expect(decide(deleted, 1, ['d'], written)).toEqual(WRONG);
    expect(decide(deleted, 'stream_exists', ['d'], written)).toEqual(DELETED);
  });

  it.each(['any', 'no_stream', 'stream_exists', 2] as const)('to a tombstoned stream, at %s: never', (expected) => {
    expect(decide({ ...head, tombstoned: true }, expected, ['d'], written)).toEqual(DELETED);
  });
});
