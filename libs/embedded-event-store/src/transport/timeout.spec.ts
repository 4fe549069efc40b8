import { expect, it } from '@jest/globals';
import { timeoutIn } from './timeout';

it.each([
  ['2H', 7_200_000],
  ['3M', 180_000],
  ['4S', 4_000],
  ['250m', 250],
  ['1500u', 2],
  ['1n', 1],
  ['0m', 0],
  ['99999999H', undefined],
  ['123456789m', undefined],
  ['-1S', undefined],
  ['1', undefined],
  [undefined, undefined],
])('reads the timeout %s', (header, milliseconds) => {
  expect(timeoutIn(header)).toBe(milliseconds);
});
