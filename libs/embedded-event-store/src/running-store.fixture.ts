import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { startEventStore, type RunningEventStore } from './index';

/** A store for all tests of a suite, which give their streams fresh names. */
export interface SuiteStore {
  readonly store: RunningEventStore;
  readonly client: EventStoreDBClient;
  /** A client whose calls carry a name; the client itself sends none without TLS. */
  clientOf(user: string): EventStoreDBClient;
}

export function runningStore(): SuiteStore {
  let folder: string;
  let store: RunningEventStore;
  const clients: EventStoreDBClient[] = [];
  const connect = () => {
    const client = EventStoreDBClient.connectionString(store.connectionString);
    clients.push(client);
    return client;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'event-store-'));
    store = await startEventStore({ folder });
    connect();
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get store() {
      return store;
    },
    get client() {
      return clients[0]!;
    },
    clientOf: (user) => named(connect(), user),
  };
}

interface CallArguments {
  callArguments(...asked: unknown[]): [metadata: { set(key: string, value: string): void }, ...rest: unknown[]];
}

function named(client: EventStoreDBClient, user: string): EventStoreDBClient {
  const inner = client as unknown as CallArguments;
  const plain = inner.callArguments;
  inner.callArguments = (...asked) => {
    const given = plain(...asked);
    given[0].set('authorization', `Basic ${Buffer.from(`${user}:secret`).toString('base64')}`);
    return given;
  };
  return client;
}

export const newStream = (prefix = 'stream'): string => `${prefix}-${randomUUID()}`;
export const happened = (n: number, type = 'Happened') => jsonEvent({ type, data: { n }, metadata: { by: 'a test' } });
export const several = (count: number, type?: string) => Array.from({ length: count }, (_, n) => happened(n, type));

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

/** What an attempt is refused with; undefined when it succeeds. */
export const errorOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
