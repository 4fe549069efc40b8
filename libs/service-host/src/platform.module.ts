import { Global, Injectable, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { ClientProxyFactory, type ClientProxy } from '@nestjs/microservices';
import type { NatsConnection } from 'nats';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { EventStore, KeptAnswers } from '@isegoria/event-sourcing';
import type { EventCatalogue } from '@isegoria/kernel';
import {
  BUS_KEYS,
  CommandClient,
  accountErased,
  hear,
  natsTransport,
  watchForGaps,
  type BusKeys,
  type ErasedAccount,
} from '@isegoria/messaging';
import { EpochKeyFiles, Epochs, SubjectKeys, migrateVault } from '@isegoria/privacy';
import { stopTracing } from '@isegoria/tracing';
import { inBackground, steady } from '@isegoria/steady';
import { addresses, identitySealingKey, secrets, setting, streamMemory } from './config';
import { HealthController, Readiness } from './health';
import { Intake } from './intake/intake';
import { log } from './logging/logger';
import { ReceiptSigner } from './intake/receipts';

export interface PlatformOptions {
  /** Appends to or reads the event store, and knows these events. */
  readonly eventStore?: EventCatalogue;
  /** Reads or writes PostgreSQL with these entities. */
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
  /** What the PostgreSQL driver is given beside the URL, such as the schemas of unqualified names. */
  readonly extra?: object;
  /** Connections to PostgreSQL at most; 10 when absent. */
  readonly poolSize?: number;
  /** Handles commands: the name under which the service remembers answers in PostgreSQL; needs `eventStore`. */
  readonly answers?: string;
  /** Sends commands or wake-ups over NATS. */
  readonly nats?: boolean;
  /** What it does with commands that carry secrets: `send` them, or `handle` them. */
  readonly secretCommands?: 'send' | 'handle';
  /** Seals, opens or names people by pseudonym; needs `entities` (may be empty), and `nats` to hear of those who were erased. */
  readonly subjectKeys?: boolean;
  /** Signs receipts; with `subjectKeys` and an `eventStore` that knows the settings, also takes what people say in their own words. */
  readonly receipts?: boolean;
}

/** The bus, for what is not a command: wake-ups and broadcasts. */
export const BUS = Symbol('bus');

/** What to close when the service stops. */
@Injectable()
class Connections implements OnApplicationShutdown {
  private readonly closers: (() => Promise<unknown> | unknown)[] = [];

  closedBy(close: () => Promise<unknown> | unknown): void {
    this.closers.push(close);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.closers.splice(0).map(async (close) => close()));
    await stopTracing();
  }
}

/**
 * What a service stands on, made once and injected by class: EventStore, DataSource, CommandClient, Epochs, SubjectKeys, ReceiptSigner,
 * Intake, Readiness.
 */
@Global()
@Module({})
export class PlatformModule {
  static with(options: PlatformOptions): DynamicModule {
    const providers: Provider[] = [Readiness, Connections];
    if (options.eventStore)
      providers.push({
        provide: EventStore,
        useFactory: connectEventStore(options.eventStore),
        inject: [Readiness, Connections, { token: KeptAnswers, optional: true }],
      });
    if (options.answers) providers.push({ provide: KeptAnswers, useFactory: rememberAnswers(options.answers), inject: [Connections] });
    if (options.entities) providers.push({ provide: DataSource, useFactory: connectDatabase(options), inject: [Readiness, Connections] });
    if (options.nats || options.answers) providers.push({ provide: BUS_KEYS, useFactory: () => busKeys(options) });
    if (options.nats) {
      providers.push({ provide: BUS, useFactory: connectBus, inject: [Readiness, Connections] });
      providers.push({ provide: CommandClient, useFactory: commandClient, inject: [BUS, BUS_KEYS] });
    }
    if (options.subjectKeys) {
      providers.push({ provide: Epochs, useFactory: openVault, inject: [DataSource, Readiness] });
      providers.push({ provide: SubjectKeys, useFactory: keysOfPeople, inject: [Epochs, BUS, BUS_KEYS] });
    }
    if (options.receipts) providers.push({ provide: ReceiptSigner, useFactory: () => new ReceiptSigner(secrets.receiptSigningKey()) });
    if (options.eventStore && options.subjectKeys && options.receipts)
      providers.push({ provide: Intake, useFactory: takeWords, inject: [EventStore, SubjectKeys, ReceiptSigner] });
    return { module: PlatformModule, providers, controllers: [HealthController], exports: providers.map(tokenOf) };
  }
}

