import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCommandLine } from './command-line';
import { GeneratedLog } from './generated-log.fixture';
import { recorded } from './run';

/** Tables that grow in steps take some 45 at this size, and an ordinary Map of the same things several times that. */
const mostBytesPerEntry = 64;

describe('the memory of an audit', () => {
  let folder: string;
  let collectGarbage: () => void;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'isegoria-memory-'));
    setFlagsFromString('--expose-gc');
    collectGarbage = runInNewContext('gc') as () => void;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Bytes that are in use when all garbage is gone. */
  function inUse(): number {
    // What the first frees of buffers is counted until the second has come.
    for (let times = 0; times < 2; times++) collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  }

  it('grows by few bytes an entry: half of them begin a stream, and three of four are a vote that counts', async () => {
    const log = await GeneratedLog.of(25_000, 3);
    const perEntry: number[] = [];
    for (const state of ['first', 'second']) {
      const used = new Map<number, number>();
      log.onPage = (given) => void (given % 25_000 === 0 && used.set(given, inUse()));
      await recorded(log, readCommandLine([log.url, '--state', join(folder, state)]), { reading: () => undefined });
      perEntry.push((used.get(100_000)! - used.get(25_000)!) / 75_000);
    }
    // What a program compiles while it runs for the first time is no table.
    expect(Math.min(...perEntry)).toBeLessThan(mostBytesPerEntry);
  }, 180_000);
});
