import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { widthInEms, wrapped } from './wrapped';

describe('a text in lines', () => {
  it('has every word, and no line that is wider than it may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 4, max: 40 }), (text, ems) => {
        const lines = wrapped(text, ems);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        for (const line of lines) expect([...new Intl.Segmenter().segment(line)].length === 1 || widthInEms(line) <= ems).toBe(true);
      }),
    );
  });

  it('is broken between words', () => {
    expect(wrapped('Buses every ten minutes, even if some lines are dropped.', 16)).toEqual([
      'Buses every ten minutes, even',
      'if some lines are dropped.',
    ]);
  });
});
