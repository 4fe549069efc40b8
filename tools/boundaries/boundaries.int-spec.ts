import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const fixtures = join(import.meta.dirname, 'fixtures');
const places = new Map(readdirSync(fixtures).map((name) => [name, /as: (\S+)/.exec(readFileSync(join(fixtures, name), 'utf8'))![1]!]));
const rules = [
  '@nx/enforce-module-boundaries',
  'no-restricted-imports',
  '@typescript-eslint/no-restricted-imports',
  'isegoria/floors',
  'isegoria/no-import-circle',
  'isegoria/small-folders',
  'steady/callbacks',
  'logs/no-raw-errors',
  'regexp/no-super-linear-move',
  'regexp/no-super-linear-backtracking',
  'members/absent-or-null',
  'no-restricted-syntax',
  'max-len',
];

/** Each fixture says in its first line where it would stand, and breaks one rule there. */
describe('the boundaries of the house', () => {
  let findings: Record<string, string[]>;

  beforeAll(() => {
    const linted = execFileSync(process.execPath, ['tools/boundaries/lint-fixtures.mjs', fixtures], { cwd: root, encoding: 'utf8' });
    findings = JSON.parse(linted);
  }, 60_000);

  it.each(readdirSync(fixtures))('lint refuses %s', (fixture) => {
    expect(findings[fixture]?.some((rule) => rules.includes(rule))).toBe(true);
  });

  it('has a fixture for every floor', async () => {
    const { floorOf, table } = await import('../lint-rules/floors.mjs');
    const covered = [...places].filter(([name]) => findings[name]?.includes('isegoria/floors')).map(([, place]) => floorOf(place));
    expect(Object.keys(table).filter((floor) => !covered.includes(floor))).toEqual([]);
  });

  it('has a fixture for every kind of project', async () => {
    const { depConstraints } = await import('../boundaries.mjs');
    const projects = [...places.values()].map((place) => join(root, ...place.split('/').slice(0, 2), 'project.json'));
    const covered = projects.filter(existsSync).flatMap((project) => JSON.parse(readFileSync(project, 'utf8')).tags as string[]);
    expect(depConstraints.map(({ sourceTag }) => sourceTag).filter((tag) => !covered.includes(tag))).toEqual([]);
  });
});
