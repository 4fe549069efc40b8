import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { secureEventStore } from '@isegoria/testing';
import { EventStore, followLog, readRawLog } from './index';

describe('an event store with TLS and a password', () => {
  let secure: Awaited<ReturnType<typeof secureEventStore>>;
  const stores: EventStore[] = [];
  const storeAt = (url: string) => {
    const store = new EventStore(url);
    stores.push(store);
    return store;
  };
  beforeAll(async () => {
    secure = await secureEventStore('admin', 'right-1');
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await secure.stop();
  });

  const event = () => ({ id: randomUUID(), type: 'Noted', data: {}, metadata: { at: '2026-01-01T00:00:00.000Z', correlationId: 'spec' } });

  it('is appended to, read, read raw and followed by those who say the password, over the one connection string', async () => {
    const store = storeAt(secure.url);
    const noted = event();
    await store.append('notes-1', [noted], 'none');
    expect(await store.readStream('notes-1')).toMatchObject([{ id: noted.id }]);
    expect(await readRawLog(store, { count: 10 })).toContainEqual(expect.objectContaining({ id: noted.id }));
    const abort = new AbortController();
    for await (const { events } of followLog(store, { after: -1, prefixes: ['notes-'], signal: abort.signal })) {
      if (events.some(({ id }) => id === noted.id)) abort.abort();
    }
  });

  it('is found by the port that it is told to name, behind which it stands', async () => {
    const found = storeAt(secure.url.replace('esdb:', 'esdb+discover:'));
    await found.append('notes-3', [event()], 'none');
    expect(await found.readStream('notes-3')).toHaveLength(1);
  });

  it.each(['', 'admin:wrong@'])('lets nobody in as %p', async (login) => {
    await expect(storeAt(secure.urlWith(login)).append('notes-2', [event()], 'none')).rejects.toThrow();
    await expect(readRawLog(storeAt(secure.urlWith(login)), { count: 1 })).rejects.toThrow();
  });
});
