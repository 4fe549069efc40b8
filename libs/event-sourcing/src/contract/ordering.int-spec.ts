import { describe, expect, it } from '@jest/globals';
import { NO_STREAM } from '@eventstore/db-client';
import { happened, optionsFor, several, storeUnderContract, upTo, waysToAppend } from './contract.fixture';
import { firstGap, firstOutOfOrder, firstOvertaken, scattered, type Acknowledged } from './observations.fixture';
import { compare, readAll, readStream } from './observing.fixture';

const contract = storeUnderContract();

describe('order', () => {
  it.each(waysToAppend)('of $all agrees with that of every stream and with acknowledgements, while 32 writers write by %s', async (way) => {
    const mark = await contract.mark();
    const { prefix, named } = contract.streams();
    const appends: Acknowledged[] = [];
    let moments = 0;
    const writer = async (number: number) => {
      for (let round = 0; round < 12; round++) {
        const begun = moments++;
        const stream = named(`s${(number * 7 + round) % 5}`);
        const { position } = await contract.client.appendToStream(stream, several(1 + (round % 3)), optionsFor(way, contract.url));
        appends.push({ begun, acknowledged: moments++, position: position! });
      }
    };
    await Promise.all(upTo(32).map(writer));
    const events = await readAll(contract.client, mark, prefix);
    expect(events).toHaveLength(32 * (1 + 2 + 3) * 4);
    expect(firstGap(events)).toBeUndefined();
    expect(firstOutOfOrder(events)).toBeUndefined();
    expect(appends).toHaveLength(32 * 12);
    expect(firstOvertaken(appends)).toBeUndefined();
    for (const name of upTo(5)) {
      const stream = named(`s${name}`);
      expect(await readStream(contract.client, stream)).toEqual(events.filter((event) => event.stream === stream));
    }
  });

  it('grows from one acknowledged append to the next, whichever client and stream', async () => {
    const positions = [];
    for (let round = 0; round < 10; round++) {
      for (const way of waysToAppend) {
        const { position } = await contract.client.appendToStream(contract.newStream(), several(2), optionsFor(way, contract.url));
        positions.push(position!);
      }
    }
    expect([...positions].sort(compare)).toEqual(positions);
    expect(new Set(positions.map(({ commit }) => commit)).size).toBe(positions.length);
  });
});

describe('an append of many events', () => {
  it.each(waysToAppend)('stands together in its stream, while others write to it by %s', async (way) => {
    const stream = contract.newStream();
    const mark = await contract.mark();
    const append = (n: number) =>
      contract.client.appendToStream(
        stream,
        upTo(7).map(() => happened(n)),
        optionsFor(way, contract.url),
      );
    const answers = await Promise.all(upTo(60).map(append));
    const events = await readStream(contract.client, stream);
    expect(events).toHaveLength(420);
    expect(scattered(events)).toEqual([]);
    expect(scattered(await readAll(contract.client, mark, stream))).toEqual([]);
    for (const [n, { nextExpectedRevision }] of answers.entries()) {
      expect(events.filter((event) => event.n === n).at(-1)!.revision).toBe(Number(nextExpectedRevision));
    }
  });

  it.each(waysToAppend)('is answered with the position that its last event is read with, by %s', async (way) => {
    const mark = await contract.mark();
    for (const count of [1, 2, 50]) {
      const stream = contract.newStream();
      const options = { expectedRevision: NO_STREAM, ...optionsFor(way, contract.url) } as const;
      const { position } = await contract.client.appendToStream(stream, several(count), options);
      expect((await readStream(contract.client, stream)).at(-1)!.position).toEqual(position);
      expect((await readAll(contract.client, mark, stream)).at(-1)!.position).toEqual(position);
    }
  });

  it('is seen whole or not at all', async () => {
    const stream = contract.newStream();
    let writing = true;
    const written = (async () => {
      for (let round = 0; round < 20; round++) await contract.client.appendToStream(stream, several(25));
      writing = false;
    })();
    const lengths: number[] = [];
    while (writing) lengths.push((await readStream(contract.client, stream)).length);
    await written;
    expect(lengths.filter((length) => length % 25 !== 0)).toEqual([]);
    expect(lengths.length).toBeGreaterThan(1);
  });
});
