import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue, event, stream, type DomainEvent } from '@isegoria/kernel';
import { eventually, testEventStore, type TestPart } from '@isegoria/testing';
import { EventStore, followLog, liveFold } from './index';

type LampSet = DomainEvent<'LampSet', { on: boolean }>;
const lamps = stream('lamp-<lampId>', 'public');
const cannotUpcast = catalogue([
  event<LampSet>('LampSet', {
    stream: lamps,
    says: 'A lamp is set.',
    earlier: [
      {
        sample: { on: true },
        upcast: () => {
          throw new Error('thirteen');
        },
      },
    ],
    sample: { on: true },
  }),
]);

describe('an event that cannot be brought to the present version', () => {
  let part: TestPart;
  let store: EventStore;

  beforeAll(async () => {
    part = await testEventStore();
    store = new EventStore(part.url, { catalogue: cannotUpcast });
  });
  afterAll(async () => {
    await store.close();
    await part.stop();
  });

  it('is an error for who asks for its stream, ends no process, and keeps nobody from hearing of the other streams', async () => {
    const failed: string[] = [];
    const live = liveFold<boolean, LampSet>(
      store,
      'lamp-',
      { initialState: false, evolve: (_, { data }) => data.on },
      { onFailure: ({ message }, { stream, type }) => failed.push(`${message}: ${type} in ${stream}`) },
    );
    await live.ready;
    await setLamp(store, 'lamp-b', true);
    await setLamp(store, 'lamp-a', true);
    expect([await live.fresh('lamp-a'), await live.fresh('lamp-b')]).toEqual([true, true]);
    const old = new EventStore(part.url);
    await setLamp(old, 'lamp-a', false, 1);
    await old.close();
    await eventually(() => expect(failed).toEqual(['thirteen: LampSet in lamp-a']));
    await setLamp(store, 'lamp-b', false);
    await eventually(() => expect(live.peek('lamp-b')).toBe(false));
    await expect(live.known('lamp-a')).rejects.toThrow('thirteen');
    live.stop();
  });

  it('is met by those who follow the log and do not ask for such events, as any other failure is', async () => {
    const abort = new AbortController();
    const onInterruption = ({ message }: Error) => {
      expect(message).toBe('thirteen');
      abort.abort();
    };
    const heard: string[] = [];
    for await (const { events } of followLog(store, { prefixes: ['lamp-'], signal: abort.signal, onInterruption }))
      heard.push(...events.map(({ stream }) => stream));
    expect(heard).toEqual(['lamp-b', 'lamp-a']);
  });
});

async function setLamp(to: EventStore, name: string, on: boolean, schema = 2): Promise<void> {
  const metadata = { schema, at: new Date().toISOString(), correlationId: 'test' };
  await to.append(name, [{ type: 'LampSet', data: { on }, id: randomUUID(), metadata }], 'any');
}
