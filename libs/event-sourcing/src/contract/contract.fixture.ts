import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { jsonEvent, type Credentials, type EventStoreDBClient, type Position } from '@eventstore/db-client';
import { testEventStore, type TestPart } from '@isegoria/testing';
import { EventStore } from '../index';

/**
 * The store that the contract is put to: the embedded one, or the real one that EVENTSTORE_URL names. A real one is shared: it holds
 * others' events and goes on receiving them, its positions have gaps, and what the contract writes to it is deleted at the end.
 */
export interface StoreUnderContract {
  readonly url: string;
  readonly client: EventStoreDBClient;
  /** The house's wrapper around the same client. */
  readonly store: EventStore;
  /** Stream names that nobody else has; every one that was handed out is deleted at the end. */
  streams(): FreshStreams;
  /** A stream of its own. */
  newStream(): string;
  /** A position before everything that is appended from now on, so that a reading of $all need not begin at the start. */
  mark(): Promise<Position>;
}

export interface FreshStreams {
  readonly prefix: string;
  named(name: string): string;
}

/** Starts or finds the store for the suite that calls this, and cleans up after it. */
export function storeUnderContract(): StoreUnderContract {
  const made = new Set<string>();
  // A distant cluster or a busy machine is not a fault.
  jest.setTimeout(120_000);
  let part: TestPart;
  let store: EventStore;

  beforeAll(async () => {
    part = await testEventStore();
    store = new EventStore(part.url);
  });

  afterAll(async () => {
    await deleteAll(store.client, [...made]);
    await store.close();
    await part.stop();
  });

  function streams(): FreshStreams {
    const prefix = `contract-${randomUUID()}-`;
    const named = (name: string) => {
      made.add(prefix + name);
      return prefix + name;
    };
    return { prefix, named };
  }

  return {
    get url() {
      return part.url;
    },
    get client() {
      return store.client;
    },
    get store() {
      return store;
    },
    streams,
    newStream: () => streams().named('stream'),
    mark: async () => (await store.client.appendToStream(streams().named('mark'), happened(0))).position!,
  };
}

async function deleteAll(client: EventStoreDBClient, streams: string[]): Promise<void> {
  // A test may have deleted its stream itself, or never have written to it.
  const deleted = (stream: string) => client.deleteStream(stream).catch(() => undefined);
  for (let from = 0; from < streams.length; from += 50) await Promise.all(streams.slice(from, from + 50).map(deleted));
}

/** The client's two ways to append. It takes the unbatched one for a call with credentials of its own. */
export const waysToAppend = ['BatchAppend', 'Append'] as const;

/** Credentials for the way: those of the connection string; a store without TLS and without a user asks for none and takes any. */
export function optionsFor(way: (typeof waysToAppend)[number], url: string): { credentials?: Credentials } {
  if (way === 'BatchAppend') return {};
  const [, username, password] = /^[^:]+:\/\/([^:@/]+):([^@]+)@/.exec(url) ?? [];
  if (!username || !password) return { credentials: { username: 'any', password: 'any' } };
  return { credentials: { username: decodeURIComponent(username), password: decodeURIComponent(password) } };
}

/** An event that carries a number. */
export const happened = (n: number, type = 'Happened') => jsonEvent({ id: randomUUID(), type, data: { n } });
/** Events that carry the numbers from `from` on. */
export const several = (count: number, from = 0, type?: string) => upTo(count, from).map((n) => happened(n, type));
/** The numbers from `from` on. */
export const upTo = (count: number, from = 0): number[] => Array.from({ length: count }, (_, n) => from + n);
