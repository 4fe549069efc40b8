import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from './browser.fixture';
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

/** Starts the built portal and a browser before the tests of a suite, and ends them after. */
export function withPortalInBrowser(take: (portal: BuiltPortal, browser: Browser) => void): void {
  let started: [BuiltPortal, Browser] | undefined;
  beforeAll(async () => take(...(started = await Promise.all([builtPortal(), launchChromium()]))));
  afterAll(async () => {
    await started?.[1].close();
    await started?.[0].stop();
  });
}
