import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  BACKWARDS,
  END,
  eventTypeFilter,
  jsonEvent,
  binaryEvent,
  streamNameFilter,
  MaxAppendSizeExceededError,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type EventStoreDBClient,
  type Filter,
  type Position,
} from '@eventstore/db-client';
import { collect, errorOf, happened, newStream, runningStore, several } from './running-store.fixture';

/** What applications rely on, asked through the real client. Streams have fresh names, so one store serves all. */
const suite = runningStore();
let client: EventStoreDBClient;
/** The same, but appending by the Append call: a call with credentials of its own is not batched. */
const unbatched = { credentials: { username: 'any', password: 'any' } };

beforeAll(() => {
  ({ client } = suite);
});

const revisionsOf = async (stream: string, options = {}): Promise<number[]> =>
  (await collect(client.readStream(stream, options))).map(({ event }) => Number(event!.revision));

/** The stream's events in $all. */
const loggedOf = async (stream: string) => (await collect(client.readAll())).filter(({ event }) => event!.streamId === stream);

describe('appending', () => {
  for (const [call, options] of [
    ['BatchAppend', {}],
    ['Append', unbatched],
  ] as const) {
    describe(`by ${call}`, () => {
      it('gives revision and position, and the events come back as they went in', async () => {
        const stream = newStream();
        const proposed = [happened(1), jsonEvent({ type: 'Said', data: { text: 'Ἰσηγορία ✓' } })];
        const result = await client.appendToStream(stream, proposed, options);
        expect(result.success).toBe(true);
        expect(result.nextExpectedRevision).toBe(1n);
        const read = await collect(client.readStream(stream));
        expect(read.map(({ event }) => [event!.id, event!.type, event!.data, event!.streamId, event!.revision])).toEqual(
          proposed.map((event, revision) => [event.id, event.type, event.data, stream, BigInt(revision)]),
        );
        expect(read[0]!.event!.metadata).toEqual({ by: 'a test' });
        expect(read[1]!.event!.metadata).toBeUndefined();
        expect(Math.abs(read[0]!.event!.created.getTime() - Date.now())).toBeLessThan(10_000);
        expect(read[1]!.event!.position).toEqual(result.position);
        expect(read[1]!.commitPosition).toBe(result.position!.commit);
      });

      it('keeps bytes as they are, empty ones too', async () => {
        const stream = newStream();
        const bytes = Uint8Array.from([0, 1, 255, 128]);
        await client.appendToStream(
          stream,
          [binaryEvent({ type: 'Bytes', data: bytes, metadata: bytes }), binaryEvent({ type: 'Nothing', data: new Uint8Array() })],
          options,
        );
        const [full, empty] = await collect(client.readStream(stream));
        expect(full!.event!.isJson).toBe(false);
        expect(Buffer.from(full!.event!.data as Uint8Array)).toEqual(Buffer.from(bytes));
        expect((empty!.event!.data as Uint8Array).length).toBe(0);
      });

      it('takes the exact revision and no other', async () => {
        const stream = newStream();
        await client.appendToStream(stream, several(2), options);
        await client.appendToStream(stream, happened(2), { ...options, expectedRevision: 1n });
        for (const wrong of [0n, 1n, 5n]) {
          const error = await errorOf(client.appendToStream(stream, happened(9), { ...options, expectedRevision: wrong }));
          expect(error).toBeInstanceOf(WrongExpectedVersionError);
          expect(error).toMatchObject({ streamName: stream, expectedVersion: wrong, actualVersion: 2n });
        }
        expect(await revisionsOf(stream)).toEqual([0, 1, 2]);
      });

      it('takes no_stream once and stream_exists only then', async () => {
        const stream = newStream();
        const tooEarly = await errorOf(client.appendToStream(stream, happened(0), { ...options, expectedRevision: STREAM_EXISTS }));
        expect(tooEarly).toBeInstanceOf(WrongExpectedVersionError);
        expect(tooEarly).toMatchObject({ actualVersion: NO_STREAM });
        await client.appendToStream(stream, happened(0), { ...options, expectedRevision: NO_STREAM });
        const error = await errorOf(client.appendToStream(stream, happened(1), { ...options, expectedRevision: NO_STREAM }));
        expect(error).toBeInstanceOf(WrongExpectedVersionError);
        expect(error).toMatchObject({ streamName: stream, actualVersion: 0n });
        await client.appendToStream(stream, happened(1), { ...options, expectedRevision: STREAM_EXISTS });
        expect(await revisionsOf(stream)).toEqual([0, 1]);
      });

      it('refuses more than a mebibyte and keeps nothing of it', async () => {
        const stream = newStream();
        const large = () => binaryEvent({ type: 'Large', data: new Uint8Array(600 * 1024) });
        const error = await errorOf(client.appendToStream(stream, [large(), large()], options));
        expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
        expect(error).toMatchObject({ maxAppendSize: 1024 * 1024 });
        await expect(revisionsOf(stream)).rejects.toBeInstanceOf(StreamNotFoundError);
        await client.appendToStream(stream, large(), options);
        expect(await revisionsOf(stream)).toEqual([0]);
      });
    });
  }

  it('sets an append together that comes in several messages', async () => {
    const stream = newStream();
    const result = await client.appendToStream(stream, several(50), { batchAppendSize: 200 });
    expect(result.nextExpectedRevision).toBe(49n);
    expect(await revisionsOf(stream)).toEqual(several(50).map((_, n) => n));
    const error = await errorOf(client.appendToStream(stream, binaryEvents(12, 100 * 1024), { batchAppendSize: 150 * 1024 }));
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
  });

  it('lets one of many concurrent writers at no_stream win', async () => {
    const stream = newStream();
    const attempts = Array.from({ length: 40 }, (_, n) =>
      errorOf(client.appendToStream(stream, happened(n), { expectedRevision: NO_STREAM })),
    );
    const errors = (await Promise.all(attempts)).filter((error) => error !== undefined);
    expect(errors).toHaveLength(39);
    for (const error of errors) expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(await revisionsOf(stream)).toEqual([0]);
  });

  it('numbers positions upwards, by one an event, in the order of $all', async () => {
    const before = (await client.appendToStream(newStream(), happened(0))).position!;
    const after = (await client.appendToStream(newStream(), several(3))).position!;
    expect(after).toEqual({ commit: before.commit + 3n, prepare: before.prepare + 3n });
  });

  it('refuses a stream name that is too long', async () => {
    const error = await errorOf(client.appendToStream('x'.repeat(1025), happened(0), unbatched));
    expect(String(error)).toContain('A stream name has at most 1024 bytes');
  });
});

