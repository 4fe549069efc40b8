import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Figure } from './figure';

const folder = mkdtempSync(join(tmpdir(), 'isegoria-bench-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** That it measures, not what: figures are for reading, and machines are noisy. */
describe('npm run bench', () => {
  it('gives every figure, as a table and as JSON', async () => {
    const out = join(folder, 'figures.json');
    const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'bench', '--', '--seconds', '1', '--out', out]);
    const { figures } = JSON.parse(readFileSync(out, 'utf8')) as { figures: Figure[] };
    const subjects = ['fdatasync', 'event store', 'TypeORM', 'public API', 'beside the event store', 'dashboard', 'catching up', 'audit'];
    expect(figures.map(({ name }, index) => name.includes(subjects[index]!))).toEqual(subjects.map(() => true));
    for (const { name, value } of figures) {
      expect([name, value > 0 && Number.isFinite(value)]).toEqual([name, true]);
      expect(stdout).toContain(name);
    }
  }, 300_000);
});
