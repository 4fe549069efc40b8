import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { acknowledgedBy, appendersOf, expectWhole, wholeLog } from '../durability/appenders.fixture';
import { startEventStore, type RunningEventStore } from '../index';
import { backupFolder, restoreFolder, verifyFolder, type Progress } from './index';

let parent: string;
let folder: string;
let running: { store: RunningEventStore; client: EventStoreDBClient }[];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'event-store-'));
  folder = join(parent, 'store');
  running = [];
});

afterEach(async () => {
  while (running.length > 0) await stop();
  rmSync(parent, { recursive: true, force: true });
});

async function start(path = folder): Promise<EventStoreDBClient> {
  const store = await startEventStore({ folder: path });
  const client = EventStoreDBClient.connectionString(store.connectionString);
  running.push({ store, client });
  return client;
}

async function stop(): Promise<void> {
  const { store, client } = running.pop()!;
  await client.dispose();
  await store.stop();
}

const happened = (n: number) => jsonEvent({ type: 'Happened', data: { mark: `number-${n}.` } });

/** Forty events in eight streams, after the first event of every store, with metadata, a deleted stream and a tombstone. */
async function fill(): Promise<void> {
  const client = await start();
  for (let n = 0; n < 40; n += 1) await client.appendToStream(`stream-${n % 8}`, happened(n));
  await client.appendToStream('large', jsonEvent({ type: 'Large', data: { text: 'x'.repeat(200_000) } }));
  await client.setStreamMetadata('stream-1', { maxCount: 2 });
  await client.setStreamMetadata('metadata-only', { maxAge: 10 });
  await client.deleteStream('stream-2');
  await client.tombstoneStream('stream-3');
  await stop();
}

