/* Takes the place of packages/test/src/utils/Cluster.ts in the copied suite: one embedded event store, where three are asked for too. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate, EndPoint } from '@eventstore/db-client';
import './linking-projection';

const certificates = process.env['CONFORMANCE_CERTIFICATES']!;
const pathOf = (name: string): string => join(certificates, name);
const user = (name: string) => ({ certPath: pathOf(`${name}.crt`), certKeyPath: pathOf(`${name}.key`) });

export class Cluster {
  public readonly domain = '127.0.0.1';
  private readonly folder = mkdtempSync(join(tmpdir(), 'conformance-store-'));
  private port = 0;
  private server: ChildProcess | undefined;

  constructor(
    _count: number,
    private readonly insecure = false,
  ) {}

  /** Options of a real server mean nothing here. */
  public setOption = (_key: string, _value: unknown): this => this;
  public setLogLevel = (_levels: unknown): this => this;

  public get certPath() {
    if (this.insecure) throw new Error('No Cert for insecure cluster');
    return { root: pathOf('node.crt'), admin: user('admin'), invalid: user('invalid') };
  }

  public get certs() {
    const { root, ...users } = this.certPath;
    const read = ({ certPath, certKeyPath }: ReturnType<typeof user>): Certificate => ({
      userCertFile: readFileSync(certPath),
      userKeyFile: readFileSync(certKeyPath),
    });
    return { root: readFileSync(root), users: { admin: read(users.admin), invalid: read(users.invalid) } };
  }

  public get uri(): string {
    return `${this.domain}:${this.port}`;
  }

  public get endpoints(): EndPoint[] {
    return [{ address: this.domain, port: this.port }];
  }

  public up = async (): Promise<void> => {
    const args = [process.env['CONFORMANCE_NODE']!, this.folder, `${this.port}`, ...(this.insecure ? [] : [certificates])];
    const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
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
