import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent, persistentSubscriptionToStreamSettingsFromDefaults } from '@eventstore/db-client';
import { startEventStore, type RunningEventStore } from '../index';

let folder: string;
let store: RunningEventStore;
const clients: EventStoreDBClient[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  store = await startEventStore({ folder });
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
});

function connect(connectionString: string): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(connectionString);
  clients.push(client);
  return client;
}

describe('a client', () => {
  it('finds the one node by gossip', async () => {
    const client = connect(`esdb+discover://127.0.0.1:${store.port}?tls=false`);
    const { success } = await client.appendToStream('found', jsonEvent({ type: 'Found', data: {} }));
    expect(success).toBe(true);
  });

  it('is sent on to the port that is announced, where something stands in front', async () => {
    const inFront = join(folder, 'in-front');
    const fronted = await startEventStore({ folder: inFront, advertisedPort: store.port });
    const client = connect(`esdb+discover://127.0.0.1:${fronted.port}?tls=false`);
    const before = store.figures().appends;
    await client.appendToStream('sent-on', jsonEvent({ type: 'Found', data: {} }));
    expect(store.figures().appends).toBe(before + 1);
    await fronted.stop();
  });

  it('is told in a sentence what there is not', async () => {
    const client = connect(store.connectionString);
    await expect(
      client.createPersistentSubscriptionToStream('found', 'group', persistentSubscriptionToStreamSettingsFromDefaults()),
    ).rejects.toThrow('The embedded event store has no persistent subscriptions');
  });

  it('may ask for failed appends as results', async () => {
    const client = connect(`${store.connectionString}&throwOnAppendFailure=false`);
    const event = () => jsonEvent({ type: 'Happened', data: {} });
    await client.appendToStream('results', [event(), event()]);
    for (const options of [{}, { credentials: { username: 'any', password: 'any' } }]) {
      const result = await client.appendToStream('results', event(), { expectedRevision: 0n, ...options });
      expect(result.success).toBe(false);
    }
  });

  it('can see the figures grow', async () => {
    const client = connect(store.connectionString);
    const before = store.figures();
    await client.appendToStream('figures', [jsonEvent({ type: 'Happened', data: {} }), jsonEvent({ type: 'Happened', data: {} })]);
    const after = store.figures();
    expect([after.appends - before.appends, after.events - before.events, after.lastPosition - before.lastPosition]).toEqual([1, 2, 2]);
    expect(after.flushSeconds).toBeGreaterThan(before.flushSeconds);
  });
});
