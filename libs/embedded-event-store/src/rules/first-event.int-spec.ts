import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, excludeSystemEvents } from '@eventstore/db-client';
import { startEventStore } from '../index';
import { collect, happened } from '../running-store.fixture';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a store in the folder holds after one more event of the application's. */
async function logAfterOneMore(n: number) {
  const store = await startEventStore({ folder });
  const client = EventStoreDBClient.connectionString(store.connectionString);
  await client.appendToStream('stream', happened(n));
  const log = (await collect(client.readAll())).map(({ event }) => event!);
  const filtered = client.subscribeToAll({ filter: excludeSystemEvents() });
  let first = '';
  for await (const { event } of filtered) {
    first = event!.type;
    break;
  }
  await client.dispose();
  await store.stop();
  return { log, first };
}

describe('a log', () => {
  it('begins with an event of the store, once, which readers without system events do not see', async () => {
    const { log, first } = await logAfterOneMore(0);
    expect(log.map(({ type, streamId, position }) => [type, streamId, position!.commit])).toEqual([
      ['$epoch-information', '$epoch-information', 1n],
      ['Happened', 'stream', 2n],
    ]);
    expect(first).toBe('Happened');
    const again = (await logAfterOneMore(1)).log;
    expect(again.slice(0, 2)).toEqual(log);
    expect(again.map(({ type }) => type)).toEqual(['$epoch-information', 'Happened', 'Happened']);
  });
});
