import { execFileSync, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { LogEntry, LogKeys } from '@isegoria/contracts';
import type { EventStore, NewEvent } from '@isegoria/event-sourcing';
import {
  AppendTree,
  leafHash,
  openCheckpoint,
  parseLeaf,
  parseVerifierKey,
  webCrypto,
  type Checkpoint,
  type LeafEntry,
} from '@isegoria/merkle-log';
import { startService } from '@isegoria/service-host';
import { eventually, freshSecrets } from '@isegoria/testing';
import { configureLog } from './configure';
import { sha256 } from './keys/log-identity';
import { TransparencyLogModule } from './transparency-log.module';

/** An address of a test log and what it is asked. */
export interface TestLog {
  readonly url: string;
  text(path: string): Promise<string>;
  json<T>(path: string): Promise<T>;
  /** The newest checkpoint, its signature verified. */
  checkpoint(): Promise<Checkpoint>;
  /** All entries under the newest checkpoint, read in pages of `limit`. */
  entries(limit?: number): Promise<LogEntry[]>;
}

const root = join(import.meta.dirname, '../../..');

export const logSecrets = freshSecrets();

/** Starts the service in this process. */
export async function startLog(environment: Record<string, string>): Promise<TestLog & { stop(): Promise<void> }> {
  Object.assign(process.env, {
    PORT: '0',
    LOG_LEVEL: 'silent',
    LOG_ORIGIN: '',
    LOG_WITNESSES: '',
    LOG_WITNESS_QUORUM: '',
    LOG_SIGNING_KEY_NEXT: '',
    ACT_PUBLIC_KEY_NEXT: '',
    LOG_SIGN_AGAIN_SECONDS: '',
    ...logSecrets,
    ...environment,
  });
  const app = await startService(TransparencyLogModule, { name: 'transparency-log', configure: configureLog });
  const { port } = app.getHttpServer().address() as AddressInfo;
  let stopping: Promise<void> | undefined;
  return { ...logAt(`http://127.0.0.1:${port}`), stop: () => (stopping ??= app.close()) };
}

/** Builds the program that {@link runLog} runs. */
export function buildLog(): void {
  execFileSync(process.execPath, ['tools/build.mjs', 'transparency-log'], { cwd: root });
}

/** Runs the service as a process of its own, which can be killed. */
export function runLog(environment: Record<string, string>) {
  const env = {
    ...process.env,
    PORT: '0',
    LOG_LEVEL: 'silent',
    LOG_ORIGIN: '',
    LOG_WITNESSES: '',
    LOG_WITNESS_QUORUM: '',
    LOG_SIGNING_KEY_NEXT: '',
    ...logSecrets,
    ...environment,
  };
  const child = fork(join(root, 'dist/transparency-log/main.js'), { env, execArgv: [] });
  let isReady = false;
  const ready = new Promise<TestLog>((resolve, reject) => {
    child.once('message', ({ port }: { port: number }) => {
      isReady = true;
      resolve(logAt(`http://127.0.0.1:${port}`));
    });
    child.once('exit', (code) => reject(new Error(`The log ended with code ${code}.`)));
  });
  ready.catch(() => undefined);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { ready, isReady: () => isReady, kill: () => (child.kill('SIGKILL'), ended) };
}

export function logAt(url: string): TestLog {
  const text = async (path: string) => {
    const answer = await fetch(url + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.text();
  };
  const json = async <T>(path: string) => JSON.parse(await text(path)) as T;
  const checkpoint = async () => {
    const { checkpointKey } = await json<LogKeys>('/log/keys');
    const key = await parseVerifierKey(checkpointKey, sha256);
    const opened = await openCheckpoint(await text('/log/checkpoint'), [key!], webCrypto.verifyEd25519);
    if (!opened.ok) throw new Error(`The checkpoint is ${opened.reason}.`);
    return opened.checkpoint;
  };
  const entries = async (limit = 1_000) => {
    const { size } = await checkpoint();
    const found: LogEntry[] = [];
    while (found.length < size)
      found.push(...linesOf(await text(`/log/entries?from=${found.length}&limit=${Math.min(limit, size - found.length)}`)));
    return found;
  };
  return { url, text, json, checkpoint, entries };
}

export function linesOf(ndjson: string): LogEntry[] {
  return ndjson
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LogEntry);
}

export const leafIn = ({ leaf }: LogEntry): LeafEntry => parseLeaf(Buffer.from(leaf))!;

/** The root over the leaves of these entries. */
export function rootOf(entries: readonly LogEntry[]): Uint8Array {
  const tree = new AppendTree(sha256);
  for (const { leaf } of entries) tree.append(leafHash(sha256, Buffer.from(leaf)));
  return tree.root();
}

export function newEvent(type: string, data: object, id: string = randomUUID()): NewEvent {
  return { id, type, data, metadata: { schema: 1, at: new Date().toISOString(), correlationId: 'test' } };
}

/** Appends events, each on a stream of its own. @returns their ids in order */
export async function appendVotes(store: EventStore, count: number): Promise<string[]> {
  const events = Array.from({ length: count }, (_, n) => newEvent('StatementVoteCast', { choice: 'agree', n }));
  for (const event of events) await store.append(`ballot-${event.id}`, [event], 'none');
  return events.map(({ id }) => id);
}

/** Resolves when a checkpoint covers this event. */
export async function covers(log: TestLog, eventId: string): Promise<void> {
  await eventually(() => log.text(`/log/receipts/${eventId}`), 60_000);
}

/** The published tree matches the entries, without a gap, and every event of `ids` is in it once and in this order. */
export async function expectWholeLog(log: TestLog, ids: readonly string[]): Promise<void> {
  const [{ size, root }, entries] = await eventually(async () => {
    const before = await log.checkpoint();
    const found = await log.entries();
    expect(found).toHaveLength(before.size);
    return [before, found] as const;
  });
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: size }, (_, seq) => seq));
  expect(Buffer.from(rootOf(entries)).toString('hex')).toBe(Buffer.from(root).toString('hex'));
  const known = new Set(ids);
  expect(entries.map((entry) => leafIn(entry).id).filter((id) => known.has(id))).toEqual([...ids]);
}