const binaryEvents = (count: number, bytes: number) =>
  Array.from({ length: count }, () => binaryEvent({ type: 'Bytes', data: new Uint8Array(bytes) }));

describe('retrying with the same event ids', () => {
  const places = [
    ['no_stream', NO_STREAM],
    ['any', 'any'],
  ] as const;
  for (const [name, expectedRevision] of places) {
    it(`at ${name} gives the original place and adds nothing`, async () => {
      const stream = newStream();
      const events = several(3);
      const first = await client.appendToStream(stream, events, { expectedRevision });
      await client.appendToStream(stream, happened(3));
      expect(await client.appendToStream(stream, events, { expectedRevision })).toEqual(first);
      expect(await client.appendToStream(stream, events[0]!, { expectedRevision })).toMatchObject({ nextExpectedRevision: 0n });
      expect(await revisionsOf(stream)).toEqual([0, 1, 2, 3]);
    });

    it(`at ${name} refuses a partial overlap`, async () => {
      const stream = newStream();
      const events = several(2);
      await client.appendToStream(stream, events, { expectedRevision });
      const error = await errorOf(client.appendToStream(stream, [...events, happened(2)], { expectedRevision }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      const otherOrder = await errorOf(client.appendToStream(stream, [happened(2), ...events], { expectedRevision }));
      expect(otherOrder).toBeInstanceOf(WrongExpectedVersionError);
      expect(await revisionsOf(stream)).toEqual([0, 1]);
    });
  }

  it('at an exact revision in the middle gives the original place', async () => {
    const stream = newStream();
    await client.appendToStream(stream, several(2));
    const events = several(2);
    const first = await client.appendToStream(stream, events, { expectedRevision: 1n });
    await client.appendToStream(stream, several(2));
    expect(await client.appendToStream(stream, events, { expectedRevision: 1n })).toEqual(first);
  });

  it('does not mistake the same id on another stream for a retry', async () => {
    const event = happened(1);
    const [one, other] = [newStream(), newStream()];
    await client.appendToStream(one, event);
    await client.appendToStream(other, event);
    expect(await revisionsOf(other)).toEqual([0]);
  });

  it('answers twins that are in flight together with one place', async () => {
    const stream = newStream();
    const event = happened(1);
    const results = await Promise.all(
      Array.from({ length: 10 }, () => client.appendToStream(stream, event, { expectedRevision: NO_STREAM })),
    );
    for (const result of results) expect(result).toEqual(results[0]);
    expect(await revisionsOf(stream)).toEqual([0]);
  });
});

describe('reading a stream', () => {
  let stream: string;
  beforeAll(async () => {
    stream = newStream();
    await client.appendToStream(stream, several(10));
  });

  it.each([
    ['from the start', {}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['from a revision', { fromRevision: 7n }, [7, 8, 9]],
    ['so many', { fromRevision: 2n, maxCount: 3 }, [2, 3, 4]],
    ['past the end', { fromRevision: 20n }, []],
    ['far past the end', { fromRevision: 2n ** 64n - 1n }, []],
    ['forwards from the end', { fromRevision: END }, []],
    ['backwards', { fromRevision: END, direction: BACKWARDS, maxCount: 3 }, [9, 8, 7]],
    ['backwards from a revision', { fromRevision: 2n, direction: BACKWARDS }, [2, 1, 0]],
    ['backwards from past the end', { fromRevision: 20n, direction: BACKWARDS, maxCount: 1 }, [9]],
    ['backwards from the start', { fromRevision: START, direction: BACKWARDS }, [0]],
  ] as const)('%s', async (_name, options, revisions) => {
    expect(await revisionsOf(stream, options)).toEqual(revisions);
  });

  it('says which stream is not found', async () => {
    const absent = newStream('absent');
    const error = await errorOf(collect(client.readStream(absent)));
    expect(error).toBeInstanceOf(StreamNotFoundError);
    expect(error).toMatchObject({ streamName: absent });
  });

  it('pages through more than one page holds', async () => {
    const long = newStream();
    for (let from = 0; from < 3000; from += 1000) await client.appendToStream(long, several(1000));
    const forwards = await revisionsOf(long);
    expect(forwards).toEqual(Array.from({ length: 3000 }, (_, n) => n));
    expect(await revisionsOf(long, { direction: BACKWARDS, fromRevision: END })).toEqual(forwards.reverse());
  });

  it('gives a reader that leaves early its leave', async () => {
    let seen = 0;
    for await (const _event of client.readAll()) if (++seen === 5) break;
    expect(seen).toBe(5);
    expect(await revisionsOf(stream, { maxCount: 1 })).toEqual([0]);
  });
});

describe('reading $all', () => {
  it('gives every event in order of position, forwards inclusive and backwards exclusive', async () => {
    const streams = [newStream(), newStream(), newStream()];
    const positions: Position[] = [];
    for (const stream of [...streams, ...streams]) positions.push((await client.appendToStream(stream, happened(0))).position!);
    const ours = (event: { event?: { streamId: string; position?: Position } }) => streams.includes(event.event!.streamId);
    const forwards = (await collect(client.readAll({ fromPosition: positions[1]! }))).filter(ours);
    expect(forwards.map(({ event }) => event!.position)).toEqual(positions.slice(1));
    const backwards = (await collect(client.readAll({ fromPosition: positions[4]!, direction: BACKWARDS, maxCount: 4 }))).filter(ours);
    expect(backwards.map(({ event }) => event!.position)).toEqual(positions.slice(0, 4).reverse());
    const [latest] = await collect(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 }));
    expect(latest!.event!.position).toEqual(positions[5]);
  });
});

describe('stream metadata', () => {
  it('is kept and given back, with properties of its own', async () => {
    const stream = newStream();
    await client.setStreamMetadata(stream, { maxCount: 5, owner: 'the ministry' });
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 5, owner: 'the ministry' });
    await client.setStreamMetadata(stream, { owner: 'the parliament' });
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ owner: 'the parliament' });
    expect((await client.getStreamMetadata(newStream())).metadata).toBeUndefined();
  });

  it('shows the last $maxCount, and hides nothing in $all', async () => {
    const stream = newStream();
    await client.appendToStream(stream, several(6));
    await client.setStreamMetadata(stream, { maxCount: 2 });
    expect(await revisionsOf(stream)).toEqual([4, 5]);
    expect(await revisionsOf(stream, { fromRevision: END, direction: BACKWARDS })).toEqual([5, 4]);
    expect(await revisionsOf(stream, { fromRevision: 3n, direction: BACKWARDS })).toEqual([]);
    const all = (await collect(client.readAll())).filter(({ event }) => event!.streamId.endsWith(stream));
    expect(all.map(({ event }) => event!.type)).toEqual([...several(6).map(() => 'Happened'), '$metadata']);
    expect(all.at(-1)!.event!.streamId).toBe(`$$${stream}`);
  });

  it('hides what lies before $tb', async () => {
    const stream = newStream();
    await client.appendToStream(stream, several(6));
    await client.setStreamMetadata(stream, { truncateBefore: 4 });
    expect(await revisionsOf(stream)).toEqual([4, 5]);
    expect(await loggedOf(stream)).toHaveLength(6);
    await client.setStreamMetadata(stream, { truncateBefore: Number.MAX_SAFE_INTEGER });
    expect(await revisionsOf(stream)).toEqual([]);
    expect(await revisionsOf(stream, { fromRevision: END, direction: BACKWARDS })).toEqual([]);
    await client.setStreamMetadata(stream, {});
    expect(await revisionsOf(stream)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('hides what is older than $maxAge', async () => {
    const stream = newStream();
    await client.appendToStream(stream, several(2));
    await client.setStreamMetadata(stream, { maxAge: 1 });
    expect(await revisionsOf(stream)).toEqual([0, 1]);
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    await client.appendToStream(stream, happened(2));
    expect(await revisionsOf(stream)).toEqual([2]);
    expect(await loggedOf(stream)).toHaveLength(3);
  });
});

describe('deleting', () => {
  it('hides the stream, and a stream written again goes on with its numbering', async () => {
    const stream = newStream();
    await client.appendToStream(stream, several(3));
    expect((await client.deleteStream(stream, { expectedRevision: 2n })).position).toBeDefined();
    await expect(revisionsOf(stream)).rejects.toBeInstanceOf(StreamNotFoundError);
    const again = await client.appendToStream(stream, several(2), { expectedRevision: NO_STREAM });
    expect(again.nextExpectedRevision).toBe(4n);
    expect(await revisionsOf(stream)).toEqual([3, 4]);
  });

  it('at the wrong revision, or of a stream that never was, is refused', async () => {
    const stream = newStream();
    await client.appendToStream(stream, several(3));
    const error = await errorOf(client.deleteStream(stream, { expectedRevision: 1n }));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ streamName: stream, expectedVersion: 1n, actualVersion: 2n });
    expect(await errorOf(client.deleteStream(newStream()))).toBeInstanceOf(WrongExpectedVersionError);
    expect(await revisionsOf(stream)).toEqual([0, 1, 2]);
  });

  it('by tombstone is for ever', async () => {
    const stream = newStream();
    await client.appendToStream(stream, several(2));
    const { position } = await client.tombstoneStream(stream);
    for (const attempt of [
      () => collect(client.readStream(stream)),
      () => client.appendToStream(stream, happened(0)),
      () => client.appendToStream(stream, happened(0), unbatched),
      () => client.setStreamMetadata(stream, { maxCount: 1 }),
      () => client.deleteStream(stream),
    ]) {
      const error = await errorOf(attempt());
      expect(error).toBeInstanceOf(StreamDeletedError);
    }
    const [seen] = await collect(client.readAll({ fromPosition: position!, maxCount: 1 }));
    expect(seen!.event).toMatchObject({ type: '$streamDeleted', streamId: stream, revision: 9223372036854775807n });
  });

  it('by tombstone reserves the name of a stream that never was', async () => {
    const stream = newStream();
    await client.tombstoneStream(stream, { expectedRevision: NO_STREAM });
    expect(await errorOf(client.appendToStream(stream, happened(0)))).toBeInstanceOf(StreamDeletedError);
  });
});

