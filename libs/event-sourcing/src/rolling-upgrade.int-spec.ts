import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue, event, stream, type DomainEvent } from '@isegoria/kernel';
import { commandHandler, followLog, liveFold, readRawLog, unchangedBy, type Decider, type EventStore } from './index';
import { storeWithAnswers, type StoreWithAnswers } from './store-with-answers.fixture';

const lamps = stream('lamp-<lampId>', 'public');

/** Version N of a service: lamps are set on or off. */
type LampSet = DomainEvent<'LampSet', { on: boolean }>;
const old = {
  catalogue: catalogue([event<LampSet>('LampSet', { stream: lamps, says: 'A lamp is set.', sample: { on: true } })]),
  decider: {
    initialState: { on: false, sets: 0 },
    decide: ({ on }) => [{ type: 'LampSet', data: { on } }],
    evolve: (state, { type, data }) => (type === 'LampSet' ? { on: data.on, sets: state.sets + 1 } : unchangedBy(type, state)),
  } satisfies Decider<{ on: boolean; sets: number }, { on: boolean }, LampSet>,
};

/** Version N+1: they have a brightness, and can be painted. */
type BrightLampSet = DomainEvent<'LampSet', { on: boolean; percent: number }>;
type LampPainted = DomainEvent<'LampPainted', { colour: string }>;
type Command = { on: boolean; percent: number } | { colour: string };
interface Lamp {
  readonly percent: number;
  readonly sets: number;
  readonly colours: readonly string[];
}
const lampDecider: Decider<Lamp, Command, BrightLampSet | LampPainted> = {
  initialState: { percent: 0, sets: 0, colours: [] },
  decide: (command) => ['colour' in command ? { type: 'LampPainted', data: command } : { type: 'LampSet', data: command }],
  evolve(state, recorded) {
    switch (recorded.type) {
      case 'LampSet':
        return { ...state, percent: recorded.data.percent, sets: state.sets + 1 };
      case 'LampPainted':
        return { ...state, colours: [...state.colours, recorded.data.colour] };
      default:
        return unchangedBy(recorded, state);
    }
  },
};
const next = {
  catalogue: catalogue([
    event<BrightLampSet>('LampSet', {
      stream: lamps,
      says: 'A lamp is set.',
      earlier: [{ sample: { on: true }, upcast: (data) => ({ ...data, percent: data['on'] ? 100 : 0 }) }],
      sample: { on: true, percent: 40 },
    }),
    event<LampPainted>('LampPainted', { stream: lamps, says: 'A lamp is painted.', sample: { colour: 'red' } }),
  ]),
  decider: lampDecider,
};

describe('two versions of a service on one log', () => {
  let part: StoreWithAnswers;
  let stores: { old: EventStore; next: EventStore };
  const delivery = () => ({ commandId: randomUUID(), metadata: { at: new Date().toISOString(), correlationId: 'test' } });

  beforeAll(async () => {
    part = await storeWithAnswers();
    stores = { old: part.open({ catalogue: old.catalogue }), next: part.open({ catalogue: next.catalogue }) };
  });
  afterAll(() => part.stop());

  it('append to the same streams at once, and each folds all that it knows', async () => {
    const handle = { old: commandHandler(stores.old, old.decider), next: commandHandler(stores.next, next.decider) };
    const folds = { old: liveFold(stores.old, 'lamp-', old.decider), next: liveFold(stores.next, 'lamp-', next.decider) };
    const streams = Array.from({ length: 4 }, () => `lamp-${randomUUID()}`);
    const given = streams.flatMap((name) =>
      Array.from({ length: 12 }, (_, n) => {
        const sent = delivery();
        const command: Command = n % 3 === 1 ? { on: true, percent: n } : { colour: `colour ${n}` };
        const handled = n % 3 === 0 ? handle.old(name, { on: true }, sent) : handle.next(name, command, sent);
        return handled.then(({ events }) => ({ name, ids: events.map(({ id }) => id), id: sent.commandId }));
      }),
    );
    for (const { ids, id } of await Promise.all(given)) expect(ids).toEqual([id]);
    for (const name of streams) {
      const recorded = await stores.old.readStream(name);
      expect(recorded.map(({ type, metadata }) => `${type} ${metadata.schema}`).sort()).toEqual([
        ...Array(4).fill('LampPainted 1'),
        ...Array(4).fill('LampSet 1'),
        ...Array(4).fill('LampSet 2'),
      ]);
      expect(await folds.old.fresh(name)).toEqual({ on: true, sets: 8 });
      const lamp = await folds.next.fresh(name);
      expect(lamp).toMatchObject({ sets: 8, colours: expect.arrayContaining(['colour 2', 'colour 5', 'colour 8', 'colour 11']) });
    }
    folds.old.stop();
    folds.next.stop();
  });

  it('read what the other wrote, in their own form, and the log keeps the bytes', async () => {
    const name = `lamp-${randomUUID()}`;
    await commandHandler(stores.old, old.decider)(name, { on: true }, delivery());
    await commandHandler(stores.next, next.decider)(name, { on: true, percent: 40 }, delivery());
    const read = async (store: EventStore) => (await store.readStream(name)).map(({ data, stored }) => [data, stored]);
    expect(await read(stores.old)).toEqual([
      [{ on: true }, undefined],
      [{ on: true, percent: 40 }, undefined],
    ]);
    expect(await read(stores.next)).toEqual([
      [{ on: true, percent: 100 }, { on: true }],
      [{ on: true, percent: 40 }, undefined],
    ]);
    const raw = (await readRawLog(stores.next, { count: 10_000 })).filter(({ stream: of }) => of === name);
    expect(raw.map(({ data }) => data.toString())).toEqual(['{"on":true}', '{"on":true,"percent":40}']);
    const ids = raw.map(({ id }) => id);
    const readBack = await stores.next.recorded(name, ids, 1);
    expect(readBack.map(({ data }) => data)).toEqual([
      { on: true, percent: 100 },
      { on: true, percent: 40 },
    ]);
  });

  it('follow the log in their own form', async () => {
    const name = `lamp-${randomUUID()}`;
    await commandHandler(stores.old, old.decider)(name, { on: true }, delivery());
    const heard: unknown[] = [];
    const abort = new AbortController();
    for await (const { events, live } of followLog(stores.next, { prefixes: [name], signal: abort.signal })) {
      heard.push(...events.map(({ data }) => data));
      if (live) abort.abort();
    }
    expect(heard).toEqual([{ on: true, percent: 100 }]);
  });
});
