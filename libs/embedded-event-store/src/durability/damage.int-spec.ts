import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { startEventStore, type RunningEventStore } from '../index';

const EVENTS = 40;

let folder: string;
let file: string;
let store: RunningEventStore | undefined;
let client: EventStoreDBClient | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  file = join(folder, 'data.mdb');
  const { appendToStream } = await start();
  for (let n = 0; n < EVENTS; n += 1) await appendToStream(`stream-${n % 8}`, n);
  await stop();
});

afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start() {
  store = await startEventStore({ folder });
  client = EventStoreDBClient.connectionString(store.connectionString);
  return {
    client,
    appendToStream: (stream: string, n: number) =>
      client!.appendToStream(stream, jsonEvent({ type: 'Happened', data: { mark: `number-${n}.` } })),
  };
}

async function stop(): Promise<void> {
  await client?.dispose();
  await store?.stop();
  store = client = undefined;
}

/** Changes one bit wherever the bytes lie in the file, in copies that LMDB has given up as well. */
function flipBitOf(found: Buffer, offset = 0): void {
  const bytes = readFileSync(file);
  let flips = 0;
  for (let at = bytes.indexOf(found); at >= 0; at = bytes.indexOf(found, at + 1), flips += 1) bytes[at + offset]! ^= 4;
  expect(flips).toBeGreaterThan(0);
  writeFileSync(file, bytes);
}

const positionKey = (position: number) => {
  const key = Buffer.alloc(6);
  key.writeUIntBE(position, 0, 6);
  return key;
};

async function marksIn(
  events: AsyncIterable<{ event?: { type: string; data: unknown } }>,
): Promise<{ marks: string[]; error: Error | undefined }> {
  const marks: string[] = [];
  try {
    for await (const { event } of events) if (event!.type === 'Happened') marks.push((event!.data as { mark: string }).mark);
  } catch (error) {
    return { marks, error: error as Error };
  }
  return { marks, error: undefined };
}

const marksUpTo = (count: number) => Array.from({ length: count }, (_, n) => `number-${n}.`);

describe('a flipped bit', () => {
  it.each([
    ['the data', 0],
    ['the checksum', -1],
  ])('in %s of an event is reported with its position and never served; what lies before it is', async (where, from) => {
    if (from === 0) flipBitOf(Buffer.from('number-20.'), 3);
    else flipBitOf(storedStartOf(22));
    const { client } = await start();
    const { marks, error } = await marksIn(client.readAll());
    expect(error?.message).toContain('The event at position 22 is damaged on disk and is not served');
    expect(marks).toEqual(marksUpTo(20));
    const ofStream = await marksIn(client.readStream('stream-4'));
    expect(ofStream.error?.message).toContain('The event at position 22 is damaged');
    expect(ofStream.marks).toEqual(['number-4.', 'number-12.']);
    // What has to be compared with it is refused, and the store goes on.
    const retried = client.appendToStream('stream-4', jsonEvent({ type: 'Happened', data: {} }), { expectedRevision: 1n });
    await expect(retried).rejects.toThrow();
    expect((await client.appendToStream('another', jsonEvent({ type: 'Happened', data: {} }))).success).toBe(true);
    expect((await marksIn(client.readStream('stream-5'))).marks).toEqual([5, 13, 21, 29, 37].map((n) => `number-${n}.`));
  });

  it('in the key of an event is found out as the gap that it leaves', async () => {
    flipBitOf(Buffer.concat([positionKey(22), storedStartOf(22)]), 5);
    const { client } = await start();
    const { marks, error } = await marksIn(client.readAll());
    expect(error?.message).toContain('position 22 is damaged');
    expect(marks).toEqual(marksUpTo(20));
  });

  it('in the index leads to no other event', async () => {
    // A row of the index begins with the position of its event, right after the key: stream 6, revision 2.
    flipBitOf(Buffer.concat([positionKey(6), positionKey(2), positionKey(22)]), 17);
    const { client } = await start();
    const { marks, error } = await marksIn(client.readStream('stream-4'));
    expect(error?.message).toContain('What the store keeps of this stream is damaged on disk');
    expect(marks).toEqual(['number-4.', 'number-12.']);
    expect((await marksIn(client.readAll())).marks).toEqual(marksUpTo(EVENTS));
  });

  it('in what is known of a stream refuses the start, since appends are decided by it', async () => {
    // The next revision, no flags, the name.
    flipBitOf(Buffer.concat([positionKey(5), Buffer.from('\0stream-4')]), 5);
    await expect(startEventStore({ folder })).rejects.toThrow('of those that changed last, is not as it was written');
  });

  it('in the last event refuses the start, since new positions follow from it', async () => {
    flipBitOf(Buffer.from('number-39.'), 3);
    await expect(startEventStore({ folder })).rejects.toThrow('its last event, at position 41, is not as it was written');
  });
});

/** The checksum and the first bytes of the stored event, as they lie in the file. */
function storedStartOf(position: number): Buffer {
  const bytes = readFileSync(file);
  const key = positionKey(position);
  const mark = bytes.lastIndexOf(Buffer.from(`number-${position - 2}.`));
  const at = bytes.lastIndexOf(key, mark) + key.length;
  expect(mark - at).toBeLessThan(400);
  return bytes.subarray(at, at + 8);
}
