import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Recorded } from '@isegoria/kernel';
import { eventually, fickleEventStore, testEventStore, type TestPart } from '@isegoria/testing';
import { EventStore, liveFold, type LiveFold, type LiveFoldReports } from './index';

type Added = DomainEvent<'Added', { amount: number }>;

const poison = -13;
const metadata = { schema: 1, at: '2026-01-01T00:00:00.000Z', correlationId: randomUUID() };
const folding: LiveFold<number>[] = [];

/** Adds up amounts, counts what it is given, and cannot do one of them. */
function sum() {
  const given: Recorded<Added>[] = [];
  return {
    given,
    initialState: 0,
    evolve(total: number, event: Recorded<Added>) {
      given.push(event);
      if (event.data.amount === poison) throw new Error('thirteen');
      return total + event.data.amount;
    },
  };
}

function describedOn(part: () => TestPart) {
  const stores: EventStore[] = [];
  const open = (memory?: number) => {
    const store = new EventStore(part().url, { memory });
    stores.push(store);
    return store;
  };
  const folded = async (store: EventStore, prefix: string, fold = sum(), reports: LiveFoldReports = {}) => {
    const live = liveFold<number, Added>(store, prefix, fold, reports);
    folding.push(live);
    await live.ready;
    return live;
  };
  const close = async () => {
    for (const live of folding.splice(0)) live.stop();
    await Promise.all(stores.splice(0).map((store) => store.close()));
  };
  return { open, folded, close };
}

const add = (store: EventStore, stream: string, amount: number) =>
  store.append(stream, [{ id: randomUUID(), type: 'Added', data: { amount }, metadata }], 'any');

describe('a live fold', () => {
  let part: TestPart;
  let prefix: string;
  const { open, folded, close } = describedOn(() => part);

  beforeAll(async () => {
    part = await testEventStore();
  });
  beforeEach(() => {
    prefix = `fold${randomUUID().slice(0, 8)}-`;
  });
  afterEach(close);
  afterAll(() => part.stop());

  it('reads a stream when it is first asked for, and keeps it current', async () => {
    const store = open();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => prefix + name) as [string, string, string];
    await add(store, a, 2);
    const live = await folded(store, prefix);
    expect(live.peek(a)).toBeUndefined();
    expect(await live.known(a)).toEqual({ state: 2, fresh: true });
    expect(await live.known(a)).toEqual({ state: 2, fresh: false });
    await add(store, a, 1);
    await eventually(() => expect(live.peek(a)).toBe(3));
    await add(store, b, 7);
    expect(await live.fresh(b)).toBe(7);
    expect(await live.known(c)).toEqual({ state: undefined, fresh: true });
    await add(store, c, 4);
    expect(await live.known(c)).toEqual({ state: 4, fresh: true });
  });

  it('is ready without an event, however many there are, and is given only those of streams that are asked for', async () => {
    const store = open();
    const streams = Array.from({ length: 60 }, (_, index) => `${prefix}${index}`);
    await Promise.all(streams.map((stream) => add(store, stream, 1)));
    const fold = sum();
    const live = await folded(store, prefix, fold);
    expect(fold.given).toEqual([]);
    await live.known(streams[7]!);
    await Promise.all(streams.map((stream) => add(store, stream, 1)));
    await eventually(() => expect(live.peek(streams[7]!)).toBe(2));
    expect(new Set(fold.given.map(({ stream }) => stream))).toEqual(new Set([streams[7]]));
    expect(fold.given.every(({ position }) => position > 0)).toBe(true);
  });

  it('is never left behind by a reading that is overtaken by an event', async () => {
    const store = open(40_000);
    const live = await folded(store, prefix);
    const streams = Array.from({ length: 40 }, (_, index) => `${prefix}${index}`);
    for (let round = 0; round < 15; round++)
      await Promise.all(
        streams.flatMap((stream) => [
          add(store, stream, 1),
          live.known(stream),
          live.fresh(stream),
          add(store, stream, 1),
          live.known(stream),
        ]),
      );
    for (const stream of streams) await eventually(async () => expect((await live.known(stream)).state).toBe(30));
    expect(store.memory.bytes).toBeLessThanOrEqual(40_000);
  });

  it('holds no more than the memory it has, and reads again what it forgot', async () => {
    const store = open(20_000);
    const live = await folded(store, prefix);
    const streams = Array.from({ length: 50 }, (_, index) => `${prefix}${index}`);
    await Promise.all(streams.map((stream, index) => add(store, stream, index)));
    for (const stream of streams) await live.known(stream);
    expect(store.memory.bytes).toBeLessThanOrEqual(20_000);
    expect(live.peek(streams[0]!)).toBeUndefined();
    expect(live.peek(streams[49]!)).toBe(49);
    await add(store, streams[0]!, 100);
    expect((await live.known(streams[0]!)).state).toBe(100);
  });

  it('goes on after an event that cannot be folded: its stream alone fails, for those who ask for it', async () => {
    const store = open();
    const failures: string[] = [];
    const live = await folded(store, prefix, sum(), { onFailure: ({ message }, { stream }) => failures.push(`${stream}: ${message}`) });
    const [bad, good] = [`${prefix}bad`, `${prefix}good`];
    await Promise.all([add(store, bad, 1), add(store, good, 1)]);
    await Promise.all([live.known(bad), live.known(good)]);
    await add(store, bad, poison);
    await add(store, good, 5);
    await eventually(() => expect(live.peek(good)).toBe(6));
    expect(failures).toEqual([`${bad}: thirteen`]);
    expect(live.peek(bad)).toBeUndefined();
    await expect(live.known(bad)).rejects.toThrow('thirteen');
  });
});

describe('a live fold of a store that goes away and comes back', () => {
  let part: Awaited<ReturnType<typeof fickleEventStore>>;
  const { open, folded, close } = describedOn(() => part);

  beforeAll(async () => {
    part = await fickleEventStore();
  });
  afterAll(async () => {
    await close();
    await part.stop();
  });

  it('misses nothing of what was recorded meanwhile', async () => {
    const store = open();
    const interruptions: Error[] = [];
    const live = await folded(store, 'fold-', sum(), { onInterruption: (error) => interruptions.push(error) });
    await add(store, 'fold-a', 1);
    await live.known('fold-a');
    await part.goAway();
    await eventually(() => expect(interruptions.length).toBeGreaterThan(0));
    await part.comeBack();
    const other = open();
    await eventually(() => add(other, 'fold-a', 2));
    await eventually(() => expect(live.peek('fold-a')).toBeGreaterThanOrEqual(3));
  });
});
