import { execFile, fork, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freshSecrets, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

export interface Audited {
  readonly exitCode: number;
  /** What it printed, on either output. */
  readonly said: string;
}

/**
 * A site to audit: the real transparency log as a process of its own, on a real event store and PostgreSQL, and before it, on the same origin, a
 * fake of the API that answers with what it was told to publish.
 */
export class TestSite {
  readonly secrets = freshSecrets();
  /** The auditor's home folder. */
  home = '';
  /** Answers of the fake API, by path. */
  readonly published = new Map<string, unknown>();
  /** Changes what the log answers, as somebody between it and the auditor would. */
  tamper?: (path: string, body: string) => string;
  private parts: TestPart[] = [];
  private log?: ChildProcess;
  private logUrl = '';
  private server!: Server;

  static async start(): Promise<TestSite> {
    const site = new TestSite();
    await run(process.execPath, ['tools/build.mjs', 'transparency-log', 'auditor'], { cwd: root });
    site.parts = await Promise.all([testEventStore(), testDatabase()]);
    site.server = createServer((request, response) => {
      site.answer(request.url ?? '').then(
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

  async startLog(): Promise<void> {
    const environment = { EVENTSTORE_URL: this.eventStoreUrl, DATABASE_URL: this.databaseUrl, PUBLIC_URL: 'http://localhost:8080', PORT: '0' };
    const env = { ...process.env, LOG_ORIGIN: '', LOG_LEVEL: 'silent', ...this.secrets, ...environment };
    const child = fork(join(root, 'dist/transparency-log/main.js'), { env, execArgv: [] });
    this.log = child;
    this.logUrl = await new Promise<string>((resolve, reject) => {
      child.once('message', ({ port }: { port: number }) => resolve(`http://127.0.0.1:${port}`));
      child.once('exit', (code) => reject(new Error(`The log ended with code ${code}.`)));
    });
  }

  async stopLog(): Promise<void> {
    const ended = new Promise((resolve) => this.log!.once('exit', resolve));
    this.log!.kill();
    await ended;
  }

  /** Runs the auditor's command as an outsider does. */
  async audit(...args: string[]): Promise<Audited> {
    try {
      const { stdout, stderr } = await run(process.execPath, [join(root, 'dist/auditor/main.js'), this.url, ...args], { env: { ...process.env, HOME: this.home } });
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

  private async answer(path: string): Promise<{ status: number; body: string | Buffer }> {
    if (!path.startsWith('/log')) {
      const body = this.published.get(path);
      return { status: body === undefined ? 404 : 200, body: JSON.stringify(body ?? {}) };
    }
    const answer = await fetch(this.logUrl + path);
    // Tiles are no text.
    const body = Buffer.from(await answer.arrayBuffer());
    const isText = !path.startsWith('/log/tile/');
    return { status: answer.status, body: (isText ? this.tamper?.(path, body.toString()) : undefined) ?? body };
  }
}
