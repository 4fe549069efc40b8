import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { atMostAMinute } from './at-most-a-minute';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('so many of each kind are written down in a minute, and how many were left out is told at its end', () => {
  const told: [string, number][] = [];
  const mayWrite = atMostAMinute<string>(3, (kind, leftOut) => told.push([kind, leftOut]));
  const written = (kind: string, times: number) => Array.from({ length: times }, () => mayWrite(kind)).filter(Boolean).length;
  expect([written('a', 10), written('b', 2)]).toEqual([3, 2]);
  jest.advanceTimersByTime(59_999);
  expect([written('a', 1), written('b', 2), told]).toEqual([0, 1, []]);
  jest.advanceTimersByTime(1);
  expect(told).toEqual([
    ['a', 8],
    ['b', 1],
  ]);
  expect([written('a', 3), written('a', 1)]).toEqual([3, 0]);
});
