import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { steady } from '@isegoria/steady';
import { binaries } from './binaries';
import { waysToRun, type Identity } from './identity';

export { giveRoles, servicesWithRoles, urlFor, type ServiceWithRole } from './roles';

export interface DatabaseOptions {
  /** Made when missing. */
  readonly folder: string;
  readonly port: number;
  /** Of the superuser `postgres`; set when the folder is made, so it stays the same for its life. */
  readonly password: string;
  /** Extra settings, as `postgres -c name=value` takes them. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningDatabase {
  readonly url: string;
  /** Resolves when the server ended, however it ended. */
  readonly ended: Promise<void>;
  /** Lets transactions in hand be rolled back and everything be flushed. */
  stop(): Promise<void>;
}

/** What PostgreSQL writes when it takes connections. */
const readyLine = 'database system is ready to accept connections';

/**
 * Runs the real PostgreSQL server, from the registry's binaries, on loopback. A folder is first made aside and then renamed, so that an
 * interrupted first start leaves none half made.
 * @throws an Error with one sentence when the folder is not PostgreSQL's or the server does not start
 */
export async function startDatabase({ folder, port, password, settings = {} }: DatabaseOptions): Promise<RunningDatabase> {
  const programs = await binaries();
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(programs.initdb, folder, password);
  const identity = await identityOf(folder);
  await stopLeftOver(folder);
  const allSettings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', ...settings };
  const flags = Object.entries(allSettings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = run(identity, programs.postgres, ['-D', folder, '-p', String(port), ...flags]);
  await untilReady(server);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  return {
    url: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    ended,
    async stop() {
      server.kill('SIGINT');
      await ended;
    },
  };
}

async function initialise(initdb: string, folder: string, password: string): Promise<void> {
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw new Error(`The folder ${folder} is not empty and not a PostgreSQL folder: move it away, or choose another data folder.`);
  }
  const aside = `${folder}.initialising`;
  let failure: Error | undefined;
  for (const identity of waysToRun()) {
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true, mode: 0o700 });
    const passwordFile = `${aside}.password`;
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (identity.uid !== undefined) await Promise.all([aside, passwordFile].map((path) => chown(path, identity.uid!, identity.gid!)));
    try {
      await finished(
        run(identity, initdb, [
          '-D',
          aside,
          '-U',
          'postgres',
          '--auth=scram-sha-256',
          `--pwfile=${passwordFile}`,
          '--encoding=UTF8',
          '--locale=C',
          '--no-sync',
        ]),
      );
      await writeFile(join(aside, 'isegoria-identity.json'), JSON.stringify(identity));
      await rm(folder, { recursive: true, force: true });
      await rename(aside, folder);
      return;
    } catch (error) {
      failure = error as Error;
    } finally {
      await rm(passwordFile, { force: true });
    }
  }
  await rm(aside, { recursive: true, force: true });
  throw new Error(`PostgreSQL could not make its folder ${folder}: ${failure?.message}`);
}

/** A server that outlived its killed supervisor still holds the folder: it is told to stop first. */
async function stopLeftOver(folder: string): Promise<void> {
  const lock = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(lock.split('\n')[0]);
  if (!(pid > 0) || !isServer(pid)) return;
  process.kill(pid, 'SIGINT');
  while (isServer(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isServer(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

async function identityOf(folder: string): Promise<Identity> {
  return JSON.parse(await readFile(join(folder, 'isegoria-identity.json'), 'utf8')) as Identity;
}

function run({ wrapper, uid, gid }: Identity, program: string, args: readonly string[]): ChildProcess {
  const [command, ...rest] = [...wrapper, program, ...args];
  const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
  return spawn(command!, rest, { stdio: ['ignore', 'pipe', 'pipe'], env, uid, gid, detached: true });
}

async function finished(child: ChildProcess): Promise<void> {
  const said = collectOutput(child);
  const code = await new Promise<number | null>((resolve, reject) => child.once('exit', resolve).once('error', reject));
  if (code !== 0) throw new Error(said().trim().split('\n').at(-1) || `exit code ${code}`);
}

function untilReady(server: ChildProcess): Promise<void> {
  const said = collectOutput(server);
  return new Promise((resolve, reject) => {
    server.stderr!.on(
      'data',
      steady(() => said().includes(readyLine) && resolve()),
    );
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said().trim().split('\n').at(-1)}`)));
  });
}

function collectOutput(child: ChildProcess): () => string {
  let output = '';
  const collect = steady((chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
  child.stdout!.on('data', collect);
  child.stderr!.on('data', collect);
  return () => output;
}
