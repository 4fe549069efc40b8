import { describe, expect, it } from '@jest/globals';
import { checkpointInterval, matcherOf } from './filters';

const event = { stream: 'ballot-7', type: 'VoteCast' };

describe('a filter', () => {
  it.each([
    ['stream', ['ballot-'], '', true],
    ['stream', ['poll-', 'ballot-'], '', true],
    ['stream', ['allot'], '', false],
    ['type', ['Vote'], '', true],
    ['type', ['ballot-'], '', false],
    ['stream', [], '^ballot-\\d$', true],
    ['type', [], 'Cast$', true],
    ['type', [], '^[^$].*', true],
    ['type', [], '^cast', false],
  ] as const)('by %s, prefixes %j, expression %j: %j', (on, prefixes, regex, matches) => {
    expect(matcherOf({ on, prefixes, regex })(event)).toBe(matches);
  });

  it('leaves system events out with the expression that clients use for it', () => {
    expect(matcherOf({ on: 'type', prefixes: [], regex: '^[^$].*' })({ stream: '$$x', type: '$metadata' })).toBe(false);
  });

  it('refuses what is no expression', () => {
    expect(() => matcherOf({ on: 'type', prefixes: [], regex: '(' })).toThrow('Invalid regular expression');
  });

  it('tells how far it looked every window times the multiplier; a window is 32 where none is named', () => {
    expect(checkpointInterval(10, 3)).toBe(30);
    expect(checkpointInterval(undefined, 2)).toBe(64);
  });
});
