import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  CancelledError,
  END,
  EventStoreDBClient,
  eventTypeFilter,
  jsonEvent,
  START,
  StreamDeletedError,
  streamNameFilter,
  UnavailableError,
  type Position,
} from '@eventstore/db-client';
import { startEventStore } from './index';
import { newStream, runningStore } from './running-store.fixture';

const suite = runningStore();
let client: EventStoreDBClient;

beforeAll(() => {
  ({ client } = suite);
});

const happened = (n: number) => jsonEvent({ type: 'Happened', data: { n } });
const several = (count: number, from = 0) => Array.from({ length: count }, (_, n) => happened(from + n));

interface Seen {
  event?: { data: unknown; streamId: string };
}
type Subscription = ReturnType<EventStoreDBClient['subscribeToAll']> | ReturnType<EventStoreDBClient['subscribeToStream']>;

/** Takes events until there are `count` and ends the subscription. */
async function take(subscription: Subscription, count: number, wanted: (seen: Seen) => boolean = () => true): Promise<number[]> {
  const numbers: number[] = [];
  for await (const seen of subscription as AsyncIterable<Seen>) {
    if (wanted(seen)) numbers.push((seen.event!.data as { n: number }).n);
    if (numbers.length === count) break;
  }
  return numbers;
}

const upTo = (count: number, from = 0): number[] => Array.from({ length: count }, (_, n) => from + n);
const told = (subscription: Subscription, word: 'confirmation' | 'caughtUp'): Promise<void> =>
  new Promise((resolve) => (subscription as NodeJS.EventEmitter).once(word, () => resolve()));

describe('a subscription to a stream', () => {
  it('catches up and goes on live, each event once and in order, while others write', async () => {
    const stream = newStream();
    await client.appendToStream(stream, several(700));
    const taking = take(client.subscribeToStream(stream, { fromRevision: START }), 1_000);
    for (let n = 700; n < 1_000; n += 1) await client.appendToStream(stream, happened(n));
    expect(await taking).toEqual(upTo(1_000));
  });

  it('resumes after the revision it is given, and from the end sees what is new only', async () => {
    const stream = newStream();
    await client.appendToStream(stream, several(5));
    expect(await take(client.subscribeToStream(stream, { fromRevision: 2n }), 2)).toEqual([3, 4]);
    const fromEnd = client.subscribeToStream(stream, { fromRevision: END });
    const taking = take(fromEnd, 1);
    await told(fromEnd, 'caughtUp');
    await client.appendToStream(stream, happened(5));
    expect(await taking).toEqual([5]);
  });

  it('waits for a stream that is not there yet', async () => {
    const stream = newStream();
    const subscription = client.subscribeToStream(stream);
    const taking = take(subscription, 2);
    await told(subscription, 'caughtUp');
    await client.appendToStream(stream, several(2));
    expect(await taking).toEqual([0, 1]);
  });

  it('shows what arrives while it is there, whatever $maxCount says', async () => {
    const stream = newStream();
    await client.appendToStream(stream, several(4));
    await client.setStreamMetadata(stream, { maxCount: 1 });
    const subscription = client.subscribeToStream(stream);
    const taking = take(subscription, 4);
    await told(subscription, 'caughtUp');
    await client.appendToStream(stream, several(3, 4));
    expect(await taking).toEqual([3, 4, 5, 6]);
  });

  it('waits beyond the end when it begins there', async () => {
    const stream = newStream();
    const subscription = client.subscribeToStream(stream, { fromRevision: 2n ** 64n - 1n });
    await told(subscription, 'caughtUp');
    await subscription.unsubscribe();
  });

  it('ends with an error when the stream is tombstoned', async () => {
    const stream = newStream();
    await client.appendToStream(stream, happened(0));
    const subscription = client.subscribeToStream(stream);
    const ended = expect(take(subscription, 2)).rejects.toBeInstanceOf(StreamDeletedError);
    await told(subscription, 'caughtUp');
    await client.tombstoneStream(stream);
    await ended;
  });
});

