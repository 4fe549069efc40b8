import { beforeAll, describe, expect, it } from '@jest/globals';
import { BACKWARDS, END, START, StreamNotFoundError, type Position } from '@eventstore/db-client';
import { several, storeUnderContract, upTo } from './contract.fixture';
import { collect, compare, errorOf, isOf, readAll, readStream, seen, type Seen } from './observing.fixture';

const contract = storeUnderContract();

describe('reading a stream', () => {
  let stream: string;
  const count = 1_200;
  const read = async (options: object) => (await readStream(contract.client, stream, options)).map(({ n }) => n);
  const back = upTo(count).reverse();

  beforeAll(async () => {
    stream = contract.newStream();
    for (const from of [0, 400, 800]) await contract.client.appendToStream(stream, several(400, from));
  });

  it.each([
    ['from the start', {}, upTo(count)],
    ['from a revision, inclusive', { fromRevision: 1_190n }, upTo(10, 1_190)],
    ['so many', { fromRevision: 3n, maxCount: 4 }, [3, 4, 5, 6]],
    ['more than there are', { fromRevision: 1_199n, maxCount: 5_000 }, [1_199]],
    ['from past the end', { fromRevision: 1_200n }, []],
    ['backwards from the end', { direction: BACKWARDS, fromRevision: END }, back],
    ['backwards from a revision, inclusive', { direction: BACKWARDS, fromRevision: 3n }, [3, 2, 1, 0]],
    ['so many backwards', { direction: BACKWARDS, fromRevision: 700n, maxCount: 3 }, [700, 699, 698]],
    ['backwards from the start', { direction: BACKWARDS, fromRevision: START }, [0]],
    ['the last one', { direction: BACKWARDS, fromRevision: END, maxCount: 1 }, [1_199]],
  ])('%s', async (_name, options, expected) => {
    expect(await read(options)).toEqual(expected);
  });

  it.each([7, 100, 1_200])('by pages of %i gives every event once, in both directions', async (size) => {
    const [forwards, backwards]: number[][] = [[], []];
    for (let from = 0; from < count; from += size) forwards!.push(...(await read({ fromRevision: BigInt(from), maxCount: size })));
    for (let from = count - 1; from >= 0; from -= size) {
      backwards!.push(...(await read({ direction: BACKWARDS, fromRevision: BigInt(from), maxCount: size })));
    }
    expect(forwards).toEqual(upTo(count));
    expect(backwards).toEqual(back);
  });

  it('says which stream is not found', async () => {
    const absent = contract.newStream();
    const error = await errorOf(collect(contract.client.readStream(absent)));
    expect(error).toBeInstanceOf(StreamNotFoundError);
    expect(error).toMatchObject({ streamName: absent });
  });

  it('may be left early by a reader who has seen enough, and others read on', async () => {
    const read: number[] = [];
    for await (const event of contract.client.readStream(stream)) if (read.push(Number(event.event!.revision)) === 5) break;
    expect(read).toEqual(upTo(5));
    expect((await readStream(contract.client, stream)).length).toBe(count);
  });
});

describe('reading $all', () => {
  let mark: Position;
  let prefix: string;
  let events: Seen[];

  beforeAll(async () => {
    mark = await contract.mark();
    const streams = contract.streams();
    prefix = streams.prefix;
    for (const n of upTo(30)) await contract.client.appendToStream(streams.named(`s${n % 4}`), several(1 + (n % 3), n * 10));
    events = await readAll(contract.client, mark, prefix);
  });

  const page = async (options: object) => (await collect(contract.client.readAll(options))).filter(({ event }) => event);
  const mine = (found: Awaited<ReturnType<typeof page>>) => found.filter((event) => isOf(event, prefix)).map(seen);

  it('is inclusive forwards and exclusive backwards', async () => {
    const { position } = events[10]!;
    expect(mine(await page({ fromPosition: position, maxCount: 1 }))).toEqual([events[10]]);
    const [before] = await page({ fromPosition: position, direction: BACKWARDS, maxCount: 1 });
    expect(compare(before!.event!.position!, position)).toBe(-1);
  });

  it.each([2, 9, 500])('by pages of %i gives every event once, in both directions', async (size) => {
    const [forwards, backwards]: Seen[][] = [[], []];
    for (let from = mark; ;) {
      const found = await page({ fromPosition: from, maxCount: size });
      // A page begins with the last event of the one before.
      forwards!.push(...mine(found.filter(({ event }) => from === mark || compare(event!.position!, from) > 0)));
      if (found.length < size) break;
      from = found.at(-1)!.event!.position!;
    }
    for (let from: Position | typeof END = END; from === END || compare(from, mark) > 0;) {
      const found = await page({ fromPosition: from, direction: BACKWARDS, maxCount: size });
      backwards!.push(...mine(found));
      from = found.at(-1)!.event!.position!;
    }
    expect(forwards).toEqual(events);
    expect(backwards!.reverse()).toEqual(events);
  });

  it('backwards without a limit gives two thousand events, each once', async () => {
    const { prefix: own, named } = contract.streams();
    const before = await contract.mark();
    for (const n of upTo(5)) await contract.client.appendToStream(named(`s${n}`), several(400, n * 400));
    const found: number[] = [];
    for await (const event of contract.client.readAll({ direction: BACKWARDS, fromPosition: END })) {
      if (compare(event.event!.position!, before) <= 0) break;
      if (isOf(event, own)) found.push(seen(event).n);
    }
    expect(found.reverse()).toEqual(upTo(2_000));
  });

  it('from the end gives nothing of what was', async () => {
    expect(mine(await page({ fromPosition: END }))).toEqual([]);
  });
});
