import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fingerprintOfSources } from './sources.mjs';

let clone: string;
const write = (path: string, text: string) => writeFileSync(join(clone, path), text);

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'isegoria-sources-'));
  for (const folder of ['apps/one/src', 'libs', 'tools', 'docker']) mkdirSync(join(clone, folder), { recursive: true });
  for (const file of ['apps/one/src/main.ts', 'package-lock.json', 'tsconfig.base.json', 'docker/database-roles.sql']) write(file, 'x');
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

describe('what programs are built from', () => {
  it('is the same while nothing changed', () => {
    expect(fingerprintOfSources(clone)).toBe(fingerprintOfSources(clone));
  });

  it.each<[string, () => void]>([
    ['is there', () => write('libs/new.ts', '')],
    ['is gone', () => rmSync(join(clone, 'apps/one/src/main.ts'))],
    ['is longer', () => write('apps/one/src/main.ts', 'xx')],
    ['has the same length and was written later', () => utimesSync(join(clone, 'apps/one/src/main.ts'), 1, 1)],
    ['names other packages', () => write('package-lock.json', '{}')],
  ])('is another once a file %s', (_, change) => {
    const before = fingerprintOfSources(clone);
    change();
    expect(fingerprintOfSources(clone)).not.toBe(before);
  });
});
