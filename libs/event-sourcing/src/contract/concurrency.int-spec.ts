import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { NO_STREAM, WrongExpectedVersionError, jsonEvent, type AppendExpectedRevision } from '@eventstore/db-client';
import { EventStore } from '../index';
import { storeUnderContract, upTo } from './contract.fixture';
import { firstGap } from './observations.fixture';
import { readStream, take } from './observing.fixture';

const contract = storeUnderContract();
const [writers, each] = [64, 2];
const metadata = { schema: 1, at: '2026-01-01T00:00:00.000Z', correlationId: randomUUID() };

describe('64 writers of one stream, each at the revision it believes in', () => {
  it('has one winner for every revision, loses nobody, and is seen once and in order', async () => {
    const stream = contract.newStream();
    const stores = upTo(4).map(() => new EventStore(contract.url));
    const seenLive = take(contract.client.subscribeToStream(stream), writers * each);
    const winners = new Map<number, string[]>();
    let conflicts = 0;

    const write = async (writer: number) => {
      const { client } = stores[writer % stores.length]!;
      let believed: AppendExpectedRevision = NO_STREAM;
      for (let written = 0; written < each;) {
        const id = randomUUID();
        try {
          const { nextExpectedRevision }: { nextExpectedRevision: bigint } = await client.appendToStream(
            stream,
            jsonEvent({ id, type: 'Won', data: { n: writer } }),
            { expectedRevision: believed },
          );
          const revision = Number(nextExpectedRevision);
          winners.set(revision, [...(winners.get(revision) ?? []), id]);
          believed = nextExpectedRevision;
          written++;
        } catch (error) {
          if (!(error instanceof WrongExpectedVersionError)) throw error;
          conflicts++;
          believed = error.actualVersion as bigint;
        }
      }
    };
    await Promise.all(upTo(writers).map(write));

    expect([...winners.values()].filter((ids) => ids.length !== 1)).toEqual([]);
    expect([...winners.keys()].sort((a, b) => a - b)).toEqual(upTo(writers * each));
    expect(conflicts).toBeGreaterThan(0);
    const events = await readStream(contract.client, stream);
    expect(events.map(({ id }) => id)).toEqual(upTo(writers * each).map((revision) => winners.get(revision)![0]));
    const live = await seenLive;
    expect(firstGap(live)).toBeUndefined();
    expect(live).toEqual(events);
    for (const store of stores) await store.close();
  });
});

describe('64 writers of streams of their own', () => {
  it('each get through, and a follower of all of them sees every event once, in log order', async () => {
    const mark = await contract.mark();
    const { prefix, named } = contract.streams();
    const seenLive = take(contract.client.subscribeToAll({ fromPosition: mark }), writers * 5, ({ stream }) => stream.startsWith(prefix));
    const write = async (writer: number) => {
      for (const n of upTo(5)) {
        const wrote = { id: randomUUID(), type: 'Wrote', data: { n }, metadata };
        await contract.store.append(named(`w${writer}`), [wrote], n === 0 ? 'none' : n - 1);
      }
    };
    await Promise.all(upTo(writers).map(write));
    const live = await seenLive;
    expect(firstGap(live)).toBeUndefined();
    expect(new Set(live.map(({ id }) => id)).size).toBe(writers * 5);
  });
});