function tokenOf(provider: Provider) {
  return typeof provider === 'function' ? provider : provider.provide;
}

function connectEventStore(catalogue: EventCatalogue) {
  return (readiness: Readiness, connections: Connections, answers?: KeptAnswers): EventStore => {
    const store = new EventStore(addresses.eventStore(), { memory: streamMemory(), catalogue, answers });
    readiness.require('event store', () => store.ping());
    connections.closedBy(() => store.close());
    return store;
  };
}

function takeWords(store: EventStore, keys: SubjectKeys, receipts: ReceiptSigner): Intake {
  return new Intake(store, keys, receipts);
}

const anHour = 3_600_000;

/**
 * Over connections of its own: a command may hold one of the service's while it waits for others, and its answer must not wait for it. Two
 * are enough, since questions are asked together.
 */
function rememberAnswers(service: string) {
  return async (connections: Connections): Promise<KeptAnswers> => {
    const dataSource = await new DataSource({ type: 'postgres', url: addresses.database(), poolSize: 2 }).initialize();
    connections.closedBy(() => dataSource.destroy());
    const answers = await KeptAnswers.of(dataSource, service);
    const forget = steady(
      () => answers.forgetOld(),
      (error) => log.warn({ err: error }, 'old answers could not be forgotten'),
    );
    forget();
    const hourly = setInterval(forget, anHour).unref();
    connections.closedBy(() => clearInterval(hourly));
    return answers;
  };
}

function connectDatabase({ entities = [], extra, poolSize = 10 }: PlatformOptions) {
  return async (readiness: Readiness, connections: Connections): Promise<DataSource> => {
    const dataSource = new DataSource({ type: 'postgres', url: addresses.database(), entities: [...entities] as never, poolSize, extra });
    await dataSource.initialize();
    readiness.require('database', () => dataSource.query('SELECT 1'));
    connections.closedBy(() => dataSource.destroy());
    return dataSource;
  };
}

async function connectBus(readiness: Readiness, connections: Connections): Promise<ClientProxy> {
  const bus = ClientProxyFactory.create(natsTransport(addresses.nats()));
  await bus.connect();
  readiness.require('message bus', () => bus.connect());
  connections.closedBy(() => bus.close());
  return bus;
}

/** The keys with which a process takes part in what goes over the bus. @throws an Error that names the one that is missing */
export function busKeys({ secretCommands }: Pick<PlatformOptions, 'secretCommands'> = {}): BusKeys {
  return {
    signing: secrets.busSigningKey(),
    ...(secretCommands === 'send' && { sealing: identitySealingKey() }),
    ...(secretCommands === 'handle' && { opening: secrets.identityOpeningKey() }),
  };
}

function commandClient(bus: ClientProxy, keys: BusKeys): CommandClient {
  return new CommandClient(bus, keys);
}

async function openVault(dataSource: DataSource, readiness: Readiness): Promise<Epochs> {
  await migrateVault(dataSource);
  const epochs = new Epochs(dataSource, new EpochKeyFiles(setting('KEY_EPOCHS_FOLDER')), secrets.keyEncryptionKey());
  readiness.require('keys of epochs', () => epochs.check());
  return epochs;
}

function keysOfPeople(epochs: Epochs, bus: ClientProxy, trust: BusKeys): SubjectKeys {
  const keys = new SubjectKeys(epochs);
  forgetTheErased(keys, bus.unwrap<NatsConnection>(), trust);
  return keys;
}

/** A key that was destroyed is forgotten at once, and all keys where word of it may have been missed; both are read again when needed. */
function forgetTheErased(keys: SubjectKeys, connection: NatsConnection, trust: BusKeys): void {
  const forgetAll = () => keys.forgetAll();
  hear<ErasedAccount>(connection, trust, accountErased, ({ accountId }) => keys.forget(accountId), forgetAll);
  inBackground(watchForGaps(connection, forgetAll));
}