describe('verifying', () => {
  it('finds nothing in a sound store, be it at rest or running', async () => {
    await fill();
    const steps: Progress[] = [];
    const atRest = await verifyFolder(folder, { onProgress: (progress) => steps.push(progress) });
    expect(atRest).toEqual({ events: 46, streams: 14, findings: [], findingCount: 0 });
    expect([...new Set(steps.map(({ step }) => step))]).toEqual(['pages', 'events', 'index', 'streams']);
    const client = await start();
    await client.appendToStream('another', happened(0));
    expect(await verifyFolder(folder)).toMatchObject({ events: 47, findingCount: 0 });
    expect((await client.appendToStream('another', happened(1))).success).toBe(true);
  });

  it('sees one snapshot while others append', async () => {
    const client = await start();
    const appenders = appendersOf(16);
    let stopped = false;
    const appending = appenders.map((appender) => appender.appendUntil(() => stopped, client, new Promise(() => {})));
    for (let round = 0; round < 5; round += 1) {
      while (acknowledgedBy(appenders) < (round + 1) * 50) await new Promise((done) => setTimeout(done, 5));
      expect(await verifyFolder(folder)).toMatchObject({ findings: [], findingCount: 0 });
    }
    stopped = true;
    await Promise.all(appending);
  });

  const sixBytes = (number: number) => Buffer.from(number.toString(16).padStart(12, '0'), 'hex');
  it.each([
    ['an event', Buffer.from('number-20.'), 3, { position: 22, sentence: expect.stringContaining('position 22 is not as it was written') }],
    [
      'a head',
      Buffer.concat([sixBytes(5), Buffer.from('\0stream-4')]),
      5,
      { sentence: expect.stringContaining('of those that changed last, is not as it was written') },
    ],
    [
      'the index',
      Buffer.concat([sixBytes(2), sixBytes(22)]),
      11,
      { sentence: expect.stringMatching(/the index's row of revision 2 of stream number \d+ is not as it was written/) },
    ],
  ])('names a flipped bit in %s', async (_, bytes, offset, finding) => {
    await fill();
    const file = readFileSync(join(folder, 'data.mdb'));
    for (let at = file.indexOf(bytes); at >= 0; at = file.indexOf(bytes, at + 1)) file[at + offset]! ^= 1;
    writeFileSync(join(folder, 'data.mdb'), file);
    const { findings } = await verifyFolder(folder);
    expect(findings).toContainEqual(expect.objectContaining(finding));
  });

  it('names pages whose headers are damaged, without trusting them', async () => {
    await fill();
    const file = readFileSync(join(folder, 'data.mdb'));
    for (let page = 2 * 4096; page < file.length; page += 4096) file[page + 20]! ^= 1;
    writeFileSync(join(folder, 'data.mdb'), file);
    const { findings } = await verifyFolder(folder);
    expect(findings).toContainEqual({ page: expect.any(Number), sentence: expect.stringMatching(/^page \d+, at byte \d+ of data.mdb/) });
  });

  it.each([
    [60_000, 'which the file does not have'],
    [8192, 'which the file does not have'],
    [4200, 'it was cut short within its first two pages, at byte 4200'],
    [0, 'it is empty'],
  ])('names what a cut at byte %d leaves', async (size, sentence) => {
    await fill();
    truncateSync(join(folder, 'data.mdb'), size);
    const { findings, findingCount } = await verifyFolder(folder);
    expect(findingCount).toBeGreaterThan(0);
    expect(findings[0]!.sentence).toContain(sentence);
    await expect(backupFolder(folder, join(parent, 'backup'))).rejects.toThrow(sentence);
  });

  it('refuses a folder without a store in a sentence', async () => {
    mkdirSync(folder);
    await expect(verifyFolder(folder)).rejects.toThrow(`The folder ${folder} holds no event store.`);
  });
});

describe('a backup', () => {
  it('taken under 16 appenders has everything that was acknowledged before it began, and no half of anything', async () => {
    const client = await start();
    const appenders = appendersOf(16);
    let stopped = false;
    const appending = appenders.map((appender) => appender.appendUntil(() => stopped, client, new Promise(() => {})));
    while (acknowledgedBy(appenders) < 100) await new Promise((done) => setTimeout(done, 5));
    const before = appenders.map(({ stream, acknowledged }) => ({ stream, acknowledged: [...acknowledged] }));
    const backup = join(parent, 'backups', 'one');
    const { events, findingCount } = await backupFolder(folder, backup);
    const during = acknowledgedBy(appenders);
    while (acknowledgedBy(appenders) < during + 50) await new Promise((done) => setTimeout(done, 5));
    stopped = true;
    await Promise.all(appending);
    const whole = await wholeLog(client);

    expect(findingCount).toBe(0);
    expect(readdirSync(backup)).toEqual(['data.mdb']);
    const copied = await wholeLog(await start(backup));
    expect(copied).toHaveLength(events);
    expectWhole(copied, before);
    expect(copied).toEqual(whole.slice(0, copied.length));
    expect(copied.length).toBeLessThan(whole.length);
  });

  it('is refused where something lies, where a store runs, and of what is damaged', async () => {
    await fill();
    await start();
    await expect(backupFolder(folder, parent)).rejects.toThrow(`The folder ${parent} is not empty`);
    await expect(restoreFolder(folder, folder)).rejects.toThrow(`is in use by an event store (process ${process.pid})`);
    await stop();
    await expect(restoreFolder(folder, folder)).rejects.toThrow('is not empty');
    const file = readFileSync(join(folder, 'data.mdb'));
    for (let at = file.indexOf('number-20.'); at >= 0; at = file.indexOf('number-20.', at + 1)) file[at]! ^= 1;
    writeFileSync(join(folder, 'data.mdb'), file);
    const target = join(parent, 'backup');
    await expect(backupFolder(folder, target)).rejects.toThrow('position 22 is not as it was written');
    expect(readdirSync(parent)).toEqual(['store']);
  });
});

describe('a restored store', () => {
  it('goes on with positions, revisions and idempotency by id', async () => {
    const client = await start();
    const [atExact, atAny] = [[happened(0), happened(1)], [happened(2)]];
    const exact = await client.appendToStream('exact', atExact, { expectedRevision: 'no_stream' });
    const any = await client.appendToStream('any', atAny);
    const backup = join(parent, 'backup');
    await backupFolder(folder, backup);
    await client.appendToStream('exact', happened(3));
    await stop();
    rmSync(folder, { recursive: true });
    expect(await restoreFolder(backup, folder)).toMatchObject({ events: 4, streams: 3, findingCount: 0 });

    const restored = await start();
    expect(await restored.appendToStream('exact', atExact, { expectedRevision: 'no_stream' })).toEqual(exact);
    expect(await restored.appendToStream('any', atAny)).toEqual(any);
    const next = await restored.appendToStream('exact', happened(4), { expectedRevision: 1n });
    expect([next.nextExpectedRevision, next.position!.commit]).toEqual([2n, 5n]);
    await stop();
    expect(await verifyFolder(folder)).toMatchObject({ events: 5, streams: 3, findingCount: 0 });
    expect(await verifyFolder(backup)).toMatchObject({ events: 4, streams: 3, findingCount: 0 });
  });
});
