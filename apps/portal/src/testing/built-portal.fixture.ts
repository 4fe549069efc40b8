import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { FakeApi } from './fake-api.fixture';

export interface BuiltPortal {
  readonly origin: string;
  readonly api: FakeApi;
  stop(): Promise<void>;
}

/** The portal as it is built, scripts and all, on the fake API: a browser sees what it makes of any answer within a second of the start. */
export async function builtPortal(): Promise<BuiltPortal> {
  const api = new FakeApi();
  const GATEWAY_URL = await api.start();
  const main = join(import.meta.dirname, '../../../../dist/portal/main.js');
  const program = fork(main, {
    env: { ...process.env, GATEWAY_URL, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ port }] = (await once(program, 'message')) as [{ port: number }];
  return {
    origin: `http://127.0.0.1:${port}`,
    api,
    async stop() {
      const ended = once(program, 'exit');
      program.kill();
      await ended;
      await api.stop();
    },
  };
}
