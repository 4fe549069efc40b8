import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Rejection, type DomainEvent } from '@isegoria/kernel';
import { EventStore, commandHandler, type Decider } from './index';
import { storeWithAnswers, type StoreWithAnswers } from './store-with-answers.fixture';

type LampSet = DomainEvent<'LampSet', { on: boolean }>;
type LampDusted = DomainEvent<'LampDusted', { on: boolean }>;

/** A lamp that is set on or off; setting it as it is changes nothing. */
const lamp: Decider<boolean, { on: boolean } | { toggle: true }, LampSet> = {
  initialState: false,
  decide(command, on) {
    const wanted = 'toggle' in command ? !on : command.on;
    return wanted === on ? [] : [{ type: 'LampSet', data: { on: wanted } }];
  },
  evolve: (_, { data }) => data.on,
};

describe('handling commands', () => {
  let part: StoreWithAnswers;
  let store: EventStore;
  const delivery = () => ({ commandId: randomUUID(), metadata: { schema: 1, at: new Date().toISOString(), correlationId: 'test' } });
  const history = async (stream: string) => (await store.readStream<LampSet>(stream)).map(({ data }) => data.on);

  beforeAll(async () => {
    part = await storeWithAnswers();
    store = part.open();
  });

  afterAll(() => part.stop());

  it('believes that nothing is to change only when that is so in the store', async () => {
    const stream = `lamp-${randomUUID()}`;
    const [here, elsewhere] = [commandHandler(store, lamp), commandHandler(store, lamp)];
    await here(stream, { on: true }, delivery());
    await elsewhere(stream, { on: false }, delivery());
    const { events } = await here(stream, { on: true }, delivery());
    expect(events).toHaveLength(1);
    expect(await history(stream)).toEqual([true, false, true]);
  });

  it('loses none of many commands for one stream that come at once', async () => {
    const stream = `lamp-${randomUUID()}`;
    const handle = commandHandler(store, lamp);
    const handled = await Promise.all(Array.from({ length: 40 }, () => handle(stream, { toggle: true }, delivery())));
    expect(new Set(handled.flatMap(({ events }) => events.map(({ id }) => id))).size).toBe(40);
    expect(await history(stream)).toEqual(Array.from({ length: 40 }, (_, index) => index % 2 === 0));
  });

  it('decides again when another instance was first', async () => {
    const stream = `lamp-${randomUUID()}`;
    const instances = [commandHandler(store, lamp), commandHandler(store, lamp), commandHandler(store, lamp)];
    await Promise.all(Array.from({ length: 9 }, (_, index) => instances[index % 3]!(stream, { toggle: true }, delivery())));
    expect(await history(stream)).toEqual(Array.from({ length: 9 }, (_, index) => index % 2 === 0));
  });

  describe('that say on which version they are based', () => {
    const based = (...versions: number[]) => ({ ...delivery(), basedOn: { versions, types: ['LampSet'] } });
    const dusted = { type: 'LampDusted', data: { on: false } } as const satisfies LampDusted;

    it('says that there is a newer version to whoever would be told what that one asks for', async () => {
      const stream = `lamp-${randomUUID()}`;
      const decide: typeof lamp.decide = (command, on) => {
        if (on) throw new Rejection('VALIDATION_FAILED', { field: 'note' });
        return lamp.decide(command, on);
      };
      const handle = commandHandler(store, { ...lamp, decide });
      const { position } = await handle(stream, { toggle: true }, based(0));
      await expect(handle(stream, { toggle: true }, based(0))).rejects.toThrow('VERSION_CHANGED');
      await expect(handle(stream, { toggle: true }, based(position))).rejects.toThrow('VALIDATION_FAILED');
    });

    it('changes that version, and nothing that is newer', async () => {
      const stream = `lamp-${randomUUID()}`;
      const handle = commandHandler(store, lamp);
      const first = await handle(stream, { toggle: true }, based(0));
      const second = await handle(stream, { toggle: true }, based(first.position));
      for (const stale of [based(0), based(first.position), based(second.position + 1), based(-1), based()])
        await expect(handle(stream, { toggle: true }, stale)).rejects.toThrow('VERSION_CHANGED');
      await handle(stream, { toggle: true }, based(first.position, second.position));
      expect(await history(stream)).toEqual([true, false, true]);
    });

    it('is not kept from it by events of other types in the same stream', async () => {
      const stream = `lamp-${randomUUID()}`;
      const { position } = await commandHandler(store, lamp)(stream, { toggle: true }, delivery());
      await store.append(stream, [{ ...dusted, id: randomUUID(), metadata: delivery().metadata }], 'any');
      await commandHandler(store, lamp)(stream, { on: true }, based(position));
      expect(await history(stream)).toHaveLength(3);
    });

    it('lets one of many that are based on the same one through, whichever instance they come to', async () => {
      const stream = `lamp-${randomUUID()}`;
      const instances = [commandHandler(store, lamp), commandHandler(store, lamp), commandHandler(store, lamp)];
      const { position } = await instances[0]!(stream, { toggle: true }, delivery());
      const asked = Array.from({ length: 9 }, (_, index) => instances[index % 3]!(stream, { toggle: true }, based(position)));
      const outcomes = await Promise.all(asked.map((one) => one.then(() => 'changed').catch((error: Error) => error.message)));
      expect(outcomes.sort()).toEqual([...Array.from({ length: 8 }, () => 'VERSION_CHANGED'), 'changed']);
      expect(await history(stream)).toHaveLength(2);
    });

    it('answers a repeated one as the first time, though it made the newer version itself', async () => {
      const stream = `lamp-${randomUUID()}`;
      const once = based(0);
      const [here, elsewhere] = [commandHandler(store, lamp), commandHandler(store, lamp)];
      const first = await here(stream, { toggle: true }, once);
      expect([await here(stream, { toggle: true }, once), await elsewhere(stream, { toggle: true }, once)]).toMatchObject([
        { position: first.position, repeated: true },
        { position: first.position, repeated: true },
      ]);
    });
  });

  it('says no only after looking at the stream as it is', async () => {
    const door: Decider<boolean, { open: boolean }, LampSet> = {
      initialState: false,
      evolve: lamp.evolve,
      decide({ open }, isOpen) {
        if (open === isOpen) throw new Rejection('ALREADY_DONE');
        return [{ type: 'LampSet', data: { on: open } }];
      },
    };
    const stream = `door-${randomUUID()}`;
    const [here, elsewhere] = [commandHandler(store, door), commandHandler(store, door)];
    await here(stream, { open: true }, delivery());
    await elsewhere(stream, { open: false }, delivery());
    await here(stream, { open: true }, delivery());
    await expect(elsewhere(stream, { open: true }, delivery())).rejects.toMatchObject({ code: 'ALREADY_DONE' });
    expect(await history(stream)).toEqual([true, false, true]);
  });

  it('gives the events of the first delivery when a command comes again, at once or later, here or elsewhere', async () => {
    const stream = `lamp-${randomUUID()}`;
    const same = delivery();
    const [here, elsewhere] = [commandHandler(store, lamp), commandHandler(store, lamp)];
    const outcomes = await Promise.all([here, elsewhere, here].map((handle) => handle(stream, { toggle: true }, same)));
    await here(stream, { on: false }, delivery());
    outcomes.push(await here(stream, { toggle: true }, same), await commandHandler(store, lamp)(stream, { toggle: true }, same));
    for (const { events } of outcomes) expect(events).toMatchObject([{ id: same.commandId, type: 'LampSet', data: { on: true } }]);
    expect(await history(stream)).toEqual([true, false]);
  });

  it('need not read what it appended where the id says it all, and knows the stream all the same', async () => {
    const stream = `lamp-${randomUUID()}`;
    const handle = commandHandler(store, lamp, { readsBack: false });
    const [first, second] = [delivery(), delivery()];
    expect(await handle(stream, { on: true }, first)).toMatchObject({ events: [], repeated: false });
    const off = await handle(stream, { on: false }, second);
    expect((await store.readStream(stream)).map(({ id, position }) => [id, position]).at(-1)).toEqual([second.commandId, off.position]);
    expect(await handle(stream, { on: true }, first)).toMatchObject({ repeated: true });
    expect(await commandHandler(store, lamp, { readsBack: false })(stream, { on: false }, second)).toMatchObject({ repeated: true });
    expect(await history(stream)).toEqual([true, false]);
  });

  it('remembers streams in bytes: a long one takes the place of many short ones, and what is forgotten is read again', async () => {
    const small = part.open({ memory: 30_000 });
    const handle = commandHandler(small, lamp);
    const streams = Array.from({ length: 40 }, () => `lamp-${randomUUID()}`);
    const toggleAll = () => Promise.all(streams.map((stream) => handle(stream, { toggle: true }, delivery())));
    await toggleAll();
    expect(small.memory.bytes).toBeGreaterThan(20_000);
    expect(small.memory.bytes).toBeLessThanOrEqual(30_000);
    await toggleAll();
    for (const stream of streams) expect(await history(stream)).toEqual([true, false]);
    const long = `lamp-${randomUUID()}`;
    const first = delivery();
    await handle(long, { toggle: true }, first);
    for (let command = 1; command < 200; command++) await handle(long, { toggle: true }, delivery());
    // Longer than everything that may be remembered: it is not remembered, but still handled.
    expect((await handle(long, { toggle: true }, first)).events).toMatchObject([{ id: first.commandId, revision: 0 }]);
    expect(await history(long)).toHaveLength(200);
    expect(small.memory.bytes).toBeLessThanOrEqual(30_000);
  });
});
