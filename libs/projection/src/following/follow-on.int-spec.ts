import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { EventStore } from '@isegoria/event-sourcing';
import { followerTable } from '@isegoria/privacy';
import { eventually, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { followOn } from './follow-on';

describe('following the log on from where a policy had come', () => {
  let parts: readonly TestPart[];
  let store: EventStore;
  let dataSource: DataSource;
  let prefix: string;
  const running: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    parts = await Promise.all([testEventStore(), testDatabase()]);
    store = new EventStore(parts[0]!.url);
    dataSource = await new DataSource({ type: 'postgres', url: parts[1]!.url }).initialize();
    await dataSource.query('CREATE SCHEMA policies');
    await dataSource.query(followerTable('policies'));
  });
  beforeEach(() => {
    prefix = `followed${randomUUID().slice(0, 8)}-`;
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((stop) => stop()));
  });
  afterAll(async () => {
    await store.close();
    await dataSource.destroy();
    await Promise.all(parts.map((part) => part.stop()));
  });

  async function append(name: string, stream = prefix): Promise<number> {
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'spec' };
    return (await store.append(`${stream}${name}`, [{ type: 'Happened', data: {}, id: randomUUID(), metadata }], 'none')).position;
  }

  /** A policy under the prefix as its name; gives the streams of which it was told. */
  function start(refuses: (event: Recorded) => boolean = () => false) {
    const [told, failures]: [string[], Error[]] = [[], []];
    const abort = new AbortController();
    const ended = followOn({
      store,
      dataSource,
      schema: 'policies',
      name: prefix,
      prefixes: [prefix],
      signal: abort.signal,
      async apply(events) {
        if (events.some(refuses)) throw new Error('not now');
        told.push(...events.map(({ stream }) => stream.slice(prefix.length)));
      },
      onFailure: (error) => failures.push(error),
    });
    const stop = async () => {
      abort.abort();
      await ended;
    };
    running.push(stop);
    return { told, failures, stop };
  }
  const position = async (): Promise<number> =>
    Number((await dataSource.query('SELECT position FROM policies.follower WHERE name = $1', [prefix]))[0]?.position ?? -1);

  it('begins at the start the first time, and later with what came since', async () => {
    const last = [await append('a'), await append('b')].at(-1)!;
    const first = start();
    await eventually(async () => expect(await position()).toBe(last));
    expect(first.told).toEqual(['a', 'b']);
    await first.stop();
    await append('c');
    const second = start();
    await eventually(() => expect(second.told).toEqual(['c']));
    await append('d');
    await eventually(() => expect(second.told).toEqual(['c', 'd']));
  });

  it('keeps no position before what failed is done, in this process or the next', async () => {
    await append('a');
    const first = start(() => true);
    await eventually(() => expect(first.failures.length).toBeGreaterThan(0));
    await first.stop();
    expect(await position()).toBeLessThan(1);
    let wrong = true;
    const second = start(() => wrong);
    await eventually(() => expect(second.failures.length).toBeGreaterThan(0));
    wrong = false;
    await eventually(() => expect(second.told).toEqual(['a']));
  });

  it('moves on where nothing concerns it, so that the next start has little to look through', async () => {
    const first = start();
    await eventually(async () => expect(await position()).toBeGreaterThanOrEqual(0));
    const before = await position();
    for (let from = 0; from < 1_000; from += 100)
      await Promise.all(Array.from({ length: 100 }, (_, index) => append(`${from + index}`, `other-${prefix}`)));
    await first.stop();
    expect(await position()).toBeGreaterThan(before + 300);
  });

  it('applies again what a restored older backup of the database forgot', async () => {
    const before = await append('a');
    const last = await append('b');
    const first = start();
    await eventually(async () => expect(await position()).toBe(last));
    await first.stop();
    await dataSource.query('UPDATE policies.follower SET position = $2 WHERE name = $1', [prefix, before]);
    const second = start();
    await eventually(() => expect(second.told).toEqual(['b']));
  });

  it('begins again on a log that ends before its position', async () => {
    await append('a');
    await dataSource.query('INSERT INTO policies.follower VALUES ($1, $2)', [prefix, 1e12]);
    const follower = start();
    await eventually(() => expect(follower.told).toEqual(['a']));
    await eventually(async () => expect(await position()).toBeLessThan(1e12));
  });
});
