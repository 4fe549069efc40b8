import { execFile, fork, type ChildProcess } from 'node:child_process';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isLoggedStream } from '@isegoria/contracts';
import { isSystemStream, readRawLog, type EventStore } from '@isegoria/event-sourcing';
import { freshSecrets, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { honestAnswer, type PlacedEvent } from './honest-answers.fixture';

/** The events of a store in their places, as far as it has come. */
export async function placedEvents(store: EventStore): Promise<PlacedEvent[]> {
  const events = (await readRawLog(store, { count: 10_000 })).filter(({ stream }) => !isSystemStream(stream) && isLoggedStream(stream));
  return events.map(({ id, type, stream, recordedAt: time, place, data, metadata }) => ({
    ...{ id, type, stream, time },
    position: place.commit,
    data: JSON.parse(data.toString()) as object,
    metadata: JSON.parse(metadata.toString()) as object,
  }));
}

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

export interface Audited {
  readonly exitCode: number;
  /** What it printed, on either output. */
  readonly said: string;
}

/**
 * A site to audit: the real transparency log as a process of its own, on a real event store and PostgreSQL, and before it, on the same
 * origin, a fake of the API that answers with what it was told to publish.
 */
export class TestSite {
  readonly secrets = freshSecrets();
  /** The auditor's home folder. */
  home = '';
  /** Answers of the fake API, by path. */
  readonly published = new Map<string, unknown>();
  /** After which the fake API answers, as an honest one does, what it was told nothing of. */
  events: readonly PlacedEvent[] = [];
  /** Answers instead of the fake API; undefined for what it does not serve. */
  api?: (path: string, headers: IncomingHttpHeaders) => Promise<object | undefined>;
  /** Changes what the log answers, as somebody between it and the auditor would. */
  tamper?: (path: string, body: string, headers: IncomingHttpHeaders) => string;
  private parts: TestPart[] = [];
  /** What the log said at its last start: its fatal messages, as JSON. */
  private logSaid = '';
  private log?: ChildProcess;
  private logUrl = '';
  private server!: Server;

  /** @param eventStore to stand on instead of one of its own */
  static async start(eventStore?: TestPart): Promise<TestSite> {
    const site = new TestSite();
    await run(process.execPath, ['tools/build.mjs', 'transparency-log', 'auditor', 'witness'], { cwd: root });
    site.parts = await Promise.all([eventStore ?? testEventStore(), testDatabase()]);
    site.server = createServer((request, response) => {
      site.answer(request.url ?? '', request.headers).then(
        ({ status, body }) => response.writeHead(status).end(body),
        () => response.writeHead(502).end(),
      );
    });
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    await site.startLog();
    return site;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get eventStoreUrl(): string {
    return this.parts[0]!.url;
  }

  get databaseUrl(): string {
    return this.parts[1]!.url;
  }

  /** @throws Error with what the log said, if it refuses to start */
  async startLog(more: Record<string, string> = {}): Promise<void> {
    const environment = {
      EVENTSTORE_URL: this.eventStoreUrl,
      DATABASE_URL: this.databaseUrl,
      PUBLIC_URL: 'http://localhost:8080',
      PORT: '0',
    };
    const none = { LOG_ORIGIN: '', LOG_WITNESSES: '', LOG_WITNESS_QUORUM: '', LOG_SIGNING_KEY_NEXT: '', ACT_PUBLIC_KEY_NEXT: '' };
    const env = { ...process.env, ...none, LOG_LEVEL: 'fatal', ...this.secrets, ...environment, ...more };
    const child = fork(join(root, 'dist/transparency-log/main.js'), { env, execArgv: [], silent: true });
    this.log = child;
    this.logSaid = '';
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => (this.logSaid += chunk.toString()));
    this.logUrl = await new Promise<string>((resolve, reject) => {
      child.once('message', ({ port }: { port: number }) => resolve(`http://127.0.0.1:${port}`));
      child.once('close', (code) => reject(new Error(`The log ended with code ${code}: ${this.logSaid}`)));
    });
  }

  async stopLog(): Promise<void> {
    const log = this.log!;
    if (log.exitCode !== null || log.signalCode !== null) return;
    const ended = new Promise((resolve) => log.once('exit', resolve));
    log.kill();
    await ended;
  }

  /** Runs the auditor's command as an outsider does. */
  async audit(...args: string[]): Promise<Audited> {
    try {
      const { stdout, stderr } = await run(process.execPath, [join(root, 'dist/auditor/main.js'), this.url, ...args], {
        env: { ...process.env, HOME: this.home },
      });
      return { exitCode: 0, said: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { exitCode: code, said: stdout + stderr };
    }
  }

  async stop(): Promise<void> {
    await this.stopLog();
    await new Promise((resolve) => this.server.close(resolve));
    for (const part of this.parts) await part.stop();
  }

  private async answer(path: string, headers: IncomingHttpHeaders): Promise<{ status: number; body: string | Buffer }> {
    if (!path.startsWith('/log')) {
      const body = this.published.get(path) ?? (await this.api?.(path, headers)) ?? honestAnswer(this.events, path);
      return { status: body === undefined ? 404 : 200, body: Buffer.isBuffer(body) ? body : JSON.stringify(body ?? {}) };
    }
    const answer = await fetch(this.logUrl + path);
    // Tiles are no text.
    const body = Buffer.from(await answer.arrayBuffer());
    const isText = !path.startsWith('/log/tile/');
    return { status: answer.status, body: (isText ? this.tamper?.(path, body.toString(), headers) : undefined) ?? body };
  }
}
