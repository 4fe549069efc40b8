import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue, event, stream, type DomainEvent } from '@isegoria/kernel';
import { eventually, testEventStore, type TestPart } from '@isegoria/testing';
import { EventStore, liveFold } from './index';

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

  it('is met by those who follow the log, as any other failure is, and ends no process', async () => {
    const met: string[] = [];
    const live = liveFold<boolean, LampSet>(
      store,
      'lamp-',
      { initialState: false, evolve: (_, { data }) => data.on },
      { onInterruption: ({ message }) => met.push(message) },
    );
    await live.ready;
    const old = new EventStore(part.url);
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'test' };
    await old.append('lamp-a', [{ type: 'LampSet', data: { on: true }, id: randomUUID(), metadata }], 'none');
    await old.close();
    await eventually(() => expect(met).toContain('thirteen'));
    await expect(live.known('lamp-a')).rejects.toThrow('thirteen');
    live.stop();
  });
});
