import { describe, expect, it } from '@jest/globals';
import type { JestFile } from './jest';
import type { LeftOut } from './left-out';
import { namedInVain, resultsOf } from './results';

const PROJECTIONS: LeftOut = { reason: 'projections', sign: /has no projections/, files: ['projected.test.ts'] };
const CLOUD: LeftOut = { reason: 'a cloud', files: ['cloud.test.ts'] };

const fileOf = (...outcomes: readonly string[]): JestFile => ({
  message: 'it cannot be read',
  assertionResults: outcomes.map((outcome, n) => ({
    status: ['passed', 'pending'].includes(outcome) ? outcome : 'failed',
    fullName: `test ${n}`,
    failureMessages: ['passed', 'pending'].includes(outcome) ? [] : [outcome],
  })),
});
const resultOf = (file: string, ran?: JestFile) => resultsOf([file], new Map(ran ? [[file, ran]] : []), [PROJECTIONS, CLOUD])[0]!;

describe('the result of a file of the suite', () => {
  it('leaves out a test that asks for what its file is named for, and no other', () => {
    expect(resultOf('projected.test.ts', fileOf('The store has no projections', 'wrong revision', 'passed', 'pending'))).toEqual({
      file: 'projected.test.ts',
      passed: 1,
      skipped: 1,
      leftOut: [{ test: 'test 0', reason: 'projections' }],
      failed: ['test 1'],
    });
  });

  it('leaves out a file that the suite skips, where it is named for that', () => {
    expect(resultOf('cloud.test.ts', fileOf('pending'))).toMatchObject({ skipped: 0, leftOut: [{ reason: 'a cloud' }], failed: [] });
  });

  it.each([
    ['was not run', 'any.test.ts', undefined],
    ['could not be read', 'any.test.ts', fileOf()],
    ['asks for what is absent, and is not named', 'any.test.ts', fileOf('The store has no projections')],
    ['is named, and passes', 'projected.test.ts', fileOf('passed')],
    ['is skipped by the suite, and not named', 'any.test.ts', fileOf('pending')],
    ['is named as skipped, and passes', 'cloud.test.ts', fileOf('pending', 'passed')],
  ])('is a failure where the file %s', (_, file, ran) => {
    expect(resultOf(file, ran).failed).toHaveLength(1);
  });

  it('is none where the file passes', () => {
    expect(resultOf('any.test.ts', fileOf('passed', 'pending')).failed).toEqual([]);
  });
});

it('finds a name of a file that the suite has not', () => {
  expect(namedInVain(['projected.test.ts'], [PROJECTIONS, CLOUD]).map(({ file }) => file)).toEqual(['cloud.test.ts']);
});
