/* Takes the place of packages/test/src/utils/Cluster.ts in the copied suite: one embedded event store, behind TLS where a test asks. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EndPoint } from '@eventstore/db-client';
import { certificates } from '@isegoria/testing';
import './linking-projection';
import { Terminator } from './terminator';

export class Cluster {
  public readonly domain = '127.0.0.1';
  private readonly folder = mkdtempSync(join(tmpdir(), 'conformance-store-'));
  private port = 0;
  private server: ChildProcess | undefined;
  private terminator: Terminator | undefined;

  /** A cluster of however many nodes is one here: what it says of the others, scope.ts names. */
  constructor(
    _count: number,
    private readonly insecure = false,
  ) {
    writeFileSync(this.authority, certificates.authority);
  }

  /** Options of a real server mean nothing here. */
  public setOption = (_key: string, _value: unknown): this => this;
  public setLogLevel = (_levels: unknown): this => this;

  public get certs() {
    if (this.insecure) throw new Error('No Cert for insecure cluster');
    return { root: Buffer.from(certificates.authority) };
  }

  public get certPath() {
    if (this.insecure) throw new Error('No Cert for insecure cluster');
    return { root: this.authority };
  }

  public get uri(): string {
    return `${this.domain}:${this.port}`;
  }

  public get endpoints(): EndPoint[] {
    return [{ address: this.domain, port: this.port }];
  }

  /** At the same port as before, if there was one. */
  public up = async (): Promise<void> => {
    if (this.insecure) {
      this.port = await this.startStore(this.port);
      return;
    }
    this.terminator = new Terminator();
    await this.terminator.listen(this.port);
    this.port = this.terminator.port;
    this.terminator.storePort = await this.startStore(0, this.port);
  };

  public resurrect = (): Promise<void> => this.up();

  public killNode = async (_node: EndPoint): Promise<void> => {
    const { server, terminator } = this;
    this.server = this.terminator = undefined;
    if (server && server.exitCode === null && server.signalCode === null) await stopped(server);
    await terminator?.close();
  };

  public down = async (): Promise<void> => {
    await this.killNode(this.endpoints[0]!);
    rmSync(this.folder, { recursive: true, force: true });
  };

  private get authority(): string {
    return join(this.folder, 'ca.crt');
  }

  private async startStore(port: number, advertised?: number): Promise<number> {
    const args = [process.env['CONFORMANCE_SERVER']!, join(this.folder, 'events'), `${port}`, '', advertised ? `${advertised}` : ''];
    const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.server = server;
    const [line] = (await Promise.race([once(server.stdout, 'data'), once(server, 'exit').then(() => ['{}'])])) as [Buffer | string];
    const ready = JSON.parse(String(line)) as { port?: number };
    if (!ready.port) throw new Error('The event store ended before it was ready.');
    return ready.port;
  }
}

/** As `docker compose stop` does it: asked first. */
async function stopped(server: ChildProcess): Promise<void> {
  const patience = setTimeout(() => server.kill('SIGKILL'), 10_000);
  server.kill('SIGTERM');
  await once(server, 'exit');
  clearTimeout(patience);
}
