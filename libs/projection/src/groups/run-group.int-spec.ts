import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@isegoria/testing';
import { FencedOff } from '../following/apply-batch';
import { readPosition, waitForPosition } from '../following/checkpoint';
import { countingGroup } from '../counting.fixture';
import { projectionStage, type ProjectionStage } from '../stage.fixture';

describe('running a group', () => {
  let stage: ProjectionStage;
  let prefix: string;
  beforeAll(async () => void (stage = await projectionStage()));
  beforeEach(async () => {
    prefix = `counted-${randomUUID()}-`;
    await stage.clear();
  });
  afterAll(() => stage.stop());

  const append = async (stream: string, count: number) => (await stage.append(prefix + stream, count)).position;
  const reached = (position: number, within?: number) => waitForPosition(stage.dataSource, ['counting'], position, within);
  const counted = () => stage.counted(prefix);

  it('applies what is in the log and what arrives, each event once, and moves the position with the rows', async () => {
    await append('a', 3);
    const runner = stage.start(countingGroup(prefix));
    await reached(await append('b', 2));
    expect(await counted()).toEqual({ a: 3, b: 2 });
    await reached(await append('a', 1));
    expect(await counted()).toEqual({ a: 4, b: 2 });
    await runner.stop();
    const again = stage.start(countingGroup(prefix));
    await reached(await append('c', 1));
    expect(await counted()).toEqual({ a: 4, b: 2, c: 1 });
    await again.stop();
  });

  it('includes soon the positions of events that it does not read', async () => {
    await append('a', 1);
    const runner = stage.start(countingGroup(prefix));
    await reached((await stage.append(`other-${randomUUID()}`, 3)).position);
    await reached((await stage.append(`other-${randomUUID()}`, 1)).position);
    expect(await counted()).toEqual({ a: 1 });
    await runner.stop();
  });

  it('reads events by their types as well, whatever their streams', async () => {
    const type = `Told${randomUUID().slice(0, 8)}`;
    const event = { type, data: {} };
    await stage.append(`${prefix}a`, [event, { type: 'Other', data: {} }]);
    const runner = stage.start({ ...countingGroup(prefix), follows: { types: [type] } });
    await reached((await stage.append(`${prefix}b`, [{ type: 'Other', data: {} }, event])).position);
    expect(await counted()).toEqual({ a: 1, b: 1 });
    await runner.stop();
  });

  it('writes rows and checkpoint in one transaction, and tries a failed batch again', async () => {
    let failuresLeft = 2;
    const failures: string[] = [];
    const seenAtFailure: Promise<[number, number]>[] = [];
    const between = () => {
      if (failuresLeft-- > 0) throw new Error('disk on fire');
    };
    const last = await append('a', 3);
    const onFailure = (error: Error) => {
      failures.push(error.message);
      const position = readPosition(stage.dataSource.manager, ['counting']).then((read) => read.position);
      seenAtFailure.push(Promise.all([stage.seen(), position]));
    };
    const runner = stage.start(countingGroup(prefix, { between }), { onFailure });
    await reached(last);
    expect(failures).toEqual(['disk on fire', 'disk on fire']);
    for (const [rows, position] of await Promise.all(seenAtFailure)) {
      expect(rows).toBe(0);
      expect(position).toBeLessThan(last);
    }
    expect(await counted()).toEqual({ a: 3 });
    await runner.stop();
  });

  it('ends when asked to during a failure, without calling the batch applied', async () => {
    const between = () => Promise.reject(new Error('no'));
    const last = await append('a', 1);
    let failed = 0;
    const advanced: number[] = [];
    const runner = stage.start(countingGroup(prefix, { between }), {
      onFailure: () => (failed += 1),
      onAdvanced: ({ position }) => advanced.push(position),
    });
    await eventually(() => expect(failed).toBeGreaterThan(0));
    await runner.stop();
    expect(advanced.filter((position) => position >= last)).toEqual([]);
    expect(await stage.seen()).toBe(0);
  });

  it('loses and doubles nothing when its process is killed, however often, also while it builds a new version', async () => {
    const program = await bundledRunner();
    const run = (version: number) =>
      spawn(process.execPath, [program, stage.eventsUrl, stage.databaseUrl, prefix, String(version)], { stdio: 'inherit' });
    let last = 0;
    for (let stream = 0; stream < 40; stream++) last = await append(String(stream % 10), 25);
    const killedAt = async (version: number, schema: string, atLeast: number) => {
      const child = run(version);
      const exited = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
      await eventually(async () => {
        const [{ n }] = await stage.dataSource.query(`SELECT count(*)::int AS n FROM ${schema}.seen`);
        expect(n).toBeGreaterThanOrEqual(atLeast);
      }, 20_000);
      child.kill('SIGKILL');
      expect(await exited).toBe('SIGKILL');
    };
    for (const atLeast of [1, 200, 500]) await killedAt(1, 'read_counting', atLeast);
    const first = stage.start(countingGroup(prefix));
    await reached(last, 20_000);
    await first.stop();
    for (const atLeast of [1, 300]) await killedAt(2, 'read_counting_v2', atLeast);
    expect(await stage.schemas()).toEqual(['read_counting', 'read_counting_v2']);
    const second = stage.start(countingGroup(prefix, { version: 2 }));
    await eventually(async () => expect(await stage.schemas()).toEqual(['read_counting']), 20_000);
    expect(await counted()).toEqual(Object.fromEntries(Array.from({ length: 10 }, (_, stream) => [String(stream), 100])));
    expect(await stage.seen()).toBe(1000);
    await second.stop();
  }, 90_000);

  it('stops when another runner has taken over, having written nothing', async () => {
    await append('a', 1);
    const first = stage.start(countingGroup(prefix));
    await eventually(async () => expect(await counted()).toEqual({ a: 1 }));
    const second = stage.start(countingGroup(prefix));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await append('a', 5);
    await expect(Promise.race([first.ended, second.ended])).rejects.toBeInstanceOf(FencedOff);
    await eventually(async () => expect(await counted()).toEqual({ a: 6 }));
    expect(await stage.seen()).toBe(6);
    await Promise.allSettled([first.stop(), second.stop()]);
  });

  it('refuses to wait longer than asked for a position that does not come', async () => {
    const runner = stage.start(countingGroup(prefix));
    await expect(reached(Number.MAX_SAFE_INTEGER, 50)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await runner.stop();
  });
});

/** The runner as a program of its own. */
async function bundledRunner(): Promise<string> {
  const root = process.cwd();
  const outfile = join(root, 'node_modules/.cache/isegoria/projection-runner.mjs');
  const options = [
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--target=node20',
    '--packages=external',
    '--tsconfig=tsconfig.base.json',
    '--log-level=error',
  ];
  const entry = join(root, 'libs/projection/src/runner.fixture.ts');
  await promisify(execFile)(join(root, 'node_modules/.bin/esbuild'), [entry, `--outfile=${outfile}`, ...options], { cwd: root });
  return outfile;
}