describe('a subscription to $all', () => {
  it('catches up and goes on live, each event once and in order, while many write', async () => {
    const word = randomUUID();
    const mine = ({ event }: Seen) => event!.streamId.startsWith(word);
    const start = (await client.appendToStream(newStream(), happened(0))).position!;
    await client.appendToStream(`${word}-0`, several(900));
    const taking = take(client.subscribeToAll({ fromPosition: start }), 1_300, mine);
    const positions: [number, bigint][] = [];
    await Promise.all(
      upTo(400, 900).map(async (n) => positions.push([n, (await client.appendToStream(`${word}-${n}`, happened(n))).position!.commit])),
    );
    const inOrder = positions.sort(([, a], [, b]) => Number(a - b)).map(([n]) => n);
    expect(await taking).toEqual([...upTo(900), ...inOrder]);
  });

  it('resumes after the position it is given', async () => {
    const stream = newStream();
    const first = (await client.appendToStream(stream, happened(0))).position!;
    await client.appendToStream(stream, happened(1));
    expect(await take(client.subscribeToAll({ fromPosition: first }), 1)).toEqual([1]);
  });

  it('from the end sees what is new only', async () => {
    await client.appendToStream(newStream(), happened(1));
    const subscription = client.subscribeToAll({ fromPosition: END });
    const taking = take(subscription, 1);
    await told(subscription, 'caughtUp');
    await client.appendToStream(newStream(), happened(2));
    expect(await taking).toEqual([2]);
  });

  it('tells a filtered reader how far it has looked, every window times the multiplier', async () => {
    const start = (await client.appendToStream(newStream(), happened(0))).position!;
    const reached: Position[] = [];
    const wanted = newStream('wanted');
    const checkpointReached = async (_: unknown, position: Position) => void reached.push(position);
    const filter = streamNameFilter({ prefixes: [wanted], maxSearchWindow: 10, checkpointInterval: 3, checkpointReached });
    const subscription = client.subscribeToAll({ fromPosition: start, filter });
    const taking = take(subscription, 2);
    await client.appendToStream(wanted, happened(7));
    await client.appendToStream(newStream('other'), several(98));
    await client.appendToStream(wanted, happened(8));
    expect(await taking).toEqual([7, 8]);
    expect(reached).toEqual([30n, 60n, 90n].map((n) => ({ commit: start.commit + n, prepare: start.prepare + n })));
    expect(await take(client.subscribeToAll({ fromPosition: reached[2]!, filter }), 1)).toEqual([8]);
  });

  it('goes on telling so when it is live, from where it began to count', async () => {
    const start = (await client.appendToStream(newStream(), happened(0))).position!;
    const reached: bigint[] = [];
    const wanted = newStream('wanted');
    const checkpointReached = async (_: unknown, { commit }: Position) => void reached.push(commit - start.commit);
    const filter = streamNameFilter({ prefixes: [wanted], maxSearchWindow: 5, checkpointInterval: 2, checkpointReached });
    const subscription = client.subscribeToAll({ fromPosition: start, filter });
    let timesCaughtUp = 0;
    subscription.on('caughtUp', () => (timesCaughtUp += 1));
    const taking = take(subscription, 1);
    await told(subscription, 'caughtUp');
    for (let n = 0; n < 24; n += 1) await client.appendToStream(newStream('other'), happened(n));
    await client.appendToStream(wanted, happened(7));
    expect(await taking).toEqual([7]);
    expect(reached).toEqual([10n, 20n]);
    expect(timesCaughtUp).toBe(1);
  });

  it('is not held up by an expression that would go back and forth for ever, nor are others', async () => {
    const start = (await client.appendToStream(newStream(), happened(0))).position!;
    const filter = eventTypeFilter({ regex: '^(a|aa)+$' });
    const subscription = client.subscribeToAll({ fromPosition: start, filter });
    const taking = take(subscription, 1);
    const nearly = Array.from({ length: 20 }, () => jsonEvent({ type: `${'a'.repeat(200)}!`, data: { n: 1 } }));
    await client.appendToStream(newStream(), nearly);
    await client.appendToStream(newStream(), jsonEvent({ type: 'aaa', data: { n: 2 } }));
    expect(await taking).toEqual([2]);
  });

  it.each([
    ['^(?!\\$)', 'its time could not be bounded'],
    ['\\p{L}', 'not understood here'],
    ['x'.repeat(300), 'at most 256 characters'],
  ])('refuses an expression that it cannot bound: %s', async (regex, sentence) => {
    await expect(take(client.subscribeToAll({ filter: eventTypeFilter({ regex }) }), 1)).rejects.toThrow(sentence);
  });

  it('holds one page and no more for a reader that does not read', async () => {
    const stream = newStream('large');
    const large = () => jsonEvent({ type: 'Large', data: { text: 'x'.repeat(100_000) } });
    for (let batch = 0; batch < 40; batch += 1) await client.appendToStream(stream, Array.from({ length: 10 }, large));
    const before = process.memoryUsage().rss;
    const idle = Array.from({ length: 30 }, () => client.subscribeToStream(stream));
    for (const subscription of idle) subscription.pause();
    await client.appendToStream(newStream(), several(100));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    // 30 readers of 40 MB each: 1.2 GB, were it held.
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    await Promise.all(idle.map((subscription) => subscription.unsubscribe()));
  });
});

describe('stopping', () => {
  it('leaves no append without an answer', async () => {
    const other = mkdtempSync(join(tmpdir(), 'event-store-'));
    const stopping = await startEventStore({ folder: other });
    const theirs = EventStoreDBClient.connectionString(stopping.connectionString);
    let written = 0;
    const stream = newStream();
    const appending = (async () => {
      for (;;) written = Number((await theirs.appendToStream(stream, several(500))).nextExpectedRevision) + 1;
    })();
    const ended = appending.catch((error: unknown) => error);
    while (written === 0) await new Promise(setImmediate);
    await stopping.stop();
    const error = await ended;
    expect(error instanceof CancelledError || error instanceof UnavailableError).toBe(true);
    await theirs.dispose();
    const again = await startEventStore({ folder: other });
    const reader = EventStoreDBClient.connectionString(again.connectionString);
    let found = 0;
    for await (const _ of reader.readStream(stream)) found += 1;
    expect(found).toBeGreaterThanOrEqual(written);
    await reader.dispose();
    await again.stop();
    rmSync(other, { recursive: true, force: true });
  });

  it('ends subscriptions as unavailable', async () => {
    const other = mkdtempSync(join(tmpdir(), 'event-store-'));
    const stopping = await startEventStore({ folder: other });
    const theirs = EventStoreDBClient.connectionString(stopping.connectionString);
    const subscription = theirs.subscribeToAll({ fromPosition: END });
    const ended = expect(take(subscription, 1)).rejects.toBeInstanceOf(UnavailableError);
    await told(subscription, 'caughtUp');
    await stopping.stop();
    await ended;
    await theirs.dispose();
    rmSync(other, { recursive: true, force: true });
  });
});
