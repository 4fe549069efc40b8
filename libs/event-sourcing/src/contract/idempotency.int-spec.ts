import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  ANY,
  DeadlineExceededError,
  NO_STREAM,
  STREAM_EXISTS,
  WrongExpectedVersionError,
  jsonEvent,
  type AppendExpectedRevision,
} from '@eventstore/db-client';
import { EventStore } from '../index';
import { happened, optionsFor, several, storeUnderContract, upTo, waysToAppend } from './contract.fixture';
import { errorOf, readStream } from './observing.fixture';

const contract = storeUnderContract();

describe.each(waysToAppend)('an append that is tried again, by %s', (way) => {
  const append = (stream: string, events: ReturnType<typeof several>, expectedRevision: AppendExpectedRevision) =>
    contract.client.appendToStream(stream, events, { expectedRevision, ...optionsFor(way, contract.url) });
  const numbers = async (stream: string) => (await readStream(contract.client, stream)).map(({ n }) => n);

  it.each([
    ['at no stream', NO_STREAM, 0],
    ['at an exact revision', 3n, 4],
    ['at any', ANY, 4],
    ['at stream exists', STREAM_EXISTS, 4],
  ] as const)('%s has the answer of the first time and adds nothing, whole or in its first part', async (_name, expected, before) => {
    const stream = contract.newStream();
    if (before > 0) await append(stream, several(before), NO_STREAM);
    const events = several(3, before);
    const first = await append(stream, events, expected);
    expect(await append(stream, events, expected)).toEqual(first);
    await append(stream, several(40, before + 3), ANY);
    expect(await append(stream, events, expected)).toEqual(first);
    expect(await append(stream, events.slice(0, 2), expected)).toMatchObject({ success: true, nextExpectedRevision: BigInt(before + 1) });
    expect(await numbers(stream)).toEqual(upTo(before + 43));
  });

  it('is known by its ids alone: what was first written stays', async () => {
    const stream = contract.newStream();
    const id = randomUUID();
    await append(stream, [jsonEvent({ id, type: 'Happened', data: { n: 1 } })], NO_STREAM);
    for (const expected of [NO_STREAM, ANY] as const) await append(stream, [jsonEvent({ id, type: 'Other', data: { n: 2 } })], expected);
    expect(await readStream(contract.client, stream)).toMatchObject([{ id, type: 'Happened', n: 1 }]);
  });

  it('with other events before, after or among its own is refused and adds nothing', async () => {
    const stream = contract.newStream();
    await append(stream, several(1), NO_STREAM);
    const [a, b, c] = several(3, 1) as [ReturnType<typeof happened>, ReturnType<typeof happened>, ReturnType<typeof happened>];
    await append(stream, [a, b, c], 0n);
    const other = happened(9);
    for (const mixed of [
      [other, a, b],
      [other, a, b, c],
      [a, b, c, other],
      [a, other, c],
      [b, c],
      [c, b, a],
    ]) {
      expect(await errorOf(append(stream, mixed, 0n))).toBeInstanceOf(WrongExpectedVersionError);
    }
    for (const mixed of [
      [a, b, c, other],
      [a, other],
    ]) {
      expect(await errorOf(append(stream, mixed, ANY))).toBeInstanceOf(WrongExpectedVersionError);
    }
    expect(await numbers(stream)).toEqual([0, 1, 2, 3]);
  });

  it('at another revision than the first time is refused', async () => {
    const stream = contract.newStream();
    await append(stream, several(2), NO_STREAM);
    const event = happened(2);
    await append(stream, [event], 1n);
    for (const wrong of [NO_STREAM, 0n, 7n] as const) {
      expect(await errorOf(append(stream, [event], wrong))).toBeInstanceOf(WrongExpectedVersionError);
    }
    expect(await numbers(stream)).toEqual([0, 1, 2]);
  });

  it('on another stream is a new event', async () => {
    const [one, other] = [contract.newStream(), contract.newStream()];
    const events = several(2);
    await append(one, events, NO_STREAM);
    expect(await append(other, events, NO_STREAM)).toMatchObject({ success: true, nextExpectedRevision: 1n });
    expect(await numbers(other)).toEqual([0, 1]);
    expect(await numbers(one)).toEqual([0, 1]);
  });

  const states = [
    ['no stream', NO_STREAM],
    ['any', ANY],
  ] as const;
  it.each(states)('many times at once, at %s, is written once and answered alike', async (_name, expected) => {
    const stream = contract.newStream();
    const events = several(3);
    const answers = await Promise.all(upTo(32).map(() => untilAnswered(() => append(stream, events, expected))));
    expect(new Set(answers.map(({ nextExpectedRevision }) => nextExpectedRevision))).toEqual(new Set([2n]));
    expect((await readStream(contract.client, stream)).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  });
});

/** EventStoreDB drops a retry whose original is not replicated yet, so its caller runs into the deadline and asks again. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof DeadlineExceededError)) throw error;
    }
  }
}

describe('an append that is tried again by another client', () => {
  it('has the answer of the first time', async () => {
    const stream = contract.newStream();
    const events = several(2);
    const first = await contract.client.appendToStream(stream, events, { expectedRevision: NO_STREAM });
    const elsewhere = new EventStore(contract.url);
    expect(await elsewhere.client.appendToStream(stream, events, { expectedRevision: NO_STREAM })).toEqual(first);
    await elsewhere.close();
  });
});
