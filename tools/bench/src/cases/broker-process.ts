import { fork, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface BrokerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** The embedded broker in a process of its own, as the platform runs it. */
export async function startEmbeddedBroker(): Promise<BrokerProcess> {
  const child = fork(join(process.cwd(), 'dist/standalone/main.js'), [], { env: { ...process.env, ISEGORIA_PART: 'broker', PORT: '0' } });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('exit', () => reject(new Error('The embedded broker did not start.')));
  });
  return { url: `nats://127.0.0.1:${port}`, stop: () => end(child) };
}

/** nats-server with the options it comes with, on a free port of this machine; nothing where the PATH has none. */
export async function startNatsServer(): Promise<BrokerProcess | undefined> {
  const program = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'nats-server'))
    .find((file) => existsSync(file));
  if (!program) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'isegoria-bench-'));
  const child = spawn(program, ['--addr', '127.0.0.1', '--port', '-1', '--ports_file_dir', folder], { stdio: 'ignore' });
  const url = await urlFrom(folder, child);
  return {
    url,
    async stop() {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** nats-server writes its addresses to a file of that folder. */
async function urlFrom(folder: string, child: ChildProcess): Promise<string> {
  while (child.exitCode === null) {
    const [file] = (await readdir(folder)).filter((name) => name.endsWith('.ports'));
    const text = file ? await readFile(join(folder, file), 'utf8') : '';
    if (text.endsWith('}')) return (JSON.parse(text) as { nats: string[] }).nats[0]!;
    await pause(20);
  }
  throw new Error('nats-server did not start.');
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
