import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@isegoria/kernel';
import { eventually, testEventStore, type TestPart } from '@isegoria/testing';
import { EventStore, followLog } from './index';

type Added = DomainEvent<'Added', { amount: number }>;

const metadata = { schema: 1, at: '2026-01-01T00:00:00.000Z', correlationId: randomUUID() };

describe('following the log of a real event store', () => {
  let part: TestPart;
  let store: EventStore;
  let prefix: string;

  beforeAll(async () => {
    part = await testEventStore();
    store = new EventStore(part.url);
  });
  beforeEach(() => {
    prefix = `follow${randomUUID().slice(0, 8)}-`;
  });
  afterAll(async () => {
    await store.close();
    await part.stop();
  });

  const add = (name: string, amount: number) =>
    store.append(`${prefix}${name}`, [{ id: randomUUID(), type: 'Added', data: { amount }, metadata }], 'any');
  const addRange = (from: number, to: number) =>
    Promise.all(Array.from({ length: to - from }, (_, index) => add(String(from + index), from + index)));

  it('gives the events of some types only, from whichever stream, what is there and what comes', async () => {
    const type = `Told${prefix.slice(0, -1)}`;
    const tell = (amount: number) => store.append(`${prefix}${amount}`, [{ id: randomUUID(), type, data: { amount }, metadata }], 'any');
    await Promise.all([add('1', 1), tell(2), tell(3)]);
    const told: number[] = [];
    for await (const { events, live } of followLog<Added>(store, { types: [type], signal: new AbortController().signal })) {
      if (live && told.length + events.length === 2) await Promise.all([add('4', 4), tell(5)]);
      told.push(...events.map(({ data }) => data.amount));
      if (told.length === 3) break;
    }
    expect([...told].sort()).toEqual([2, 3, 5]);
  });

  it('gives every event once, in log order, from any place, across catch-up and live', async () => {
    await addRange(0, 150);
    const seen: { amount: number; position: number }[] = [];
    const readUntil = async (after: number | undefined, count: number): Promise<number> => {
      const options = {
        prefixes: [prefix],
        batchSize: 40,
        signal: new AbortController().signal,
        ...(after === undefined ? {} : { after }),
      };
      for await (const { events, position } of followLog<Added>(store, options)) {
        expect(events.length).toBeLessThanOrEqual(40);
        seen.push(...events.map((event) => ({ amount: event.data.amount, position: event.position })));
        if (seen.length >= count) return position;
      }
      throw new Error('The log ended.');
    };
    const position = await readUntil(undefined, 100);
    const rest = readUntil(position, 300);
    await addRange(150, 300);
    await rest;
    expect(seen.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, index) => index));
    expect(seen.every((event, at) => at === 0 || event.position > seen[at - 1]!.position)).toBe(true);
  });

  it('begins at the end where that is asked for, and misses nothing of what comes then', async () => {
    await addRange(0, 20);
    const seen: number[] = [];
    const { signal } = new AbortController();
    for await (const { events, live } of followLog<Added>(store, { after: 'end', prefixes: [prefix], signal })) {
      if (live && seen.length + events.length === 0) await addRange(20, 25);
      seen.push(...events.map(({ data }) => data.amount));
      if (seen.length >= 5) break;
    }
    expect(seen.sort()).toEqual([20, 21, 22, 23, 24]);
  });

  it('says when it has caught up, also where there is nothing, and gathers what comes in a rush', async () => {
    const abort = new AbortController();
    const sizes: number[] = [];
    let caughtUp = () => {};
    const live = new Promise<void>((resolve) => (caughtUp = resolve));
    const following = (async () => {
      for await (const batch of followLog<Added>(store, { prefixes: [prefix], gather: 300, signal: abort.signal })) {
        if (batch.live) caughtUp();
        if (batch.events.length > 0) sizes.push(batch.events.length);
      }
    })();
    await live;
    for (let round = 0; round < 20; round++) await add(String(round), round);
    await eventually(() => expect(sizes.reduce((total, size) => total + size, 0)).toBe(20));
    expect(sizes.length).toBeLessThan(20);
    abort.abort();
    await following;
  });
});
