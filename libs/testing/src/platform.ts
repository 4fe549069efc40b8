import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from './parts';

/** The whole platform as `npm start` runs it, on a free port and in a folder of its own. */
export interface TestPlatform {
  readonly origin: string;
  readonly folder: string;
  readonly operator: { readonly email: string; readonly password: string };
  /** Everything it printed so far. */
  output(): string;
  /** Its own process, which starts all others. */
  readonly pid: number;
  /** Ends as Ctrl-C does; resolves with the exit code. The folder stays. */
  interrupt(): Promise<number | null>;
  /** Ends it and removes the folder. */
  stop(): Promise<void>;
}

const readyLine = 'Isegoria is ready';
/** All parts end within that time once they are asked to (milliseconds); what does not is ended by force. */
const stopWithin = 30_000;
/** Tests and tools are run from the root of the clone. */
const program = join(process.cwd(), 'dist/standalone/main.js');

/**
 * Starts the platform; the test run builds it first. NATS_URL and EVENTSTORE_URL replace embedded parts; where DATABASE_URL names
 * a real PostgreSQL, the platform gets a fresh database on it.
 * @param options.within milliseconds in which it must be ready
 * @param options.environment variables beside those of the test
 * @throws when it is not: then nothing of it is left, unless a folder was given
 */
export async function startPlatform({
  demo = false,
  witnesses = false,
  folder,
  within = 90_000,
  environment = {},
}: {
  demo?: boolean;
  witnesses?: boolean;
  folder?: string;
  within?: number;
  environment?: Readonly<Record<string, string>>;
} = {}): Promise<TestPlatform> {
  if (!existsSync(program)) throw new Error('The platform is not built: run node tools/build.mjs first.');
  const ownFolder = folder ?? (await mkdtemp(join(tmpdir(), 'isegoria-platform-')));
  const database = process.env['DATABASE_URL'] ? await testDatabase() : undefined;
  const options = [...(demo ? [] : ['--no-demo']), ...(witnesses ? ['--witnesses'] : [])];
  const child = launch(ownFolder, options, { ...environment, ...(database ? { DATABASE_URL: database.url } : {}) });
  const said = collect(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const interrupt = async () => {
    child.kill('SIGINT');
    const force = setTimeout(() => child.kill('SIGKILL'), stopWithin);
    return ended.finally(() => clearTimeout(force));
  };
  const leaveNothing = async (data: string | undefined) => {
    await interrupt();
    await database?.stop();
    if (data !== undefined) await rm(data, { recursive: true, force: true });
  };
  try {
    await until(() => said().includes(readyLine), Date.now() + within, ended, said);
    const { url, email, password } = JSON.parse(await readFile(join(ownFolder, 'operator.json'), 'utf8'));
    return {
      origin: url.replace('localhost', '127.0.0.1'),
      folder: ownFolder,
      operator: { email, password },
      output: said,
      pid: child.pid!,
      interrupt,
      stop: () => leaveNothing(ownFolder),
    };
  } catch (error) {
    await leaveNothing(folder === undefined ? ownFolder : undefined);
    throw error;
  }
}

function launch(folder: string, options: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
  const args = [program, '--data', folder, '--port', '0', ...options];
  const env = { ...process.env, NODE_OPTIONS: '', ...environment };
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function collect(child: ChildProcess): () => string {
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return () => output;
}

async function until(condition: () => boolean, deadline: number, ended: Promise<unknown>, said: () => string): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  while (!condition()) {
    if (over || Date.now() > deadline) throw new Error(`The platform did not become ready:\n${said()}\n${await lastWords(said())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What a part wrote before it ended, where the platform says in which file that is. */
async function lastWords(said: string): Promise<string> {
  const [, file] = /last words are in (\S+)\.\n/.exec(said) ?? [];
  return file === undefined ? '' : readFile(file, 'utf8').catch(() => '');
}
