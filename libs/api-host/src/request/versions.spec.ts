import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import { entityTagOf, versionsIn } from './versions';

const versioned = { versionedBy: ['PageRevised'] };
const request = (header?: string) => ({ get: () => header }) as unknown as Request;

describe('the versions on which a request is based', () => {
  it.each([
    [undefined, undefined],
    ['*', undefined],
    ['"12"', [12]],
    [entityTagOf({ version: 12 }), [12]],
    [`W/${entityTagOf({ version: 0 })}`, [0]],
    ['"12.abc", "14"', [12, 14]],
    ['"12+17.abc"', [12, 17]],
    ['"12+.abc"', [-1]],
    ['"of-something-else"', [-1]],
    ['"-1"', [-1]],
    ['"12abc"', [-1]],
    ['"99999999999999999999"', [-1]],
  ])('%s: %j', (header, versions) => {
    expect(versionsIn(request(header), versioned)).toEqual(versions);
  });

  it.each(['', '12', '"12', '"1""2"', 'W/12', '*, "12"', '"two words"'])('are refused if they are no tags: %s', (header) => {
    expect(() => versionsIn(request(header), versioned)).toThrow('VALIDATION_FAILED');
  });

  it('are refused where nothing would be kept safe', () => {
    for (const header of ['"12"', '*']) expect(() => versionsIn(request(header), {})).toThrow('VALIDATION_FAILED');
    expect(versionsIn(request(), {})).toBeUndefined();
  });

  it('are those of all parts of what was read, so that its tag will do for whatever changes one of them', () => {
    const read = (view: object) => versionsIn(request(entityTagOf({ version: 12, ...view })), versioned);
    expect(read({ datesVersion: 17, outcome: { version: 20 }, title: 'A title' })).toEqual([12, 17, 20]);
    expect(read({ datesVersion: 0, outcome: null })).toEqual([12, 0]);
  });

  it('tell two answers apart in which only something else changed', () => {
    expect(entityTagOf({ version: 1, status: 'draft' } as { version: number })).not.toBe(entityTagOf({ version: 1 }));
  });
});
