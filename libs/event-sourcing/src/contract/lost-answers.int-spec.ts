import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Rejection, type DomainEvent } from '@isegoria/kernel';
import { eventually, fickleEventStore } from '@isegoria/testing';
import { EventStore, commandHandler, followLog, pause, type Decider, type Handled, type NewEvent } from '../index';
import { testAnswers } from '../store-with-answers.fixture';
import { upTo } from './contract.fixture';
import { lossyConnection, type LossyConnection } from './lossy-connection.fixture';

type Counted = DomainEvent<'Counted', { n: number }>;

const never = new AbortController().signal;
const metadata = { schema: 1, at: '2026-01-01T00:00:00.000Z', correlationId: randomUUID() };
const counted = (n: number): NewEvent<Counted> => ({ id: randomUUID(), type: 'Counted', data: { n }, metadata });
const counter: Decider<number, { by: number }, Counted> = {
  initialState: 0,
  decide: ({ by }, state) => upTo(by, state + 1).map((n) => ({ type: 'Counted', data: { n } })),
  evolve: (_, { data }) => data.n,
};

/** A store of its own, whatever the environment names: these tests cut its connection and kill it. */
describe('where the answer of the store is lost', () => {
  let server: Awaited<ReturnType<typeof fickleEventStore>>;
  let line: LossyConnection;
  let kept: Awaited<ReturnType<typeof testAnswers>>;
  /** Through the connection that loses answers, and through one that does not. */
  let store: EventStore;
  let witness: EventStore;

  beforeAll(async () => {
    server = await fickleEventStore();
    line = await lossyConnection(server.url);
    kept = await testAnswers();
    const { answers } = kept;
    [store, witness] = [new EventStore(line.url, { answers }), new EventStore(server.url, { answers })];
    await store.ping();
  });

  afterAll(async () => {
    await store.close();
    await witness.close();
    await kept.stop();
    await line.stop();
    await server.stop();
  });

  const stored = async (stream: string) => (await witness.readStream<Counted>(stream)).map(({ data }) => data.n);

  /** Lets the attempt reach the disk, and its answer get lost. */
  async function losingTheAnswer<T>(stream: string, count: number, attempt: () => Promise<T>): Promise<PromiseSettledResult<T>> {
    line.loseAnswers();
    const attempted = Promise.allSettled([attempt()]);
    await eventually(async () => expect(await stored(stream)).toHaveLength(count), 30_000);
    line.breakOff();
    return (await attempted)[0]!;
  }

  async function untilAvailable<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof Rejection && error.code === 'UNAVAILABLE')) throw error;
        await pause(20, never);
      }
    }
  }

  it('an append that is tried again under new ids stands there twice', async () => {
    const stream = `lost-${randomUUID()}`;
    await store.append(stream, [counted(0)], 'none');
    const lost = await losingTheAnswer(stream, 2, () => store.append(stream, [counted(1)], 'any'));
    expect(lost).toMatchObject({ status: 'rejected', reason: { code: 'UNAVAILABLE' } });
    await untilAvailable(() => store.append(stream, [counted(1)], 'any'));
    expect(await stored(stream)).toEqual([0, 1, 1]);
  });

  it('an append that is tried again under the same ids stands there once', async () => {
    const stream = `lost-${randomUUID()}`;
    await store.append(stream, [counted(0)], 'none');
    for (const expected of [0, 'any'] as const) {
      const before = await stored(stream);
      const events = [counted(before.length), counted(before.length + 1)];
      await losingTheAnswer(stream, before.length + 2, () => store.append(stream, events, expected));
      const again = await untilAvailable(() => store.append(stream, events, expected));
      expect(again.revision).toBe(before.length + 1);
      expect(await stored(stream)).toEqual(upTo(before.length + 2));
    }
  });

  it('a command that comes again is handled once, by this instance and by another', async () => {
    const stream = `lost-${randomUUID()}`;
    const [here, elsewhere] = [commandHandler(store, counter), commandHandler(witness, counter)];
    await here(stream, { by: 1 }, { commandId: randomUUID(), metadata });
    const same = { commandId: randomUUID(), metadata };
    const first = await losingTheAnswer(stream, 4, () => here(stream, { by: 3 }, same));
    if (first.status === 'rejected') expect(first.reason).toMatchObject({ code: 'UNAVAILABLE' });
    const outcomes: Handled<Counted>[] = [
      await untilAvailable(() => here(stream, { by: 3 }, same)),
      await elsewhere(stream, { by: 3 }, same),
    ];
    for (const { events, repeated } of outcomes) {
      expect(repeated).toBe(true);
      expect(events.map(({ data }) => data.n)).toEqual([2, 3, 4]);
      expect(events[0]!.id).toBe(same.commandId);
    }
    expect(await stored(stream)).toEqual([1, 2, 3, 4]);
  });

  it('a follower gets every event once and in order, across lost answers, broken lines and a store that goes away', async () => {
    const prefix = `lost-${randomUUID()}-`;
    const abort = new AbortController();
    const seen: number[] = [];
    let interruptions = 0;
    const following = (async () => {
      const options = { prefixes: [prefix], batchSize: 5, signal: abort.signal, onInterruption: () => void interruptions++ };
      for await (const { events } of followLog<Counted>(store, options)) seen.push(...events.map(({ data }) => data.n));
    })();
    const troubles = [
      () => line.breakOff(),
      () => line.loseAnswers(),
      () => line.breakOff(),
      () => server.goAway(),
      () => server.comeBack(),
    ];
    for (const [round, trouble] of troubles.entries()) {
      const away = round === 4;
      if (away) await trouble();
      const events = upTo(20, round * 20).map(counted);
      await untilAvailable(() => witness.append(`${prefix}${round % 2}`, events, 'any'));
      // Live, not only catching up, when the trouble comes; answers that are lost cannot be waited for.
      if (round !== 2) await eventually(() => expect(seen.length).toBe((round + 1) * 20), 30_000);
      if (!away) await trouble();
    }
    await eventually(() => expect(seen.length).toBe(100), 30_000);
    abort.abort();
    await following;
    expect(seen).toEqual(upTo(100));
    expect(interruptions).toBeGreaterThanOrEqual(3);
  }, 120_000);
});
