import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@isegoria/kernel';
import { RevisionConflict, followLog, readRawLog, type Batch, type NewEvent } from '../index';
import { storeUnderContract, upTo } from './contract.fixture';

type Counted = DomainEvent<'Counted', { n: number }>;

const contract = storeUnderContract();
const metadata = { schema: 1, at: '2026-01-01T00:00:00.000Z', correlationId: randomUUID() };
const counted = (n: number): NewEvent<Counted> => ({ id: randomUUID(), type: 'Counted', data: { n }, metadata });

describe('the wrapper', () => {
  it('appends at none, at a revision and at any, and tells a conflict', async () => {
    const stream = contract.newStream();
    expect(await contract.store.readStream(stream)).toEqual([]);
    expect(await contract.store.append(stream, [counted(0), counted(1)], 'none')).toMatchObject({ revision: 1 });
    expect(await contract.store.append(stream, [counted(2)], 1)).toMatchObject({ revision: 2 });
    expect(await contract.store.append(stream, [counted(3)], 'any')).toMatchObject({ revision: 3 });
    for (const wrong of ['none', 1, 2, 4] as const) {
      await expect(contract.store.append(stream, [counted(9)], wrong)).rejects.toBeInstanceOf(RevisionConflict);
    }
    const read = await contract.store.readStream<Counted>(stream);
    expect(read.map(({ data, revision }) => [data.n, revision])).toEqual(upTo(4).map((n) => [n, n]));
  });

  it('gives the same place for an event, appended, tried again, read from its stream, followed and read raw', async () => {
    const mark = await contract.mark();
    const stream = contract.newStream();
    const events = [counted(0), counted(1), counted(2)];
    const appended = await contract.store.append(stream, events, 'none');
    expect(await contract.store.append(stream, events, 'none')).toEqual(appended);
    const read = await contract.store.readStream<Counted>(stream);
    expect(read.at(-1)!.position).toBe(appended.position);
    expect(await followed(stream, Number(mark.commit), 3)).toEqual(read);
    const place = { commit: Number(mark.commit), prepare: Number(mark.prepare) };
    const raw = (await readRawLog(contract.store, { from: place, count: 10_000 })).filter((event) => event.stream === stream);
    const placed = read.map(({ id, revision, position }) => [id, revision, position]);
    expect(raw.map(({ id, revision, place: { commit } }) => [id, revision, commit])).toEqual(placed);
  });

  it('follows from after any event, in the midst of an append too, and from after any batch', async () => {
    const mark = await contract.mark();
    const { prefix, named } = contract.streams();
    for (const n of upTo(6)) await contract.store.append(named(`s${n % 2}`), upTo(5, n * 5).map(counted), 'any');
    const all = await followed(prefix, Number(mark.commit), 30);
    expect(all.map(({ data }) => data.n)).toEqual(upTo(30));
    for (const { position, data } of all.slice(0, -1)) {
      expect((await followed(prefix, position, 29 - data.n)).map((event) => event.data.n)).toEqual(upTo(29 - data.n, data.n + 1));
    }
    let after = Number(mark.commit);
    const seen: number[] = [];
    while (seen.length < 30) {
      const batch = await firstBatch(prefix, after);
      seen.push(...batch.events.map(({ data }) => data.n));
      after = batch.position;
    }
    expect(seen).toEqual(upTo(30));
  });

  it('hears how far the log was seen beyond its own events, and misses nothing when it goes on from there', async () => {
    const mark = await contract.mark();
    const own = contract.streams();
    const { position } = await contract.store.append(own.named('s'), [counted(0)], 'none');
    const others = contract.newStream();
    for (const round of upTo(4)) await contract.store.append(others, upTo(400, round).map(counted), 'any');
    const abort = new AbortController();
    let heard = 0;
    const options = { after: Number(mark.commit), prefixes: [own.prefix], signal: abort.signal };
    for await (const batch of followLog<Counted>(contract.store, options)) {
      expect(batch.position).toBeGreaterThanOrEqual(heard);
      heard = batch.position;
      if (batch.events.length === 0 && heard > position) abort.abort();
    }
    const following = followed(own.prefix, heard, 1);
    await contract.store.append(own.named('s'), [counted(1)], 0);
    expect((await following).map(({ data }) => data.n)).toEqual([1]);
  });

  it('is live only when everything that was there has been given, also to a reader that takes its time', async () => {
    const mark = await contract.mark();
    const { prefix, named } = contract.streams();
    await contract.store.append(named('s'), upTo(30).map(counted), 'none');
    const options = { after: Number(mark.commit), prefixes: [prefix], batchSize: 10, signal: new AbortController().signal };
    let given = 0;
    for await (const { events, live } of followLog<Counted>(contract.store, options)) {
      given += events.length;
      if (live) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(given).toBe(30);
  });

  it('never says that it has seen further than what it has given, so that nothing is lost by stopping at any batch', async () => {
    const mark = await contract.mark();
    const own = contract.streams();
    const others = contract.newStream();
    for (const round of upTo(3)) {
      await contract.store.append(own.named('s'), upTo(30, round * 30).map(counted), 'any');
      for (const _ of upTo(3)) await contract.store.append(others, upTo(400).map(counted), 'any');
    }
    const seen: number[] = [];
    for (let after = Number(mark.commit), starts = 0; seen.length < 90 && starts < 20; starts++) {
      const options = { after, prefixes: [own.prefix], batchSize: 10, signal: new AbortController().signal };
      let batches = 0;
      for await (const { events, position } of followLog<Counted>(contract.store, options)) {
        seen.push(...events.map(({ data }) => data.n));
        after = position;
        // While it pauses, more arrives than it takes; then it takes all of that at once.
        if (batches++ === 0) await new Promise((resolve) => setTimeout(resolve, 300));
        if (events.length === 0 || seen.length >= 90) break;
      }
    }
    expect(seen).toEqual(upTo(90));
  });

  async function followed(prefix: string, after: number, count: number) {
    const events: Batch<Counted>['events'][number][] = [];
    const abort = new AbortController();
    for await (const batch of followLog<Counted>(contract.store, { after, prefixes: [prefix], batchSize: 7, signal: abort.signal })) {
      events.push(...batch.events);
      if (events.length >= count) abort.abort();
    }
    return events;
  }

  async function firstBatch(prefix: string, after: number): Promise<Batch<Counted>> {
    const following = followLog<Counted>(contract.store, { after, prefixes: [prefix], batchSize: 4, signal: new AbortController().signal });
    for await (const batch of following) if (batch.events.length > 0) return batch;
    throw new Error('The log ended.');
  }
});
