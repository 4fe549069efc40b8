import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@isegoria/testing';
import { groupState, waitForPosition } from './checkpoint';
import { countingGroup } from '../counting.fixture';
import { SharedReading } from './shared-reading';
import { projectionStage, type ProjectionStage } from '../stage.fixture';

describe('groups that read the log together', () => {
  let stage: ProjectionStage;
  let [prefix, stopping] = ['', new AbortController()];
  let running: { stop(): Promise<void> }[] = [];
  let reading: SharedReading;
  beforeAll(async () => void (stage = await projectionStage(['one', 'two'])));
  beforeEach(() => {
    [prefix, stopping] = [`counted-${randomUUID()}-`, new AbortController()];
    reading = new SharedReading({ store: stage.store, signal: stopping.signal, batchSize: 5, patience: 100 });
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((runner) => runner.stop()));
    stopping.abort();
    await stage.clear();
  });
  afterAll(() => stage.stop());

  const start = (name: string, between?: () => Promise<unknown> | unknown) => {
    const runner = stage.start(countingGroup(prefix, { name, ...(between ? { between } : {}) }), { reading, batchSize: 5 });
    running.push(runner);
    return runner;
  };
  const append = async (count: number) => (await stage.append(`${prefix}a`, count)).position;
  const reached = (group: string, position: number) => waitForPosition(stage.dataSource, [group], position, 10_000);
  const countedBy = async (group: string) =>
    Number((await stage.dataSource.query(`SELECT sum(events) AS n FROM read_${group}.counted`))[0].n);

  it('have each event once, from the start, as it comes, and after one began again', async () => {
    await append(23);
    const one = start('one');
    start('two');
    const position = await append(4);
    await Promise.all([reached('one', position), reached('two', position)]);
    await one.stop();
    await reached('two', await append(12));
    start('one');
    const last = await append(3);
    await Promise.all([reached('one', last), reached('two', last)]);
    expect([await countedBy('one'), await countedBy('two')]).toEqual([42, 42]);
  });

  it('do not wait for one that stopped, which goes on where it stood', async () => {
    let broken = true;
    const refuse = () => {
      if (broken) throw new TypeError();
    };
    await append(7);
    start('one', refuse);
    start('two');
    await reached('two', await append(30));
    await eventually(
      async () => expect(await groupState(stage.dataSource.manager, 'one')).toMatchObject({ stopped: { code: 'TypeError' } }),
      10_000,
    );
    await reached('two', await append(1));
    broken = false;
    const last = await append(1);
    await Promise.all([reached('one', last), reached('two', last)]);
    expect([await countedBy('one'), await countedBy('two')]).toEqual([39, 39]);
  });

  it('do not wait for one that is busy, also where nobody else was there when it began', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await append(3);
    start('one', () => released);
    await eventually(() =>
      expect(stage.dataSource.query(`SELECT 1 FROM pg_stat_activity WHERE state = 'idle in transaction'`)).resolves.toHaveLength(1),
    );
    start('two');
    await reached('two', await append(2));
    release();
    const last = await append(20);
    await Promise.all([reached('one', last), reached('two', last)]);
    expect([await countedBy('one'), await countedBy('two')]).toEqual([25, 25]);
  });

  it('are told that they are at the end of a quiet log, also where they come after the others were', async () => {
    const position = await append(3);
    const early = reading.join(position, stopping.signal)!;
    expect((await early.next()).value).toMatchObject({ live: true });
    const waiting = early.next();
    const late = reading.join(position, stopping.signal)!;
    expect((await late.next()).value).toEqual({ events: [], position, live: true });
    stopping.abort();
    await waiting;
  });

  it('end when they are stopped in the midst of waiting', async () => {
    start('one');
    const two = start('two');
    await reached('two', await append(1));
    await two.stop();
    running = running.filter((runner) => runner !== two);
    await reached('one', await append(1));
    expect(await countedBy('one')).toBe(2);
  });
});
