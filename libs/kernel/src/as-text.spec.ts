import { describe, expect, it } from '@jest/globals';
import { asText } from './as-text';

describe('a cell of a file for spreadsheets', () => {
  it.each(['-5', '-0.25', '5', 'a-1', ''])('stays as it is where it is a number or begins like no formula: %s', (cell) => {
    expect(asText(cell)).toBe(cell);
  });

  const formulas = ['-1+1|cmd', '-', '--5', '-5-5', '-5\n', '-.5', '-5e', '-5;=1', '=1', '+5', '-5 ', '-A1'];
  it.each(formulas)('is made text where it is not: %j', (cell) => {
    expect(asText(cell)).toMatch(/^'/);
  });
});
