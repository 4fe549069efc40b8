import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The embedded event store in a process and a folder of its own, as the platform runs it; or the one that EVENTSTORE_URL names. */
export async function startEventStoreProcess(): Promise<{ url: string; stop(): Promise<void> }> {
  if (process.env['EVENTSTORE_URL']) return { url: process.env['EVENTSTORE_URL'], stop: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'isegoria-bench-'));
  const env = { ...process.env, ISEGORIA_PART: 'event-store', PORT: '0', PART_FOLDER: join(folder, 'events') };
  const child = fork(join(process.cwd(), 'dist/standalone/main.js'), [], { env });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('exit', () => reject(new Error('The event store did not start.')));
  });
  return {
    url: `esdb://127.0.0.1:${port}?tls=false`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
