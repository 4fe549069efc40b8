import { describe, expect, it } from '@jest/globals';
import { maxLength } from 'class-validator';
import fc from 'fast-check';
import { lengthOf } from './length-of';

describe('the length of a text', () => {
  it('counts what people see as one as one', () => {
    expect(['', 'abc', 'a\nb', '😀', '❤️', 'مرحبا'].map(lengthOf)).toEqual([0, 3, 3, 1, 1, 5]);
  });

  it('is what the checks of the API count, whatever the text', () => {
    const characters = fc.constantFrom('a', '\n', 'ع', '😀', '❤\uFE0F', '\uFE0F', '\uFE0E', '\uD83D', '\uDE00', '👩‍👩‍👧');
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(maxLength(text, lengthOf(text))).toBe(true);
        if (text !== '') expect(maxLength(text, lengthOf(text) - 1)).toBe(false);
      }),
    );
  });
});
