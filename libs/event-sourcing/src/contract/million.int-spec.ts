import { createHash, randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { NO_STREAM, jsonEvent, streamNameFilter, type AllStreamResolvedEvent, type Position } from '@eventstore/db-client';
import { followLog, uuidFrom } from '../index';
import { storeUnderContract, upTo, type FreshStreams } from './contract.fixture';
import { compare, isOf } from './observing.fixture';

const contract = storeUnderContract();
/** `CONTRACT_EVENTS=1000000` for the whole; by default few enough for every test run. A multiple of a thousand. */
const total = Math.max(2_000, Math.ceil(Number(process.env['CONTRACT_EVENTS'] ?? 20_000) / 1_000) * 1_000);
const batch = 500;
const streamCount = 40;
const inFlight = 8;
const patience = 60_000 + total;
/**
 * Bytes that a reading may add to what this process holds, the embedded store's buffers included. It is asked only where there are so
 * many events that all of them held (a kilobyte each) would be twice as much.
 */
const mostHeld = 96 * 1024 * 1024;
const isLarge = total >= 200_000;
const run = randomUUID();
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Run {
  count: number;
  hash: string;
}

/** What was seen so far: how many events, and one hash over their ids and contents in their order. */
class Tally {
  private readonly hash = createHash('sha256');
  private count = 0;

  add(id: string, n: number): number {
    this.hash.update(`${id} ${n}\n`);
    return ++this.count;
  }

  result(): Run {
    return { count: this.count, hash: this.hash.digest('hex') };
  }
}

/** The tally of a reader whose effect on this process's memory is watched. */
class Reader extends Tally {
  private readonly before = isLarge ? held() : 0;

  override add(id: string, n: number): number {
    const count = super.add(id, n);
    if (isLarge && (count === Math.floor(total / 2) || count === total)) expect(held() - this.before).toBeLessThan(mostHeld);
    return count;
  }
}

/** Bytes that this process holds after garbage collection; what the embedded store maps from its file is not counted. */
function held(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const idOf = (n: number): string => uuidFrom(run, String(n));
const eventOf = (n: number) => jsonEvent({ id: idOf(n), type: 'Counted', data: { n, text: 'x'.repeat(800) } });

describe(`${total} events`, () => {
  let mark: Position;
  let streams: FreshStreams;
  /** The appends in the order of the log: the first number of each, and the place of its last event. */
  const appends: { first: number; position: Position }[] = [];

  beforeAll(async () => {
    mark = await contract.mark();
    streams = contract.streams();
    let next = 0;
    const write = async () => {
      for (let first = next; first < total; first = next) {
        next += batch;
        const { position } = await contract.client.appendToStream(streamOf(first), upTo(batch, first).map(eventOf), { deadline: patience });
        appends.push({ first, position: position! });
      }
    };
    await Promise.all(upTo(inFlight).map(write));
    appends.sort((a, b) => compare(a.position, b.position));
  }, patience);

  const streamOf = (first: number): string => streams.named(`s${(first / batch) % streamCount}`);

  /** What a reader must see if it begins after that many appends. */
  function expected(from = 0): Run {
    const tally = new Tally();
    for (const { first } of appends.slice(from)) for (const n of upTo(batch, first)) tally.add(idOf(n), n);
    return tally.result();
  }

  const isMine = (event: AllStreamResolvedEvent): boolean => isOf(event, streams.prefix);
  const numberOf = ({ event }: AllStreamResolvedEvent): number => (event!.data as { n: number }).n;

  async function subscribedFrom(fromPosition: Position, count: number): Promise<Run> {
    const tally = new Reader();
    const filter = streamNameFilter({ prefixes: [streams.prefix], checkpointInterval: 100 });
    const subscription = contract.client.subscribeToAll({ fromPosition, filter });
    try {
      for await (const event of subscription as AsyncIterable<AllStreamResolvedEvent>) {
        if (tally.add(event.event!.id, numberOf(event)) === count) break;
      }
    } finally {
      await subscription.unsubscribe();
    }
    return tally.result();
  }

  it(
    'are all in $all, each once, in the order of their acknowledged places',
    async () => {
      const tally = new Reader();
      const reading = contract.client.readAll({ fromPosition: mark });
      try {
        for await (const event of reading) if (isMine(event)) tally.add(event.event!.id, numberOf(event));
      } finally {
        await reading.cancel();
      }
      expect(tally.result()).toEqual(expected());
    },
    patience,
  );

  it(
    'are all in their streams',
    async () => {
      let count = 0;
      for (const s of upTo(Math.min(streamCount, total / batch))) {
        let revision = 0n;
        for await (const { event } of contract.client.readStream(streams.named(`s${s}`))) {
          if (event!.revision !== revision++) throw new Error(`The stream s${s} has a gap before ${event!.revision}.`);
          count++;
        }
      }
      expect(count).toBe(total);
    },
    patience,
  );

  it(
    'are given to a subscription that begins before them',
    async () => {
      expect(await subscribedFrom(mark, total)).toEqual(expected());
    },
    patience,
  );

  it(
    'are gone on with from the middle, exactly',
    async () => {
      const middle = Math.floor(appends.length / 2);
      expect(await subscribedFrom(appends[middle - 1]!.position, total - middle * batch)).toEqual(expected(middle));
    },
    patience,
  );

  it(
    'are given by the follower that services use, until it is live',
    async () => {
      const tally = new Reader();
      const abort = new AbortController();
      const options = { after: Number(mark.commit), prefixes: [streams.prefix], signal: abort.signal };
      for await (const { events, live } of followLog(contract.store, options)) {
        for (const { id, data } of events) tally.add(id, (data as unknown as { n: number }).n);
        if (live) abort.abort();
      }
      expect(tally.result()).toEqual(expected());
    },
    patience,
  );

  it(
    'are known, however long ago, when their append is tried again',
    async () => {
      for (const { first, position } of [appends[0]!, appends[Math.floor(appends.length / 2)]!]) {
        const stream = streamOf(first);
        const earlier = appends.filter((other) => streamOf(other.first) === stream && compare(other.position, position) < 0);
        const expectedRevision = earlier.length === 0 ? NO_STREAM : BigInt(earlier.length * batch - 1);
        const again = await contract.client.appendToStream(stream, upTo(batch, first).map(eventOf), { expectedRevision });
        expect(again.position).toEqual(position);
      }
    },
    patience,
  );
});
