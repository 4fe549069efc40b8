import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startDatabase } from '@isegoria/embedded-database';
import { inBackground } from '@isegoria/steady';
import type { DataFolder, Secrets } from '../data-folder';
import { SupervisedProcess } from '../supervised-process';
import { freePort } from './free-port';

/** The three addresses that the services know. */
export interface Parts {
  readonly eventStoreUrl: string;
  readonly natsUrl: string;
  readonly databaseUrl: string;
}

/** Milliseconds until a database that could not be restarted is tried again. */
const restartPause = 5_000;

type Say = (sentence: string) => void;
type OnStop = (stop: () => Promise<void>) => void;

/** Starts the embedded parts, except those that the environment replaces by a real server. */
export async function startParts(folder: DataFolder, secrets: Secrets, say: Say, onStop: OnStop): Promise<Parts> {
  const [eventStoreUrl, natsUrl, databaseUrl] = await Promise.all([
    process.env['EVENTSTORE_URL'] ?? startPart('event-store', folder, say, onStop).then((port) => `esdb://127.0.0.1:${port}?tls=false`),
    process.env['NATS_URL'] ?? startPart('broker', folder, say, onStop).then((port) => `nats://127.0.0.1:${port}`),
    process.env['DATABASE_URL'] ?? superviseDatabase(folder, secrets.DATABASE_PASSWORD, say, onStop),
  ]);
  return { eventStoreUrl, natsUrl, databaseUrl };
}

async function startPart(name: 'event-store' | 'broker', folder: DataFolder, say: Say, onStop: OnStop): Promise<number> {
  const port = await freePort();
  const part = new SupervisedProcess(
    {
      name,
      program: join(import.meta.dirname, 'main.js'),
      port,
      env: { ISEGORIA_PART: name, PART_FOLDER: folder.in('events') },
      logFile: folder.in('logs', `${name}.log`),
    },
    say,
  );
  onStop(() => part.stop());
  await part.start();
  say(`${name} is ready`);
  return port;
}

async function superviseDatabase(folder: DataFolder, password: string, say: Say, onStop: OnStop): Promise<string> {
  const options = { folder: folder.in('postgres'), port: await freePort(), password };
  let database = await startDatabase(options);
  let stopping = false;
  const startAgain = async () => {
    say('database ended and is started again');
    const started = await startDatabase(options).catch((error: Error) => say(`database could not be started again: ${error.message}`));
    if (!started) return void (await pause(restartPause));
    database = started;
    say('database is ready again');
  };
  const watch = async () => {
    for (await database.ended; !stopping; await database.ended) await startAgain();
  };
  inBackground(watch());
  onStop(async () => {
    stopping = true;
    await database.stop();
  });
  say('database is ready');
  return database.url;
}
