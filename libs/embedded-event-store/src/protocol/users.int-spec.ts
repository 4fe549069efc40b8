import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessDeniedError, EventStoreDBClient } from '@eventstore/db-client';
import { alwaysSend } from '@isegoria/event-store-wire';
import { startEventStore, type RunningEventStore } from '../index';
import { collect, errorOf, happened, newStream } from '../running-store.fixture';

describe('a store with users', () => {
  let folder: string;
  let store: RunningEventStore;
  const clients: EventStoreDBClient[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'event-store-'));
    store = await startEventStore({ folder, users: new Map([['admin', 'a:right one']]) });
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function clientAs(user?: string, password = 'a:right one'): EventStoreDBClient {
    const client = EventStoreDBClient.connectionString(store.connectionString);
    if (user !== undefined) alwaysSend(client, { user, password });
    clients.push(client);
    return client;
  }
  const everythingOf = (client: EventStoreDBClient, stream: string) => [
    client.appendToStream(stream, happened(0)),
    client.appendToStream(stream, happened(0), { credentials: { username: 'ignored', password: 'without TLS' } }),
    collect(client.readStream(stream)),
    collect(client.readAll({ maxCount: 1 })),
    collect(client.subscribeToAll()),
    client.deleteStream(stream),
    client.tombstoneStream(stream),
  ];

  it('serves those who give a name and its password', async () => {
    const [admin, stream] = [clientAs('admin'), newStream()];
    await admin.appendToStream(stream, happened(0));
    expect(await collect(admin.readStream(stream))).toHaveLength(1);
    await admin.tombstoneStream(stream);
  });

  it.each([
    ['without a name', undefined, undefined],
    ['with a wrong password', 'admin', 'wrong'],
    ['with an empty password', 'admin', ''],
    ['as somebody whom it does not know', 'eve', 'a:right one'],
  ])('refuses every call %s', async (_, user, password) => {
    const stream = newStream();
    for (const call of everythingOf(clientAs(user, password), stream)) expect(await errorOf(call)).toBeInstanceOf(AccessDeniedError);
    expect(await errorOf(collect(clientAs('admin').readStream(stream)))).toMatchObject({ type: 'stream-not-found' });
  });
});
