import { describe, expect, it } from '@jest/globals';
import { END, EventStoreDBClient, START, streamNameFilter, type Position } from '@eventstore/db-client';
import { eventually } from '@isegoria/testing';
import { happened, several, storeUnderContract, upTo } from './contract.fixture';
import { readAll, readStream, take, told, type Subscription } from './observing.fixture';

const contract = storeUnderContract();
const numbers = async (subscription: Subscription, count: number) => (await take(subscription, count)).map(({ n }) => n);
const only = (prefix: string) => streamNameFilter({ prefixes: [prefix] });

describe('a subscription to a stream', () => {
  it('goes on after the revision that it is given, whichever that is', async () => {
    const stream = contract.newStream();
    await contract.client.appendToStream(stream, several(20));
    expect(await numbers(contract.client.subscribeToStream(stream, { fromRevision: START }), 20)).toEqual(upTo(20));
    for (const revision of upTo(19)) {
      const rest = await numbers(contract.client.subscribeToStream(stream, { fromRevision: BigInt(revision) }), 19 - revision);
      expect(rest).toEqual(upTo(19 - revision, revision + 1));
    }
  });

  it('from the end gives what comes and nothing of what was', async () => {
    const stream = contract.newStream();
    await contract.client.appendToStream(stream, several(5));
    const subscription = contract.client.subscribeToStream(stream, { fromRevision: END });
    const taking = numbers(subscription, 3);
    await told(subscription, 'caughtUp');
    await contract.client.appendToStream(stream, several(3, 5));
    expect(await taking).toEqual([5, 6, 7]);
  });

  it('waits for a stream that is not there yet, and says that it has caught up with nothing', async () => {
    const stream = contract.newStream();
    const subscription = contract.client.subscribeToStream(stream);
    const taking = numbers(subscription, 2);
    await told(subscription, 'caughtUp');
    await contract.client.appendToStream(stream, several(2));
    expect(await taking).toEqual([0, 1]);
  });

  it('says that it has caught up after what was there and before what comes', async () => {
    const stream = contract.newStream();
    await contract.client.appendToStream(stream, several(300));
    const subscription = contract.client.subscribeToStream(stream);
    let [given, givenWhenCaughtUp] = [0, -1];
    subscription.on('data', () => given++);
    // What the client still holds for its reader came before the word too.
    subscription.once('caughtUp', () => (givenWhenCaughtUp = given + subscription.readableLength));
    await told(subscription, 'caughtUp');
    await contract.client.appendToStream(stream, happened(300));
    await eventually(() => expect(given).toBe(301));
    await subscription.unsubscribe();
    expect(givenWhenCaughtUp).toBe(300);
  });
});

describe('a subscription to $all', () => {
  it('goes on after the position that it is given, in the midst of an append too', async () => {
    const mark = await contract.mark();
    const { prefix, named } = contract.streams();
    for (const n of [0, 6, 12]) await contract.client.appendToStream(named(`s${n % 4}`), several(6, n));
    const events = await readAll(contract.client, mark, prefix);
    expect(events.map(({ n }) => n)).toEqual(upTo(18));
    for (const { n, position } of events.slice(0, -1)) {
      const rest = await numbers(contract.client.subscribeToAll({ fromPosition: position, filter: only(prefix) }), 17 - n);
      expect(rest).toEqual(upTo(17 - n, n + 1));
    }
  });

  it('goes on after the position that an append was answered with', async () => {
    const { prefix, named } = contract.streams();
    const { position } = await contract.client.appendToStream(named('s'), several(4));
    await contract.client.appendToStream(named('t'), several(3, 4));
    expect(await numbers(contract.client.subscribeToAll({ fromPosition: position!, filter: only(prefix) }), 3)).toEqual([4, 5, 6]);
  });

  it('from the start gives all there is; from the end what comes and nothing of what was', async () => {
    const { prefix, named } = contract.streams();
    await contract.client.appendToStream(named('s'), several(3));
    const fromEnd = contract.client.subscribeToAll({ fromPosition: END, filter: only(prefix) });
    const taking = numbers(fromEnd, 2);
    await told(fromEnd, 'caughtUp');
    await contract.client.appendToStream(named('s'), several(2, 3));
    expect(await taking).toEqual([3, 4]);
    expect(await numbers(contract.client.subscribeToAll({ fromPosition: START, filter: only(prefix) }), 5)).toEqual(upTo(5));
  });

  it('goes on where another client stopped in the midst of it, again and again, while others write', async () => {
    const mark = await contract.mark();
    const { prefix, named } = contract.streams();
    const writing = (async () => {
      for (const n of upTo(120)) await contract.client.appendToStream(named(`s${n % 7}`), happened(n));
    })();
    const seen: number[] = [];
    for (let from: Position = mark; seen.length < 120;) {
      const client = EventStoreDBClient.connectionString(contract.url);
      const part = await take(client.subscribeToAll({ fromPosition: from, filter: only(prefix) }), Math.min(17, 120 - seen.length));
      // The connection ends with the subscription open, as when a process dies.
      await client.dispose();
      seen.push(...part.map(({ n }) => n));
      from = part.at(-1)!.position;
    }
    await writing;
    expect(seen).toEqual(upTo(120));
  });

  it('gives each event once and in order across the moment when it catches up, while many write', async () => {
    const mark = await contract.mark();
    const { prefix, named } = contract.streams();
    await contract.client.appendToStream(named('before'), several(500));
    const taking = take(contract.client.subscribeToAll({ fromPosition: mark, filter: only(prefix) }), 900);
    await Promise.all(upTo(400).map((n) => contract.client.appendToStream(named(`s${n % 40}`), happened(n))));
    const taken = await taking;
    expect(taken).toEqual(await readAll(contract.client, mark, prefix));
    expect((await readStream(contract.client, named('before'))).map(({ id }) => id)).toEqual(taken.slice(0, 500).map(({ id }) => id));
  });
});
