import { randomUUID } from 'node:crypto';
import { binaryEvent, jsonEvent, type EventData, type Position } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testEventStore, type TestPart } from '@isegoria/testing';
import { EventStore, isSystemStream, readRawLog, type LogPlace, type RawEvent } from './index';
import { readNewest } from './raw-log';

describe('reading the log raw', () => {
  let part: TestPart;
  let store: EventStore;
  const run = randomUUID();
  /** Before everything that is written here; a real store holds others' events as well. */
  let mark: Position;

  beforeAll(async () => {
    part = await testEventStore();
    store = new EventStore(part.url);
    mark = (await append(`mark-${run}`, [jsonEvent({ type: 'Marked', data: {} })])).position!;
  });

  afterAll(async () => {
    await store.close();
    await part.stop();
  });

  const append = (stream: string, events: EventData[]) => store.client.appendToStream(stream, events);
  /** The log from the mark on by pages, as a follower reads it: each page begins at the last event of the one before. */
  async function everything(count: number): Promise<RawEvent[]> {
    const events: RawEvent[] = [];
    for (let from: LogPlace = { commit: Number(mark.commit), prepare: Number(mark.prepare) }; ; from = events.at(-1)!.place) {
      const page = await readRawLog(store, { from, count });
      if (events.length > 0) expect(page[0]?.id).toBe(events.at(-1)!.id);
      events.push(...page.slice(events.length > 0 ? 1 : 0));
      if (page.length < count) return events.filter(({ stream }) => stream.includes(run));
    }
  }

  it('gives the bytes as they were appended, also where parsing would lose them', async () => {
    const stream = `raw-${run}`;
    // Spaces, an escaped letter, a number beyond a double, bytes that are no JSON.
    const bytes = [Buffer.from('{ "a" : 1.0,"b":"\\u0061", "n": 12345678901234567890 }'), Buffer.from([0, 255, 1, 128])];
    const metadata = Buffer.from('{"schema" :1}');
    await append(
      stream,
      bytes.map((data) => binaryEvent({ id: randomUUID(), type: 'Odd', data, metadata })),
    );
    const found = (await everything(50)).filter((event) => event.stream === stream);
    expect(found.map(({ data }) => data)).toEqual(bytes);
    expect(found.map((event) => event.metadata)).toEqual([metadata, metadata]);
    expect(found.map(({ revision }) => revision)).toEqual([0, 1]);
  });

  it('agrees with the parsed reading in everything else, whatever the size of the pages', async () => {
    const events = Array.from({ length: 7 }, (_, n) =>
      jsonEvent({ id: randomUUID(), type: `Counted${n}`, data: { n }, metadata: { schema: 1 } }),
    );
    await append(`raw-اسم-${run}`, events);
    await append(`raw-other-${run}`, [jsonEvent({ type: 'Other', data: {} })]);
    const parsed = [];
    for await (const { event } of store.client.readAll({ fromPosition: mark })) {
      if (event?.streamId.includes(run))
        parsed.push([
          event.id,
          event.type,
          event.streamId,
          Number(event.revision),
          Number(event.position?.commit),
          event.created.toISOString(),
        ]);
    }
    for (const count of [2, 3, 1000]) {
      const raw = await everything(count);
      expect(raw.map((e) => [e.id, e.type, e.stream, e.revision, e.place.commit, e.recordedAt])).toEqual(parsed);
    }
    const last = (await everything(1000)).find(({ id }) => id === events[6]!.id)!;
    expect(last.data.toString()).toBe('{"n":6}');
  });

  it('begins at the first event of the log when no place is named', async () => {
    const [first] = await readRawLog(store, { count: 1 });
    for await (const { event } of store.client.readAll({ maxCount: 1 })) expect(first!.id).toBe(event!.id);
  });

  it('gives the newest first when asked for those', async () => {
    const events = Array.from({ length: 3 }, (_, n) => jsonEvent({ id: randomUUID(), type: 'Newest', data: { n } }));
    await append(`newest-${run}`, events);
    const newest = (await readNewest(store, 50)).filter(({ stream }) => stream === `newest-${run}`);
    expect(newest.map(({ id }) => id)).toEqual(events.map(({ id }) => id).reverse());
    expect(await readNewest(store, 2)).toHaveLength(2);
  });

  it('includes the streams of the store itself, told by their names', async () => {
    await store.client.setStreamMetadata(`raw-${run}`, { maxCount: 100 });
    const own = (await everything(100)).filter(({ stream }) => isSystemStream(stream));
    expect(own.map(({ stream }) => stream)).toContain(`$$raw-${run}`);
  });

  it('rejects when the store is gone', async () => {
    const gone = new EventStore('esdb://127.0.0.1:1?tls=false');
    await expect(readRawLog(gone, { count: 1 })).rejects.toThrow();
    await gone.close();
  });
});
