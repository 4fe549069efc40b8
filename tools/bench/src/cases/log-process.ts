import { fork } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface LogProcess {
  readonly url: string;
  /** Leaves under the newest checkpoint; 0 before the first. */
  size(): Promise<number>;
  stop(): Promise<void>;
}

/** The transparency log in a process of its own, as the platform runs it. Resolves when it answers, which is before it has caught up. */
export async function startLogProcess(eventStoreUrl: string, databaseUrl: string): Promise<LogProcess> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const base64 = (key: KeyObject, type: 'pkcs8' | 'spki') => key.export({ format: 'der', type: type as 'pkcs8' }).toString('base64');
  const env = {
    ...process.env,
    PORT: '0',
    LOG_LEVEL: 'error',
    EVENTSTORE_URL: eventStoreUrl,
    DATABASE_URL: databaseUrl,
    LOG_SIGNING_KEY: base64(privateKey, 'pkcs8'),
    RECEIPT_PUBLIC_KEY: base64(publicKey, 'spki'),
    ACT_PUBLIC_KEY: base64(publicKey, 'spki'),
  };
  const child = fork(join(process.cwd(), 'dist/transparency-log/main.js'), [], { env });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('exit', () => reject(new Error('The log did not start.')));
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    async size() {
      const answer = await fetch(`${url}/log/checkpoint`);
      const text = await answer.text();
      return answer.ok ? Number(text.split('\n')[1]) : 0;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Resolves when a checkpoint covers so many leaves. */
export async function untilCovered(log: LogProcess, leaves: number): Promise<void> {
  while ((await log.size()) < leaves) await pause(100);
}
