import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent, NO_STREAM, StreamDeletedError } from '@eventstore/db-client';
import { open } from 'lmdb';
import { startEventStore, type RunningEventStore } from '../index';

let folder: string;
let stores: RunningEventStore[];
let clients: EventStoreDBClient[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  stores = [];
  clients = [];
});

afterEach(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await Promise.all(stores.map((store) => store.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<EventStoreDBClient> {
  const store = await startEventStore({ folder });
  stores.push(store);
  const client = EventStoreDBClient.connectionString(store.connectionString);
  clients.push(client);
  return client;
}

async function restart(): Promise<EventStoreDBClient> {
  await clients.pop()!.dispose();
  await stores.pop()!.stop();
  return start();
}

const happened = (n: number) => jsonEvent({ type: 'Happened', data: { n } });

async function numbersIn(events: AsyncIterable<{ event?: { type: string; data: unknown } }>): Promise<number[]> {
  const numbers: number[] = [];
  for await (const { event } of events) if (event!.type === 'Happened') numbers.push((event!.data as { n: number }).n);
  return numbers;
}

describe('a restart', () => {
  it('keeps events, metadata, deletions and tombstones, and goes on with the positions', async () => {
    let client = await start();
    await client.appendToStream('kept', [happened(0), happened(1), happened(2)]);
    await client.setStreamMetadata('kept', { maxCount: 2 });
    await client.appendToStream('deleted', [happened(3)]);
    await client.deleteStream('deleted');
    const { position } = await client.tombstoneStream('tombstoned');
    client = await restart();
    expect(await numbersIn(client.readStream('kept'))).toEqual([1, 2]);
    await expect(client.appendToStream('tombstoned', happened(0))).rejects.toBeInstanceOf(StreamDeletedError);
    const again = await client.appendToStream('deleted', happened(4), { expectedRevision: NO_STREAM });
    expect(again.nextExpectedRevision).toBe(1n);
    // One for the metadata that brings the stream back, one for the event.
    expect(again.position!.commit).toBe(position!.commit + 2n);
    expect(await numbersIn(client.readStream('deleted'))).toEqual([4]);
  });

  it('does not make a retry an event, neither at an exact revision nor at any', async () => {
    let client = await start();
    const [atExact, atAny] = [[happened(0), happened(1)], [happened(2), happened(3)]];
    const exact = await client.appendToStream('exact', atExact, { expectedRevision: NO_STREAM });
    const any = await client.appendToStream('any', atAny);
    client = await restart();
    expect(await client.appendToStream('exact', atExact, { expectedRevision: NO_STREAM })).toEqual(exact);
    expect(await client.appendToStream('any', atAny)).toEqual(any);
    expect(await numbersIn(client.readAll())).toEqual([0, 1, 2, 3]);
  });
});

describe('a second start', () => {
  it('on the same folder is refused in a sentence, and does not disturb the first', async () => {
    const client = await start();
    await client.appendToStream('stream', happened(0));
    await expect(startEventStore({ folder })).rejects.toThrow(
      `The folder ${folder} is already in use by an event store (process ${process.pid}); stop that one first.`,
    );
    await client.appendToStream('stream', happened(1));
    expect(await numbersIn(client.readStream('stream'))).toEqual([0, 1]);
    const again = await restart();
    expect(await numbersIn(again.readStream('stream'))).toEqual([0, 1]);
  });

  it('is not held up by an owner that is gone, even where its number was given out again', async () => {
    await start();
    await stores.pop()!.stop();
    const { dev, ino } = statSync(join(folder, 'data.mdb'));
    const file = `${dev}:${ino}`;
    for (const owner of [
      { pid: 2 ** 22 + 1, startedAt: undefined, file },
      { pid: process.ppid, startedAt: 'another boot 1', file },
    ]) {
      const env = open({ path: folder, maxDbs: 8, overlappingSync: false });
      env.openDB({ name: 'settings' }).putSync('owner', owner);
      await env.close();
      await start();
      await stores.pop()!.stop();
    }
  });

  it('on a copy of a folder that is in use is not held up by who has the original', async () => {
    await start();
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    stores.push(await startEventStore({ folder: copy }));
    await stores.pop()!.stop();
    rmSync(copy, { recursive: true });
  });

  it('on a taken port is refused in a sentence, and leaves the folder free', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startEventStore({ folder, port })).rejects.toThrow(`The event store cannot listen on port ${port} of 127.0.0.1`);
    await start();
    other.close();
  });

  it.each(['0.0.0.0', '::', '192.168.1.10', 'example.org'])('on the address %s is refused', async (host) => {
    await expect(startEventStore({ folder, host })).rejects.toThrow('serves this machine only');
  });
});
