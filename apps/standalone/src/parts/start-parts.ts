import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giveRoles, startDatabase, type ServiceWithRole } from '@isegoria/embedded-database';
import { inBackground } from '@isegoria/steady';
import type { DataFolder, Secrets } from '../data-folder';
import { SupervisedProcess } from '../supervised-process';
import { brokerUsers, type ServiceOnBroker } from './broker-users';
import { credentialsOf } from './credentials';
import { freePort } from './free-port';

/** The three addresses that the services know, with the credentials of each; a real server has one address for all. */
export interface Parts {
  readonly eventStoreUrl: string;
  natsUrl(service: ServiceOnBroker): string;
  databaseUrl(service: ServiceWithRole): string;
}

/** Milliseconds until a database that could not be restarted is tried again. */
const restartPause = 5_000;

type Say = (sentence: string) => void;
type OnStop = (stop: () => Promise<void>) => void;

/** Starts the embedded parts, except those that the environment replaces by a real server. */
export async function startParts(folder: DataFolder, secrets: Secrets, say: Say, onStop: OnStop): Promise<Parts> {
  const { EVENTSTORE_URL, NATS_URL, DATABASE_URL } = process.env;
  const own = credentialsOf(secrets);
  const part = (name: 'event-store' | 'broker', users: unknown) => startPart({ name, users, folder, say, onStop });
  const [eventStoreUrl, natsUrl, databaseUrl] = await Promise.all([
    EVENTSTORE_URL ?? part('event-store', own.eventStoreUsers).then(own.eventStoreUrl),
    NATS_URL ? () => NATS_URL : brokerAddresses(),
    DATABASE_URL ? () => DATABASE_URL : databaseAddresses(),
  ]);
  return { eventStoreUrl, natsUrl, databaseUrl };

  async function brokerAddresses(): Promise<Parts['natsUrl']> {
    const port = await part('broker', brokerUsers(own.onBroker));
    return (service) => own.brokerUrl(port, service);
  }

  async function databaseAddresses(): Promise<Parts['databaseUrl']> {
    const superuserUrl = await superviseDatabase(folder, secrets.DATABASE_PASSWORD, say, onStop);
    await giveRoles(superuserUrl, own.inDatabase);
    return (service) => own.databaseUrl(superuserUrl, service);
  }
}

interface PartPlan {
  readonly name: 'event-store' | 'broker';
  readonly users: unknown;
  readonly folder: DataFolder;
  readonly say: Say;
  readonly onStop: OnStop;
}

async function startPart({ name, users, folder, say, onStop }: PartPlan): Promise<number> {
  const port = await freePort();
  const part = new SupervisedProcess(
    {
      name,
      program: join(import.meta.dirname, 'main.js'),
      port,
      env: { ISEGORIA_PART: name, PART_FOLDER: folder.in('events'), PART_USERS: JSON.stringify(users) },
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
