/* Takes the place of packages/test/src/utils/Cluster.ts in the copied suite: one embedded event store without TLS. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentials, type ChannelCredentials } from '@grpc/grpc-js';
import type { EndPoint } from '@eventstore/db-client';
import './linking-projection';

/** What tests pass on as the certificate of the node. A client that is given it connects without TLS, but as secure in all else. */
const NO_TLS = Buffer.from('the embedded event store has no TLS');
const createSsl = credentials.createSsl.bind(credentials);
credentials.createSsl = (root, ...others): ChannelCredentials =>
  root && Buffer.compare(root, NO_TLS) === 0 ? credentials.createInsecure() : createSsl(root, ...others);

export class Cluster {
  public readonly domain = '127.0.0.1';
  private readonly folder = mkdtempSync(join(tmpdir(), 'conformance-store-'));
  private port = 0;
  private server: ChildProcess | undefined;

  constructor(
    private readonly count: number,
    private readonly insecure = false,
  ) {}

  /** Options of a real server mean nothing here. */
  public setOption = (_key: string, _value: unknown): this => this;
  public setLogLevel = (_levels: unknown): this => this;

  public get certs() {
    if (this.insecure) throw new Error('No Cert for insecure cluster');
    return { root: NO_TLS };
  }

  public get uri(): string {
    return `${this.domain}:${this.port}`;
  }

  public get endpoints(): EndPoint[] {
    return [{ address: this.domain, port: this.port }];
  }

  public up = async (): Promise<void> => {
    if (this.count > 1) throw new Error('The embedded event store is a single node.');
    const server = spawn(process.execPath, [process.env['CONFORMANCE_SERVER']!, this.folder, `${this.port}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.server = server;
    const [line] = (await Promise.race([once(server.stdout, 'data'), once(server, 'exit').then(() => ['{}'])])) as [Buffer | string];
    const { port } = JSON.parse(String(line)) as { port?: number };
    if (!port) throw new Error('The event store ended before it was ready.');
    this.port = port;
  };

  public resurrect = (): Promise<void> => this.up();

  public killNode = async (_node: EndPoint): Promise<void> => {
    const server = this.server;
    this.server = undefined;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    // As `docker compose stop` does it: asked first.
    const patience = setTimeout(() => server.kill('SIGKILL'), 10_000);
    server.kill('SIGTERM');
    await once(server, 'exit');
    clearTimeout(patience);
  };

  public down = async (): Promise<void> => {
    await this.killNode(this.endpoints[0]!);
    rmSync(this.folder, { recursive: true, force: true });
  };
}
