import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { eventually } from '@isegoria/testing';
import { readPosition, waitForPosition } from '../following/checkpoint';
import { countingGroup } from '../counting.fixture';
import { rebuildGroup } from './rebuild-group';
import { OlderProgram } from './run-group';
import { projectionStage, type ProjectionStage } from '../stage.fixture';

describe('a new version of a group', () => {
  let stage: ProjectionStage;
  let prefix: string;
  beforeAll(async () => void (stage = await projectionStage(['counting', 'other'])));
  beforeEach(async () => {
    prefix = `counted-${randomUUID()}-`;
    await stage.clear();
  });
  afterAll(() => stage.stop());

  const append = async (stream: string, count: number) => (await stage.append(prefix + stream, count)).position;
  const reached = (position: number) => waitForPosition(stage.dataSource, ['counting'], position);
  const counted = () => stage.counted(prefix);

  async function firstVersion(events: number): Promise<number> {
    const last = await append('a', events);
    const runner = stage.start(countingGroup(prefix));
    await reached(last);
    await runner.stop();
    return last;
  }

  it('is built beside the one that readers see, and takes its place once it has caught up', async () => {
    const last = await firstVersion(5);
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const second = stage.start(countingGroup(prefix, { version: 2, weight: 10, between: () => held }));
    await eventually(async () => expect(await stage.schemas()).toEqual(['read_counting', 'read_counting_v2']));
    expect(await counted()).toEqual({ a: 5 });
    expect(await readPosition(stage.dataSource.manager, ['counting'])).toMatchObject({ position: last });
    goOn();
    await eventually(async () => expect(await counted()).toEqual({ a: 50 }));
    await eventually(async () => expect(await stage.schemas()).toEqual(['read_counting']));
    await reached(await append('b', 1));
    expect(await counted()).toEqual({ a: 50, b: 10 });
    await second.stop();
  });

  it('holds up no other group while it is built', async () => {
    await firstVersion(1);
    const held = stage.start(countingGroup(prefix, { version: 2, between: () => new Promise((resolve) => setTimeout(resolve, 3_000)) }));
    const other = stage.start(countingGroup(`${prefix}o`, { name: 'other' }));
    await waitForPosition(stage.dataSource, ['other'], (await stage.append(`${prefix}other`, 3)).position, 2_000);
    expect(await stage.dataSource.query('SELECT events FROM read_other.counted')).toEqual([{ events: 3 }]);
    await Promise.all([held.stop(), other.stop()]);
  });

  it('goes unnoticed by readers: each transaction has all from one version, and none fails', async () => {
    const streams = 20;
    for (let stream = 0; stream < streams; stream++) await append(String(stream), 5);
    const reading = new AbortController();
    const read: number[] = [];
    /** Many statements in a snapshot, each over two tables, as a dashboard has them. */
    const inTransaction = async (rows: EntityManager) => {
      const { position } = await readPosition(rows, ['counting']);
      const sums: number[] = [];
      for (let n = 0; n < 5; n++) {
        const [{ sum, seen }] = await rows.query('SELECT sum(events)::int AS sum, (SELECT count(*)::int FROM seen) AS seen FROM counted');
        sums.push(sum / seen);
      }
      expect(new Set(sums).size).toBe(1);
      read.push(sums[0]!);
      return position;
    };
    const reader = async () => {
      let last = -1;
      while (!reading.signal.aborted) {
        const position = await stage.dataSource.transaction('REPEATABLE READ', inTransaction);
        expect(position).toBeGreaterThanOrEqual(last);
        last = position;
        const [{ sum, seen }] = await stage.dataSource.query(
          'SELECT sum(events)::int AS sum, (SELECT count(*)::int FROM seen) AS seen FROM counted',
        );
        read.push(sum / seen);
      }
    };
    const first = stage.start(countingGroup(prefix));
    await reached(await append('last', 1));
    await first.stop();
    const readers = Promise.all([reader(), reader(), reader()]);
    readers.catch(() => undefined);
    for (let version = 2; version <= 8; version++) {
      const runner = stage.start(countingGroup(prefix, { version, weight: version }));
      await eventually(() => expect(read.at(-1)).toBe(version), 10_000);
      await runner.stop();
    }
    reading.abort();
    await readers;
    expect(new Set(read)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
  }, 60_000);

  it('waits for those who are in the middle of reading the one before it', async () => {
    const last = await firstVersion(2);
    let second: ReturnType<ProjectionStage['start']> | undefined;
    await stage.dataSource.transaction('REPEATABLE READ', async (rows) => {
      await readPosition(rows, ['counting']);
      second = stage.start(countingGroup(prefix, { version: 2, weight: 10 }));
      await eventually(async () =>
        expect(await stage.dataSource.query('SELECT position::int FROM read_counting_v2.checkpoint')).toEqual([
          { position: expect.any(Number) },
        ]),
      );
      await eventually(async () =>
        expect((await stage.dataSource.query('SELECT position::int FROM read_counting_v2.checkpoint'))[0].position).toBeGreaterThanOrEqual(
          last,
        ),
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await rows.query('SELECT events FROM counted')).toEqual([{ events: 2 }]);
      expect(await counted()).toEqual({ a: 2 });
    });
    await eventually(async () => expect(await counted()).toEqual({ a: 20 }));
    await second?.stop();
  });

  it('is left alone by an older program, which stops to write', async () => {
    const old = stage.start(countingGroup(prefix));
    await reached(await append('a', 1));
    const next = stage.start(countingGroup(prefix, { version: 2, weight: 10 }));
    await eventually(async () => expect(await counted()).toEqual({ a: 10 }));
    await reached(await append('a', 1));
    await expect(old.ended).rejects.toThrow();
    await expect(stage.start(countingGroup(prefix)).ended).rejects.toBeInstanceOf(OlderProgram);
    expect(await counted()).toEqual({ a: 20 });
    await next.stop();
  });

  it('begins again where its building broke off before it had all its tables', async () => {
    await firstVersion(2);
    await stage.dataSource.query('CREATE SCHEMA read_counting_v2; CREATE TABLE read_counting_v2.seen (nothing int)');
    const second = stage.start(countingGroup(prefix, { version: 2, weight: 10 }));
    await eventually(async () => expect(await counted()).toEqual({ a: 20 }));
    await second.stop();
  });

  it('is filled again on demand while a runner keeps the rows of the same version up to date', async () => {
    const first = stage.start(countingGroup(prefix));
    await reached(await append('a', 3));
    await stage.dataSource.query('UPDATE read_counting.counted SET events = 99');
    const positions: number[] = [];
    await rebuildGroup({
      store: stage.store,
      dataSource: stage.dataSource,
      group: countingGroup(prefix),
      signal: new AbortController().signal,
      onAdvanced: ({ position }) => positions.push(position),
    });
    expect(await counted()).toEqual({ a: 3 });
    expect(positions.length).toBeGreaterThan(0);
    await append('a', 1);
    // The runner finds the checkpoint where it left it, or stops and begins again from where the checkpoint is.
    const again = await Promise.race([
      first.ended.catch(() => stage.start(countingGroup(prefix))),
      new Promise<undefined>((resolve) => setTimeout(resolve, 500)),
    ]);
    await eventually(async () => expect(await counted()).toEqual({ a: 4 }));
    await Promise.allSettled([first.stop(), again?.stop()]);
  });
});
