import { describe, expect, it } from '@jest/globals';
import { SOFT_DELETED } from './model';
import { recreation, softDeletion, truncationIn } from './stream-metadata';

const metadata = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

describe('stream metadata', () => {
  it('is obeyed where it truncates', () => {
    expect(truncationIn(metadata({ $tb: 3, $maxCount: 2, $maxAge: 60, owner: 'me' }))).toEqual({
      truncateBefore: 3,
      maxCount: 2,
      maxAge: 60,
    });
  });

  it.each([
    ['no JSON', Buffer.from('{')],
    ['a list', metadata([1])],
    ['null', metadata(null)],
    ['strange values', metadata({ $tb: -1, $maxCount: 'x', $maxAge: 1.5 })],
  ])('truncates nothing when it is %s', (_name, bytes) => {
    expect(truncationIn(bytes)).toEqual({});
  });

  it('of a deletion is the largest revision, to the last digit', () => {
    expect(softDeletion().toString()).toBe('{"$tb":9223372036854775807}');
    expect(truncationIn(softDeletion()).truncateBefore).toBe(SOFT_DELETED);
  });

  it('of a recreation keeps what else was said', () => {
    expect(JSON.parse(recreation(metadata({ $tb: 9, owner: 'me' }), 4).toString())).toEqual({ $tb: 4, owner: 'me' });
  });
});
