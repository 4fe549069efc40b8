import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { MaxAppendSizeExceededError, NO_STREAM, StreamNotFoundError, binaryEvent, jsonEvent, type EventData } from '@eventstore/db-client';
import { happened, optionsFor, several, storeUnderContract, upTo, waysToAppend } from './contract.fixture';
import { collect, errorOf, readStream, revisionsOf } from './observing.fixture';

const contract = storeUnderContract();
/** What an append may hold of data, metadata and type names (two bytes a letter) unless the store was set up otherwise. */
const mebibyte = 1024 * 1024;
const everyByte = Uint8Array.from(upTo(256));

describe.each(waysToAppend)('what is stored comes back as it was, by %s', (way) => {
  const append = (stream: string, events: EventData | EventData[]) =>
    contract.client.appendToStream(stream, events, { expectedRevision: NO_STREAM, ...optionsFor(way, contract.url) });
  const readBack = async (stream: string) => (await collect(contract.client.readStream(stream))).map(({ event }) => event!);
  const bytesOf = (data: unknown) => Buffer.from(data as Uint8Array).toString('hex');

  it('bytes of every value, of no length and of odd lengths, as data and as metadata', async () => {
    const stream = contract.newStream();
    const contents = [0, 1, 2, 3, 127, 128, 16_383, 16_384, 65_537].map((length) => new Uint8Array(randomBytes(length)));
    contents.push(everyByte, new Uint8Array(1000), new Uint8Array(1000).fill(255));
    await append(
      stream,
      contents.map((data) => binaryEvent({ type: 'Bytes', data, metadata: everyByte })),
    );
    const events = await readBack(stream);
    expect(events.map(({ data }) => bytesOf(data))).toEqual(contents.map(bytesOf));
    for (const { isJson, metadata } of events) expect([isJson, bytesOf(metadata)]).toEqual([false, bytesOf(everyByte)]);
  });

  it('JSON of every kind: scripts, directions, astral letters, escapes, depth, numbers', async () => {
    const stream = contract.newStream();
    let deep: unknown = 'the bottom';
    for (const _ of upTo(500)) deep = { deep: [deep] };
    const contents = [
      {
        greek: 'Ἰσηγορία',
        arabic: 'حرية التعبير',
        hebrew: 'שוויון',
        chinese: '平等發言權',
        hindi: 'समानता',
        emoji: '👩‍👩‍👧‍👦🏳️‍🌈',
        astral: '𝔊𐍈𠜎',
      },
      { '': 'empty key', 'a "quoted" \\ key': '\u0000\u0001\b\t\n\f\r\u001f\u007f\u2028\u2029\ufeff\ufffd', __proto: { constructor: 1 } },
      { mixed: 'abc \u202eא\u202c def\u200f', combining: 'e\u0301 ≠ \u00e9', lone: JSON.parse('"\\ud83d"') as string },
      { numbers: [0, -0.5, 1e-300, 1.7976931348623157e308, 9007199254740991, -9007199254740991, 0.1] },
      { nothing: null, yes: true, list: [], object: {} },
      deep as Record<string, unknown>,
      {},
    ];
    await append(
      stream,
      contents.map((data) => jsonEvent({ type: 'Said', data, metadata: data })),
    );
    const events = await readBack(stream);
    expect(events.map(({ data }) => data)).toEqual(contents);
    expect(events.map(({ metadata }) => metadata)).toEqual(contents);
    expect(events.every(({ isJson }) => isJson)).toBe(true);
  });

  it('JSON that is no object, and an event without metadata', async () => {
    const stream = contract.newStream();
    const contents = ['text', 7, false, null, [1, [2]]] as unknown as Record<string, unknown>[];
    await append(
      stream,
      contents.map((data) => jsonEvent({ type: 'Said', data })),
    );
    const events = await readBack(stream);
    expect(events.map(({ data }) => data)).toEqual(contents);
    expect(events.every(({ metadata }) => metadata === undefined)).toBe(true);
  });

  it('type names of any script, and long ones', async () => {
    const stream = contract.newStream();
    const types = ['T', 'Ψήφος-κατατέθηκε', 'صوت', '🗳️', 'with spaces / and: signs', 'x'.repeat(500)];
    await append(
      stream,
      types.map((type) => happened(0, type)),
    );
    expect((await readStream(contract.client, stream)).map(({ type }) => type)).toEqual(types);
  });

  it('up to a mebibyte in one event, and in many', async () => {
    const [one, many] = [contract.newStream(), contract.newStream()];
    const large = new Uint8Array(randomBytes(mebibyte - 64));
    await append(one, binaryEvent({ type: 'Large', data: large }));
    expect(bytesOf((await readBack(one))[0]!.data) === bytesOf(large)).toBe(true);
    await append(
      many,
      upTo(10).map(() => binaryEvent({ type: 'Tenth', data: large.subarray(0, 100_000) })),
    );
    expect(await revisionsOf(contract.client, many)).toEqual(upTo(10));
  });

  it('over a mebibyte nothing is taken, be it one event or the sum of many, and the next append is', async () => {
    const stream = contract.newStream();
    const of = (bytes: number) => binaryEvent({ type: 'Large', data: new Uint8Array(bytes) });
    for (const events of [[of(mebibyte)], [of(mebibyte + 1)], [happened(0), of(600_000), of(600_000)], upTo(30).map(() => of(50_000))]) {
      expect(await errorOf(append(stream, events))).toBeInstanceOf(MaxAppendSizeExceededError);
      expect(await errorOf(collect(contract.client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
    }
    await append(stream, happened(1));
    expect(await revisionsOf(contract.client, stream)).toEqual([0]);
  });

  it('three thousand events of one append, in their order', async () => {
    const stream = contract.newStream();
    const events = several(3_000);
    expect(await append(stream, events)).toMatchObject({ nextExpectedRevision: 2_999n });
    expect((await readStream(contract.client, stream)).map(({ id, n }) => [id, n])).toEqual(events.map(({ id }, n) => [id, n]));
  });

  it('an append of no events makes no stream and changes none', async () => {
    const stream = contract.newStream();
    await append(stream, []);
    expect(await errorOf(collect(contract.client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
    await append(stream, several(2));
    await contract.client.appendToStream(stream, [], optionsFor(way, contract.url));
    expect(await revisionsOf(contract.client, stream)).toEqual([0, 1]);
  });
});
