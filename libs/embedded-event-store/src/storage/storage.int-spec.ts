import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyFolder } from '../operations';
import { DamagedEvent } from './damage';
import { RecentIds } from '../rules/recent-ids';
import { Storage } from './storage';
import { WriteGroup } from './write-group';

let folder: string;
let storage: Storage;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  await open();
});

afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  storage = new Storage(folder);
  await storage.take(folder);
}

const nameOf = (n: number) => `stream-${n}.`;

/** One event more in each of the streams, a hundred a transaction. */
function appendTo(streams: readonly number[], revision: number): void {
  const counters = { lastPosition: storage.lastPosition(), lastStream: storage.streamCount() };
  for (let from = 0; from < streams.length; from += 100) {
    const group = new WriteGroup(storage, new RecentIds(1), counters, 0);
    for (const n of streams.slice(from, from + 100)) {
      const event = {
        id: '0f8fad5b-d9cb-469f-a165-70867728950e',
        type: 'Happened',
        isJson: false,
        data: Buffer.alloc(10),
        metadata: Buffer.alloc(0),
      };
      const outcome = group.apply({
        kind: 'append',
        stream: nameOf(n),
        expected: revision - 1 < 0 ? 'no_stream' : revision - 1,
        events: [event],
      });
      expect(outcome).toMatchObject({ kind: 'done', revision });
    }
    storage.write(group.entries, group.heads);
  }
}

const range = (from: number, below: number) => Array.from({ length: below - from }, (_, n) => from + n);

// More than are kept young, so that they are moved while others change again.
const MANY = 9_000;

function expectHeads(): void {
  expect(storage.streamCount()).toBe(MANY);
  for (const n of range(0, MANY)) expect(storage.head(nameOf(n))).toEqual({ number: n + 1, revision: n < 100 || n >= MANY - 100 ? 1 : 0 });
  expect(storage.head('none')).toBeUndefined();
}

describe('the heads of many streams', () => {
  beforeEach(() => {
    appendTo(range(0, 3_000), 0);
    appendTo(range(0, 50), 1);
    appendTo(range(3_000, MANY), 0);
    appendTo([...range(50, 100), ...range(MANY - 100, MANY)], 1);
  });

  it('are found whether they were moved or not, also when they changed again, and after a start', async () => {
    expectHeads();
    await storage.close();
    await open();
    expectHeads();
    expect(await verifyFolder(folder)).toEqual({ events: MANY + 200, streams: MANY, findings: [], findingCount: 0 });
  });

  it('are not believed when they are damaged', async () => {
    await storage.close();
    const file = readFileSync(join(folder, 'data.mdb'));
    // The name is the key, and the value follows it: the checksum, the number, the next revision.
    const key = Buffer.concat([Buffer.from([nameOf(1234).length, 0]), Buffer.from(nameOf(1234))]);
    for (let at = file.indexOf(key); at >= 0; at = file.indexOf(key, at + 1)) file[at + key.length + 15]! ^= 1;
    writeFileSync(join(folder, 'data.mdb'), file);
    await open();
    expect(() => storage.head(nameOf(1234))).toThrow(DamagedEvent);
    expect(storage.head(nameOf(1235))).toEqual({ number: 1236, revision: 0 });
    const { findings } = await verifyFolder(folder);
    expect(findings).toContainEqual({ stream: nameOf(1234), sentence: `the head of stream ${nameOf(1234)} is not as it was written` });
  });
});
