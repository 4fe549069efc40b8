import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { EventStore } from '@isegoria/event-sourcing';
import { eventually, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { readPosition, waitForPosition } from './checkpoint';
import { countingEntities, countingProjection } from './counting.fixture';
import type { Projection } from './projection';
import { FencedOff, runProjections, type RunProjections } from './run-projections';

describe('running projections', () => {
  let parts: { events: TestPart; database: TestPart };
  let store: EventStore;
  let dataSource: DataSource;
  let prefix: string;

  beforeAll(async () => {
    const [events, database] = await Promise.all([testEventStore(), testDatabase()]);
    parts = { events, database };
    store = new EventStore(events.url);
    dataSource = await new DataSource({ type: 'postgres', url: database.url, entities: countingEntities }).initialize();
    await dataSource.query('CREATE SCHEMA read');
  });
  beforeEach(async () => {
    prefix = `counted-${randomUUID()}-`;
    await dataSource.synchronize(true);
  });
  afterAll(async () => {
    await store.close();
    await dataSource.destroy();
    await Promise.all([parts.events.stop(), parts.database.stop()]);
  });

  /** Appends to a stream of the spec's own; gives the position of the last event. */
  async function append(stream: string, count: number): Promise<number> {
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'spec' };
    const events = Array.from({ length: count }, () => ({ type: 'Happened', data: {}, id: randomUUID(), metadata }));
    return (await store.append(prefix + stream, events, 'any')).position;
  }

  function start(projections: readonly Projection[], options: Partial<RunProjections> = {}) {
    const abort = new AbortController();
    const ended = runProjections({ store, dataSource, projections, signal: abort.signal, ...options });
    ended.catch(() => undefined);
    return { ended, stop: () => (abort.abort(), ended) };
  }

  const counted = async (): Promise<Record<string, number>> => {
    const rows: { stream: string; events: number }[] = await dataSource.query('SELECT stream, events FROM read.counted');
    return Object.fromEntries(rows.map(({ stream, events }) => [stream.slice(prefix.length), events]));
  };
  const seen = async (): Promise<number> => (await dataSource.query('SELECT count(*)::int AS n FROM read.seen'))[0].n;

  it('applies what is in the log and what arrives, each event once, and moves the position with the rows', async () => {
    await append('a', 3);
    const runner = start([countingProjection(prefix)]);
    await waitForPosition(dataSource, await append('b', 2));
    expect(await counted()).toEqual({ a: 3, b: 2 });
    await waitForPosition(dataSource, await append('a', 1));
    expect(await counted()).toEqual({ a: 4, b: 2 });
    await runner.stop();
    const again = start([countingProjection(prefix)]);
    await waitForPosition(dataSource, await append('c', 1));
    expect(await counted()).toEqual({ a: 4, b: 2, c: 1 });
    await again.stop();
  });

  it('writes rows and checkpoint in one transaction, and tries a failed batch again', async () => {
    let failuresLeft = 2;
    const failures: string[] = [];
    const seenAtFailure: Promise<[number, number]>[] = [];
    const failing = countingProjection(prefix, {
      between: async () => {
        if (failuresLeft-- > 0) throw new Error('disk on fire');
      },
    });
    const last = await append('a', 3);
    const onFailure = (error: Error) => {
      failures.push(error.message);
      seenAtFailure.push(Promise.all([seen(), readPosition(dataSource.manager).then(({ position }) => position)]));
    };
    const runner = start([failing], { onFailure });
    await waitForPosition(dataSource, last);
    expect(failures).toEqual(['disk on fire', 'disk on fire']);
    for (const [rows, position] of await Promise.all(seenAtFailure)) {
      expect(rows).toBe(0);
      expect(position).toBeLessThan(last);
    }
    expect(await counted()).toEqual({ a: 3 });
    await runner.stop();
  });

  it('ends when asked to during a failure, without calling the batch applied', async () => {
    const failing = countingProjection(prefix, { between: () => Promise.reject(new Error('no')) });
    const last = await append('a', 1);
    let failed = 0;
    const reached: number[] = [];
    const runner = start([failing], { onFailure: () => (failed += 1), onAdvanced: ({ position }) => reached.push(position) });
    await eventually(() => expect(failed).toBeGreaterThan(0));
    await runner.stop();
    expect(reached.filter((position) => position >= last)).toEqual([]);
    expect(await seen()).toBe(0);
  });

  it('loses and doubles nothing when its process is killed, however often', async () => {
    const program = await bundledRunner();
    const run = () => spawn(process.execPath, [program, parts.events.url, parts.database.url, prefix], { stdio: 'inherit' });
    let last = 0;
    for (let stream = 0; stream < 40; stream++) last = await append(String(stream % 10), 25);
    for (const atLeast of [1, 200, 500]) {
      const child = run();
      const exited = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
      await eventually(async () => expect(await seen()).toBeGreaterThanOrEqual(atLeast), 20_000);
      child.kill('SIGKILL');
      expect(await exited).toBe('SIGKILL');
    }
    const runner = start([countingProjection(prefix)]);
    await waitForPosition(dataSource, last, 20_000);
    expect(await counted()).toEqual(Object.fromEntries(Array.from({ length: 10 }, (_, stream) => [String(stream), 100])));
    expect(await seen()).toBe(1000);
    await runner.stop();
  }, 60_000);

  it('empties the rows and replays the log when the version changed', async () => {
    const last = await append('a', 2);
    const first = start([countingProjection(prefix)]);
    await waitForPosition(dataSource, last);
    await first.stop();
    await dataSource.query(`UPDATE read.counted SET events = 99`);
    const same = start([countingProjection(prefix)]);
    await waitForPosition(dataSource, await append('b', 1));
    expect(await counted()).toEqual({ a: 99, b: 1 });
    await same.stop();
    const second = start([countingProjection(prefix, { version: 2 })]);
    await eventually(async () => expect(await counted()).toEqual({ a: 2, b: 1 }));
    await second.stop();
  });

  it('stops when another runner has taken over, having written nothing', async () => {
    await append('a', 1);
    const first = start([countingProjection(prefix)]);
    await eventually(async () => expect(await counted()).toEqual({ a: 1 }));
    const second = start([countingProjection(prefix)]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await append('a', 5);
    await expect(Promise.race([first.ended, second.ended])).rejects.toBeInstanceOf(FencedOff);
    await eventually(async () => expect(await counted()).toEqual({ a: 6 }));
    expect(await seen()).toBe(6);
    await Promise.allSettled([first.stop(), second.stop()]);
  });

  it('brings a new projection to where the others are, and forgets one that is gone', async () => {
    const last = await append('a', 2);
    const retired: Projection = { name: 'retired', version: 1, entities: [], apply: async () => {} };
    const first = start([retired]);
    await waitForPosition(dataSource, last);
    await first.stop();
    const second = start([countingProjection(prefix)]);
    const later = await append('b', 1);
    await eventually(async () => expect(await counted()).toEqual({ a: 2, b: 1 }));
    await waitForPosition(dataSource, later);
    expect(await dataSource.query('SELECT projection FROM read.checkpoint')).toEqual([{ projection: 'counting' }]);
    await second.stop();
  });

  it('refuses to wait longer than asked for a position that does not come', async () => {
    const runner = start([countingProjection(prefix)]);
    await expect(waitForPosition(dataSource, Number.MAX_SAFE_INTEGER, 50)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await runner.stop();
  });
});

/** The runner as a program of its own. */
async function bundledRunner(): Promise<string> {
  const root = process.cwd();
  const outfile = join(root, 'node_modules/.cache/isegoria/projection-runner.mjs');
  const options = ['--bundle', '--platform=node', '--format=esm', '--target=node20', '--packages=external', '--tsconfig=tsconfig.base.json', '--log-level=error'];
  const entry = join(root, 'libs/projection/src/runner.fixture.ts');
  await promisify(execFile)(join(root, 'node_modules/.bin/esbuild'), [entry, `--outfile=${outfile}`, ...options], { cwd: root });
  return outfile;
}
