import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventTypeFilter, excludeSystemEvents, streamNameFilter, type Filter, type Position } from '@eventstore/db-client';
import { happened, several, storeUnderContract, upTo } from './contract.fixture';
import { compare, isOf, take, told } from './observing.fixture';

const contract = storeUnderContract();

describe('a filter', () => {
  let mark: Position;
  let word: string;
  let prefix: string;

  /** Ballots with even numbers and surveys with odd ones, of three types; the last of each kind is the fence a reader stops at. */
  beforeAll(async () => {
    mark = await contract.mark();
    const streams = contract.streams();
    prefix = streams.prefix;
    word = prefix.split('-')[1]!;
    for (const n of upTo(40)) {
      const stream = streams.named(`${n % 2 === 0 ? 'ballot' : 'survey'}-${n % 4}-${word}`);
      await contract.client.appendToStream(stream, happened(n, `${['Cast', 'Changed', 'Cancelled'][n % 3]}${word}`));
    }
    const fence = ['Cast', 'Changed', 'Cancelled'].map((type) => happened(1000, `${type}${word}`));
    await contract.client.appendToStream(streams.named(`fence-${word}`), fence);
  });

  const all = () => upTo(40);
  /** The first events, as many as asked for, that a subscription from the mark gives. */
  const given = async (filter: Filter, count: number) =>
    (await take(contract.client.subscribeToAll({ fromPosition: mark, filter }), count)).map(({ n }) => n);

  it('by type prefix lets those pass that begin with one of them', async () => {
    expect(await given(eventTypeFilter({ prefixes: [`Cast${word}`] }), 15)).toEqual([...all().filter((n) => n % 3 === 0), 1000]);
    const two = eventTypeFilter({ prefixes: [`Cancelled${word}`, `Changed${word}`] });
    expect(await given(two, 28)).toEqual([...all().filter((n) => n % 3 !== 0), 1000, 1000]);
  });

  it('by type expression lets those pass that match anywhere it says', async () => {
    expect(await given(eventTypeFilter({ regex: `^Ca.*${word}$` }), 29)).toEqual([...all().filter((n) => n % 3 !== 1), 1000, 1000]);
    expect(await given(eventTypeFilter({ regex: `n[cg]e(l|d).*${word}` }), 28)).toEqual([...all().filter((n) => n % 3 !== 0), 1000, 1000]);
  });

  it('by stream prefix lets whole streams pass', async () => {
    const ballots = streamNameFilter({ prefixes: [`${prefix}ballot-`, `${prefix}fence`] });
    expect(await given(ballots, 21)).toEqual([...all().filter((n) => n % 2 === 0), 1000]);
    expect(await given(streamNameFilter({ prefixes: [`${prefix}survey-3`] }), 10)).toEqual(all().filter((n) => n % 4 === 3));
  });

  it('by stream expression lets those pass that match', async () => {
    expect(await given(streamNameFilter({ regex: `-(0|3)-${word}$` }), 20)).toEqual(all().filter((n) => n % 4 === 0 || n % 4 === 3));
  });

  it('against the events of the store itself lets nothing of them pass and all else', async () => {
    const { prefix: own, named } = contract.streams();
    for (const n of upTo(5)) {
      await contract.client.appendToStream(named('a'), happened(n));
      await contract.client.setStreamMetadata(named('a'), { maxCount: 100 + n });
    }
    await contract.client.appendToStream(named('b'), happened(5));
    const mine = (event: { stream: string }) => isOf({ event: { streamId: event.stream } }, own);
    const without = await take(contract.client.subscribeToAll({ fromPosition: mark, filter: excludeSystemEvents() }), 6, mine);
    expect(without.map(({ n }) => n)).toEqual(upTo(6));
    const everything = await take(contract.client.subscribeToAll({ fromPosition: mark }), 11, mine);
    expect(everything.filter(({ type }) => type === '$metadata')).toHaveLength(5);
  });
});

describe('a filtered subscription', () => {
  it('tells how far it has looked where nothing matches, never back and never beyond what it has given', async () => {
    const mark = await contract.mark();
    const { prefix, named } = contract.streams();
    const line: { position: Position; n?: number }[] = [];
    const checkpointReached = (_: unknown, position: Position) => void line.push({ position });
    const filter = streamNameFilter({ prefixes: [`${prefix}wanted`], maxSearchWindow: 16, checkpointInterval: 2, checkpointReached });
    const subscription = contract.client.subscribeToAll({ fromPosition: mark, filter });
    await told(subscription, 'confirmation');
    const taking = take(subscription, 3, ({ n, position }) => line.push({ n, position }) > 0);
    for (const n of upTo(3)) {
      for (const _ of upTo(3)) await contract.client.appendToStream(named('others'), several(64));
      await contract.client.appendToStream(named('wanted'), happened(n));
    }
    await taking;
    expect(line.filter(({ n }) => n !== undefined).map(({ n }) => n)).toEqual([0, 1, 2]);
    const checkpoints = line.filter(({ n }) => n === undefined);
    expect(checkpoints.length).toBeGreaterThanOrEqual(3);
    expect(checkpoints.every(({ position }, at) => at === 0 || compare(position, checkpoints[at - 1]!.position) >= 0)).toBe(true);

    for (const [at, checkpoint] of line.entries()) {
      if (checkpoint.n !== undefined) continue;
      const following = line.slice(at).flatMap(({ n }) => n ?? []);
      if (following.length === 0) continue;
      const again = streamNameFilter({ prefixes: [`${prefix}wanted`] });
      const resumed = contract.client.subscribeToAll({ fromPosition: checkpoint.position, filter: again });
      expect((await take(resumed, following.length)).map(({ n }) => n)).toEqual(following);
    }
  });
});
