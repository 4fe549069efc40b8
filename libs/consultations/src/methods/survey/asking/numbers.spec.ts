import { describe, expect, it } from '@jest/globals';
import { numberTyped, numberWritten, readInTwoWays } from './numbers.pure';

describe('a number that somebody types', () => {
  it.each([
    ['7', 7],
    [' -12 ', -12],
    ['\u22123', -3],
    ['1500', 1500],
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['0.500', 0.5],
    ['1500,250', 1500.25],
    ['1,500.00', 1500],
    ['1.500,00', 1500],
    ['1,500,000', 1_500_000],
    ['1.500.000', 1_500_000],
    ['1 500', 1500],
    ['1\u202f500,5', 1500.5],
    ['1\u00a0500', 1500],
    ['1’500.5', 1500.5],
    ['١٬٥٠٠', 1500],
    ['١٬٥٠٠٫٢٥', 1500.25],
    ['۱٫۵', 1.5],
    ['١٫٥٠٠', 1.5],
  ])('%s is read as %d, whatever the language of the page', (typed, number) => expect(numberTyped(typed)).toBe(number));

  it.each([
    ['1,500', '1500', '1.5'],
    ['1.500', '1500', '1.5'],
    ['-12,125', '-12125', '-12.1250'],
    ['١,٥٠٠', '1500', '1.5'],
  ])('%s is asked about: it may be %s or %s, and both are read as they are proposed', (typed, whole, decimal) => {
    expect(numberTyped(typed)).toBeUndefined();
    expect(readInTwoWays(typed)).toEqual({ whole, decimal });
    expect([whole, decimal].map(numberTyped)).toEqual([Number(whole), Number(decimal)]);
  });

  it.each(['', 'many', '1,50,000', '1 50', '1,500.000.000', '1.2,3.4', '12 3', '1e5', '1,', '.5', '1'.repeat(16)])(
    '%j is no number',
    (typed) => {
      expect(numberTyped(typed)).toBeUndefined();
      expect(readInTwoWays(typed)).toBeUndefined();
    },
  );

  it.each([1.125, -12.125, 1500.125, 0.125, 1_500_000, 1.5, 1e-7])('%d is read again from its field as it was written there', (number) =>
    expect(numberTyped(numberWritten(number))).toBe(number),
  );
});
