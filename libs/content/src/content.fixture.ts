import { randomUUID } from 'node:crypto';
import { ClientProxyFactory } from '@nestjs/microservices';
import { EventStore } from '@isegoria/event-sourcing';
import type { Actor, CommandContext } from '@isegoria/kernel';
import { CommandClient, natsTransport } from '@isegoria/messaging';
import { busKeys, startService } from '@isegoria/service-host';
import { commandOn, freshSecrets, testBroker, testDatabase, testEventStore } from '@isegoria/testing';
import { ContentModule } from './service';

/** The service on real parts, and what a test says to it and sees of it. */
export async function startContent() {
  const parts = await Promise.all([testEventStore(), testBroker(), testDatabase()]);
  const [events, broker, database] = parts;
  Object.assign(process.env, freshSecrets(), { EVENTSTORE_URL: events.url, NATS_URL: broker.url, DATABASE_URL: database.url });
  const app = await startService(ContentModule, { name: 'content', commands: true });
  const bus = ClientProxyFactory.create(natsTransport(broker.url));
  const commands = new CommandClient(bus, busKeys());
  const store = new EventStore(events.url);
  return {
    store,
    send: (subject: string, command: object, context: CommandContext) => commands.send(commandOn(subject), command, context),
    /** What the log says about a unit; identity records it. */
    recordUnit: (unit: string, ...types: ('UnitMade' | 'UnitClosed')[]) =>
      store.append(
        `unit-${unit}`,
        types.map((type) => ({
          type,
          data: { unit },
          id: randomUUID(),
          metadata: { at: new Date().toISOString(), correlationId: 'spec' },
        })),
        'any',
      ),
    typesOf: async (pageId: string) => (await store.readStream(`page-${pageId}`)).map(({ type }) => type),
    async stop(): Promise<void> {
      await bus.close();
      await store.close();
      await app.close();
      await Promise.all(parts.map((part) => part.stop()));
    },
  };
}

export type TestService = Awaited<ReturnType<typeof startContent>>;

/** The context of a new command. */
export const by = (who?: Actor): CommandContext => ({ actor: who, commandId: randomUUID(), correlationId: randomUUID(), language: 'en' });
