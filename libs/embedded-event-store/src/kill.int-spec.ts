import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent, type EventData } from '@eventstore/db-client';

const ROUNDS = 5;
const APPENDERS = 24;
const root = resolve(import.meta.dirname, '../../..');
// Within node_modules, so that the bundle finds the packages it imports.
const cache = join(root, 'node_modules/.cache');

let bundle: string;
let folder: string;
let running: ChildProcess | undefined;

beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  bundle = mkdtempSync(join(cache, 'event-store-'));
  folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  const options = ['--bundle', '--format=esm', '--platform=node', '--packages=external', '--log-level=warning'];
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [join(import.meta.dirname, 'serve.ts'), ...options, `--outfile=${join(bundle, 'serve.mjs')}`]);
});

afterAll(() => {
  running?.kill('SIGKILL');
  for (const made of [bundle, folder]) rmSync(made, { recursive: true, force: true });
});

async function start(): Promise<{ child: ChildProcess; client: EventStoreDBClient; gone: Promise<void> }> {
  const child = spawn(process.execPath, [join(bundle, 'serve.mjs'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  running = child;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const line = await new Promise<string>((ready, failed) => {
    child.stdout!.once('data', (data: Buffer) => ready(data.toString()));
    void gone.then(() => failed(new Error('The store ended before it was ready.')));
  });
  const { connectionString } = JSON.parse(line) as { connectionString: string };
  return { child, client: EventStoreDBClient.connectionString(connectionString), gone };
}

interface Acknowledged {
  readonly ids: string[];
  readonly position: number;
}

/** Appends one to three events at a time at the exact revision; what had no answer is tried again with the same ids. */
class Appender {
  private revision = -1;
  private pending: EventData[] | undefined;
  private made = 0;
  readonly acknowledged: Acknowledged[] = [];

  constructor(readonly stream: string) {}

  async appendUntil(stopped: () => boolean, client: EventStoreDBClient, gone: Promise<void>): Promise<void> {
    while (!stopped()) {
      this.pending ??= this.nextEvents();
      const expectedRevision = this.revision < 0 ? 'no_stream' : BigInt(this.revision);
      const answer = await Promise.race([client.appendToStream(this.stream, this.pending, { expectedRevision }).catch(() => undefined), gone]);
      if (!answer) return;
      this.revision += this.pending.length;
      expect(answer.nextExpectedRevision).toBe(BigInt(this.revision));
      this.acknowledged.push({ ids: this.pending.map(({ id }) => id), position: Number(answer.position!.commit) });
      this.pending = undefined;
    }
  }

  private nextEvents(): EventData[] {
    const append = this.made++;
    const size = 1 + (append % 3);
    return Array.from({ length: size }, (_, part) => jsonEvent({ type: 'Happened', data: { append, part, size } }));
  }
}

const count = (appenders: readonly Appender[]): number => appenders.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);

interface Logged {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly data: { append: number; part: number; size: number };
}

async function wholeLog(client: EventStoreDBClient): Promise<Logged[]> {
  const log: Logged[] = [];
  for await (const { event } of client.readAll()) {
    const { id, streamId, revision, position, data } = event!;
    log.push({ id, stream: streamId, revision: Number(revision), position: Number(position!.commit), data: data as unknown as Logged['data'] });
  }
  return log;
}

function expectWhole(log: readonly Logged[], appenders: readonly Appender[]): void {
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  for (const { stream, acknowledged } of appenders) {
    const events = log.filter((logged) => logged.stream === stream);
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
    const ids = acknowledged.flatMap((append) => append.ids);
    expect(events.slice(0, ids.length).map(({ id }) => id)).toEqual(ids);
    for (const append of acknowledged) expect(log[append.position - 1]!.id).toBe(append.ids.at(-1));
    // Whole appends or none: what was begun at the end is there with all its parts.
    expect(events.at(-1)?.data.part).toBe(events.length === 0 ? undefined : events.at(-1)!.data.size - 1);
  }
}

describe('kill -9 under concurrent appenders', () => {
  it(
    'leaves every acknowledged append there, once, whole and in order',
    async () => {
      const appenders = Array.from({ length: APPENDERS }, (_, n) => new Appender(`appender-${n}`));
      for (let round = 0; round < ROUNDS; round += 1) {
        const { child, client, gone } = await start();
        let stopped = false;
        const appending = appenders.map((appender) => appender.appendUntil(() => stopped, client, gone));
        const before = count(appenders);
        const enough = before + 40 + Math.random() * 120;
        while (count(appenders) < enough) await new Promise((done) => setTimeout(done, 5 * Math.random()));
        child.kill('SIGKILL');
        await gone;
        stopped = true;
        await Promise.all(appending);
        void client.dispose();

        const after = await start();
        expectWhole(await wholeLog(after.client), appenders);
        await after.client.dispose();
        after.child.kill('SIGTERM');
        await after.gone;
      }
      expect(count(appenders)).toBeGreaterThan(ROUNDS * 40);
    },
    90_000,
  );
});
