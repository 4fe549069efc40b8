import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contrast, leastContrast, readableOn } from './colour';

const white = '#ffffff';

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', white, 21],
    [white, white, 1],
    ['#777777', white, 4.48],
    ['#0000ff', white, 8.59],
    ['#ff0000', white, 4],
    [white, '#ff0000', 4],
  ])('of %s and %s is as WCAG computes it', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  });

  it('is enough for every colour that was moved until it can be read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const colour = `#${value.toString(16).padStart(6, '0')}`;
        expect(contrast(readableOn([white], colour, '#000000'), white)).toBeGreaterThanOrEqual(leastContrast);
      }),
    );
    expect(readableOn([white], '#0b5c6b', '#000000')).toBe('#0b5c6b');
  });
});