describe('filters', () => {
  it('are by type or stream name, by prefix or regular expression', async () => {
    const word = randomUUID().slice(0, 8);
    const start = (await client.appendToStream(newStream(), happened(0))).position!;
    await client.appendToStream(`ballot-${word}`, [happened(1, `${word}Cast`), happened(2, `${word}Changed`)]);
    await client.appendToStream(`survey-${word}`, [happened(3, `${word}Cast`)]);
    const matching = async (filter: Filter, count: number) => {
      const seen: number[] = [];
      const subscription = client.subscribeToAll({ fromPosition: start, filter });
      for await (const { event } of subscription) {
        seen.push((event!.data as { n: number }).n);
        if (seen.length === count) break;
      }
      return seen;
    };
    expect(await matching(eventTypeFilter({ prefixes: [`${word}Cast`] }), 2)).toEqual([1, 3]);
    expect(await matching(eventTypeFilter({ regex: `^${word}Ch` }), 1)).toEqual([2]);
    expect(await matching(streamNameFilter({ prefixes: [`survey-${word}`, `ballot-${word}`] }), 3)).toEqual([1, 2, 3]);
    expect(await matching(streamNameFilter({ regex: `${word}$` }), 3)).toEqual([1, 2, 3]);
  });

  it('refuse what is no regular expression', async () => {
    const subscription = client.subscribeToAll({ filter: eventTypeFilter({ regex: '(' }) });
    await expect(collect(subscription)).rejects.toThrow('The filter is no regular expression that can be used: Invalid regular expression');
  });
});
