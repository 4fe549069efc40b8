import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HowFar, type Run } from './how-far';

const run: Run = { consultationId: 'c', opensAt: '2026-01-01T00:00:00.000Z', votesDigest: 'd' };

describe('how far an import is', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'isegoria-how-far-'));
    file = join(folder, 'import.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is up to which vote all were accepted, with the newest position and what was left out', () => {
    const howFar = new HowFar(file, run);
    expect(howFar.votes).toBe(0);
    for (const [vote, position] of [
      [1, 20],
      [0, 10],
      [2, undefined],
      [5, 50],
      [6, undefined],
    ] as const)
      howFar.done(vote, position);
    howFar.save();
    const next = new HowFar(file, run);
    expect([next.votes, next.position, next.leftOut]).toEqual([3, 50, [2]]);
  });

  it('is nothing for other votes, another consultation, another platform, or a file that cannot be read', () => {
    for (const other of [{ consultationId: 'other' }, { opensAt: null }, { votesDigest: 'other' }]) {
      const howFar = new HowFar(file, run);
      howFar.done(0, 1);
      howFar.save();
      expect(new HowFar(file, { ...run, ...other }).votes).toBe(0);
    }
    writeFileSync(file, '{"consultationId":');
    expect(new HowFar(file, run).votes).toBe(0);
  });
});
