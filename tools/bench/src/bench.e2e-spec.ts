import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Figure } from './figure';

const folder = mkdtempSync(join(tmpdir(), 'isegoria-bench-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The broker is measured beside it, or not at all. */
const hasNatsServer = spawnSync('nats-server', ['--version']).status === 0;

/** That it measures, not what: figures are for reading, and machines are noisy. */
describe('npm run bench', () => {
  it.each([
    [
      'platform',
      [
        ...['fdatasync', 'event store', 'TypeORM', 'public API', 'beside the event store', 'publication', 'openings and closings by date'],
        ...['dashboard', 'catching up', 'audit'],
      ],
    ],
    ...(hasNatsServer ? [['broker', ['1 in flight', '64 in flight', 'publish and subscribe']] as const] : []),
    ['counts', ['tally', 'instant runoff', 'Schulze']],
    ['documents', ['the site itself', ...['(en)', '(ar)'].flatMap((text) => [text, `${text} and 150 annotations, as sent`, 'packed'])]],
    ['surveys', ['one question', '40 answers', 'one row', '40 questions, 3,000 responses', 'export of 7,520', 'memory above idle']],
    ['log', ['sequencing', 'feed', 'checkpoint, median', 'proof', 'from a vote', 'SHA-256', 'by one core', 'beside bare SHA-256']],
    [
      'event-store',
      [
        ...[1, 8, 64, 256, 1, 64, 1, 64].map((inFlight) => `event store, ${inFlight} in flight`),
        'raw protocol, 64 in flight',
        'reading $all',
      ],
    ],
  ])(
    'gives every figure of the part %s, as a table and as JSON',
    async (part, subjects) => {
      const out = join(folder, `${part}.json`);
      const { stdout } = await promisify(execFile)('npm', [
        'run',
        '--silent',
        'bench',
        '--',
        '--only',
        part,
        '--seconds',
        '0.3',
        '--out',
        out,
      ]);
      const { figures } = JSON.parse(readFileSync(out, 'utf8')) as { figures: Figure[] };
      expect(figures.map(({ name }, index) => [name, name.includes(subjects[index]!)])).toEqual(figures.map(({ name }) => [name, true]));
      expect(figures).toHaveLength(subjects.length);
      for (const { name, value } of figures) {
        expect([name, value > 0 && Number.isFinite(value)]).toEqual([name, true]);
        expect(stdout).toContain(name);
      }
    },
    300_000,
  );

  it.each([
    ['--events', 'many'],
    ['--seconds', '0'],
    ['--only', 'nothing'],
  ])('takes no %s %s', (option, value) => {
    const { status, stderr } = spawnSync('npm', ['run', '--silent', 'bench', '--', option, value], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining(value)]);
  });
});
