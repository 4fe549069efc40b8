import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';

const root = resolve(import.meta.dirname, '../../../..');
// Within node_modules, so that the bundle finds the packages it imports.
const cache = join(root, 'node_modules/.cache');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A store in a process of its own, which may be killed. */
export interface StoreProcess {
  readonly pid: number;
  readonly port: number;
  readonly client: EventStoreDBClient;
  readonly gone: Promise<Ended>;
  /** What it has written to its error output. */
  errors(): string;
  /** Ends it with SIGKILL and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop, waits until it has, and closes the client. */
  stop(): Promise<void>;
}

export interface StoreProgram {
  /** Where a test puts the folders of its stores. */
  readonly folder: string;
  /**
   * @param wrapper a command that runs the store, before its own; its process has to become or to pass on to the store's
   * @param options what the program takes after the folder
   */
  start(folder: string, wrapper?: readonly string[], options?: readonly string[]): Promise<StoreProcess>;
  /** Kills what still runs and removes the program and its folder. */
  remove(): void;
}

/** Bundles the program, as it is run outside of tests as well. */
export function storeProgram(): StoreProgram {
  mkdirSync(cache, { recursive: true });
  const bundle = mkdtempSync(join(cache, 'event-store-'));
  const program = join(bundle, 'serve.mjs');
  const options = ['--bundle', '--format=esm', '--platform=node', '--packages=external', '--log-level=warning', `--outfile=${program}`];
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [join(import.meta.dirname, '../serve.ts'), ...options]);
  const kills = new Set<() => void>();
  const folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  return {
    folder,
    start: (stored, wrapper = [], options = []) => start([...wrapper, process.execPath, program, stored, ...options], kills),
    remove() {
      for (const kill of kills) kill();
      for (const made of [bundle, folder]) rmSync(made, { recursive: true, force: true });
    },
  };
}

async function start([command, ...args]: readonly string[], kills: Set<() => void>): Promise<StoreProcess> {
  const child = spawn(command!, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const kill = () => child.kill('SIGKILL');
  kills.add(kill);
  const gone = new Promise<Ended>((done) => {
    // Not before its output is read to the end.
    child.once('close', (code, signal) => {
      kills.delete(kill);
      done({ code, signal });
    });
  });
  const line = await Promise.race([
    new Promise<string>((ready) => child.stdout.once('data', (data: Buffer) => ready(data.toString()))),
    gone.then(({ code, signal }) => {
      throw new Error(`The store ended (${code ?? signal}) before it was ready: ${errors}`);
    }),
  ]);
  const { port, connectionString } = JSON.parse(line) as { port: number; connectionString: string };
  const client = EventStoreDBClient.connectionString(connectionString);
  return {
    pid: child.pid!,
    port,
    client,
    gone,
    errors: () => errors,
    async kill() {
      kill();
      await gone;
      void client.dispose();
    },
    async stop() {
      await client.dispose();
      child.kill('SIGTERM');
      await gone;
    },
  };
}
