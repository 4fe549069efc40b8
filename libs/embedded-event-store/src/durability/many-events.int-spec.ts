import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecentIds } from '../rules/recent-ids';
import { Storage } from '../storage/storage';
import { WriteGroup } from '../storage/write-group';
import { storeProgram, type StoreProgram } from './store-process.fixture';

/** More of them are asked for with MANY_EVENTS; ten million take some minutes and 4 GB. */
const MANY = Number(process.env['MANY_EVENTS'] ?? 100_000);
const FEW = 1_000;
const EVENTS_A_STREAM = 4;
const EVENTS_A_TRANSACTION = 20_000;

let program: StoreProgram;

beforeAll(() => {
  program = storeProgram();
});

afterAll(() => program.remove());

/** So many small events in a quarter as many streams, without a server and in large transactions. */
async function fill(folder: string, events: number): Promise<void> {
  const storage = new Storage(folder);
  await storage.take(folder);
  const counters = { lastPosition: 0, lastStream: 0 };
  const event = () => ({
    id: randomUUID(),
    type: 'BallotCast',
    isJson: true,
    data: Buffer.from('{"choice":1}'),
    metadata: Buffer.from('{"schema":1}'),
  });
  while (counters.lastPosition < events) {
    const group = new WriteGroup(storage, new RecentIds(1), counters, Date.now());
    const end = Math.min(counters.lastPosition + EVENTS_A_TRANSACTION, events);
    while (counters.lastPosition < end) {
      const size = Math.min(EVENTS_A_STREAM, end - counters.lastPosition);
      group.apply({ kind: 'append', stream: `ballot-${randomUUID()}`, expected: 'no_stream', events: Array.from({ length: size }, event) });
    }
    storage.write(group.entries, group.heads);
  }
  await storage.close();
}

/** @returns megabytes that the store has to itself at rest; pages of the file are the system's to take back */
async function memoryAtRest(events: number): Promise<number> {
  const folder = join(program.folder, String(events));
  await fill(folder, events);
  const started = performance.now();
  const store = await program.start(folder);
  const ready = performance.now() - started;
  await new Promise((done) => setTimeout(done, 500));
  const status = readFileSync(`/proc/${store.pid}/status`, 'utf8');
  const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)![1]);
  const figures = `${Math.round(kilobytes('VmRSS') / 1024)} MB resident, ${Math.round(kilobytes('RssAnon') / 1024)} MB of them its own`;
  console.log(`${events} events: ready in ${Math.round(ready)} ms with the start of Node, ${figures}`);
  await store.stop();
  return kilobytes('RssAnon') / 1024;
}

(existsSync('/proc/self/status') ? describe : describe.skip)(`a store of ${MANY} events`, () => {
  it(
    'needs no more memory of its own at rest than a store of few',
    async () => {
      const few = await memoryAtRest(FEW);
      const many = await memoryAtRest(MANY);
      expect(many).toBeLessThan(few * 1.5);
    },
    60_000 + MANY / 10,
  );
});
