import { describe, expect, it } from '@jest/globals';
import { languages } from '@isegoria/texts';
import { numberTyped, numberWritten, readInTwoWays, wholeNumberTyped } from './numbers.pure';

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
    ['1,500', 1500, 1.5],
    ['1.500', 1500, 1.5],
    ['-12,125', -12_125, -12.125],
    ['١,٥٠٠', 1500, 1.5],
  ])('%s is asked about in each language: it may be %d or %d, and both are read as they are proposed', (typed, whole, decimal) => {
    expect(numberTyped(typed)).toBeUndefined();
    for (const language of languages) {
      const proposed = readInTwoWays(typed, language)!;
      expect([proposed.whole, proposed.decimal].map(numberTyped)).toEqual([whole, decimal]);
    }
  });
  it('asks with numbers as people write them in the language of the page', () => {
    expect(readInTwoWays('1,500', 'en')).toEqual({ whole: '1500', decimal: '1.5' });
    expect(readInTwoWays('1,500', 'fr')).toEqual({ whole: '1500', decimal: '1,5' });
    expect(readInTwoWays('1.125', 'fr')).toEqual({ whole: '1125', decimal: '1,1250' });
  });

  it.each(['', 'many', '1,50,000', '1 50', '1,500.000.000', '1.2,3.4', '12 3', '1e5', '1,', '.5', '1'.repeat(16)])(
    '%j is no number',
    (typed) => {
      expect(numberTyped(typed)).toBeUndefined();
      expect(readInTwoWays(typed, 'en')).toBeUndefined();
    },
  );

  it.each([1.125, -12.125, 1500.125, 0.125, 1_500_000, 1.5, 1e-7])('%d is read again from its field as it was written there', (number) =>
    expect(numberTyped(numberWritten(number))).toBe(number),
  );
});

describe('a whole number that somebody types', () => {
  it.each([
    ['3,240', 3240],
    ['3.240', 3240],
    ['3\u202f240', 3240],
    ['٣٬٢٤٠', 3240],
    ['۳۰', 30],
    [' 30 ', 30],
  ])('%s is %d, as the pages write it in one language or another', (typed, number) => expect(wholeNumberTyped(typed)).toBe(number));

  it.each(['', '1.5', '٣٫٥', '3,24', 'thirty', '1e3', '0x10'])('%j is none', (typed) => expect(wholeNumberTyped(typed)).toBeUndefined());
});
