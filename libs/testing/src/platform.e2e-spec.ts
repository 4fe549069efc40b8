import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './eventually';
import { startPlatform } from './platform';

/** Processes of which something names the folder: the platform itself, and the parts that were told where their data is. */
const processesIn = (folder: string) =>
  readdirSync('/proc').filter((id) => {
    try {
      return /^\d+$/.test(id) && ['cmdline', 'environ'].some((what) => readFileSync(`/proc/${id}/${what}`, 'latin1').includes(folder));
    } catch {
      return false; // It ended meanwhile.
    }
  });

describe('a platform for tests', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'isegoria-given-up-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([500, 3_000, 8_000])('leaves no process behind that is given up after %i ms', async (within) => {
    // Never ready in time, since it seeds a demo with witnesses.
    await expect(startPlatform({ folder, demo: true, witnesses: true, within })).rejects.toThrow('did not become ready');
    await eventually(() => expect(processesIn(folder)).toEqual([]), 5_000);
    expect(existsSync(folder)).toBe(true);
  });
});
