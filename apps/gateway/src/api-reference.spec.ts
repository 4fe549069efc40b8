import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { apiOf } from '@isegoria/api-host';
import * as declared from '@isegoria/contracts';
import { readModelNames } from '@isegoria/read-models';
import { apiParts } from './api';
import { withRoutes } from './api-reference';

const page = readFileSync(join(import.meta.dirname, '../../../docs/reference/api.md'), 'utf8');

it('the API serves every contract that has a route', () => {
  const withRoute = Object.values(declared).filter((value) => typeof value === 'object' && 'route' in value && 'may' in value);
  const served = apiOf(apiParts).contracts;
  expect(withRoute.length).toBeGreaterThan(40);
  expect(withRoute.filter((contract) => !served.some((one) => one === contract))).toEqual([]);
});

it('every query names the groups of read models that it reads, and none that there is not', () => {
  const answers = apiParts.flatMap((part) => part.answers);
  expect(
    answers.filter(({ reads }) => reads.length === 0 || reads.some((group) => !(readModelNames as readonly string[]).includes(group))),
  ).toEqual([]);
});

describe('docs/reference/api.md', () => {
  it('has the routes that the contracts say; `npm run docs` writes them', () => {
    expect(page.split('\n')).toEqual(withRoutes(page).split('\n'));
  });

  it('is found stale when a route is missing, or is for others', () => {
    for (const stale of [page.replace(/^\| PUT \| `\/settings`.*\n/m, ''), page.replace('| moderator, administrator |', '| everybody |')]) {
      expect(stale).not.toBe(page);
      expect(withRoutes(stale)).toBe(page);
    }
  });
});
