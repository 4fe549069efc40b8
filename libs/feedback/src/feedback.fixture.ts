import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { ClientProxyFactory } from '@nestjs/microservices';
import type { ConsultationEvent } from '@isegoria/consultations';
import { serviceDrafted, settingsStream, type ServiceEvent } from '@isegoria/content';
import { EventStore } from '@isegoria/event-sourcing';
import { rootUnit, type Actor, type CommandContext } from '@isegoria/kernel';
import { CommandClient, natsTransport } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { busKeys, startService } from '@isegoria/service-host';
import { commandOn, freshSecrets, testBroker, testDatabase, testEventStore } from '@isegoria/testing';
import type { FeedbackEvent } from './contract';
import { FeedbackModule } from './service';
import { PublishedConsultations } from './published-consultations.service';

const phaseId = randomUUID();

export type TestService = Awaited<ReturnType<typeof startFeedback>>;

/** The service on real parts, and what a test says to it and sees of it. */
export async function startFeedback() {
  const parts = await Promise.all([testEventStore(), testBroker(), testDatabase()]);
  const [events, broker, database] = parts;
  Object.assign(process.env, freshSecrets(), { EVENTSTORE_URL: events.url, NATS_URL: broker.url, DATABASE_URL: database.url });
  const start = () => startService(FeedbackModule, { name: 'feedback', commands: true });
  let app: INestApplication = await start();
  const bus = ClientProxyFactory.create(natsTransport(broker.url));
  const client = new CommandClient(bus, busKeys());
  const store = new EventStore(events.url);

  /** What the consultations service records about a consultation, as far as feedback looks at it. */
  async function drafted(unit = rootUnit): Promise<string> {
    const consultationId = randomUUID();
    const draft: ConsultationEvent = {
      type: 'ConsultationDrafted',
      data: {
        consultationId,
        unit,
        title: 'Buses',
        description: 'Which?',
        language: 'en',
        phases: [{ phaseId, title: null }],
        countsFrom: 'email',
        by: randomUUID(),
        externalId: null,
      },
    };
    await record(draft, 'none');
    return consultationId;
  }
  async function published(unit = rootUnit): Promise<string> {
    const consultationId = await drafted(unit);
    const phases = [{ phaseId, opensAt: '2020-01-01T00:00:00.000Z', closesAt: '2020-02-01T00:00:00.000Z' }];
    const data = { consultationId, phases, by: randomUUID() };
    await record({ type: 'ConsultationPublished', data }, 0);
    return consultationId;
  }
  const record = (event: ConsultationEvent, revision: number | 'none') =>
    store.append(
      `consultation-${event.data.consultationId}`,
      [{ ...event, id: randomUUID(), metadata: { schema: 1, at: new Date().toISOString(), correlationId: 'test' } }],
      revision,
    );

  const recordService = (event: ServiceEvent) =>
    store.append(
      `public-service-${event.data.serviceId}`,
      [{ ...event, id: randomUUID(), metadata: { at: new Date().toISOString(), correlationId: 'spec' } }],
      'any',
    );

  return {
    drafted,
    published,
    /** Settings of the site; content records them. */
    async set(settings: { contributionsPerPerson?: number | null; editMinutes?: number | null }): Promise<void> {
      const data = { institution: null, contactEmail: null, notice: null, by: randomUUID(), ...settings };
      const metadata = { at: new Date().toISOString(), correlationId: 'spec' };
      await store.append(settingsStream, [{ type: 'SettingsChanged', data, id: randomUUID(), metadata }], 'any');
    },
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
    /** A service in the directory, as content records it. */
    async service(unit = rootUnit): Promise<string> {
      const serviceId = randomUUID();
      await recordService({ type: 'ServiceDrafted', data: { ...serviceDrafted.sample, serviceId, unit } });
      await recordService({ type: 'ServicePublished', data: { serviceId, by: randomUUID() } });
      return serviceId;
    },
    recordService,
    read: (stream: string) => store.readStream<FeedbackEvent>(stream),
    send: (subject: string, command: object, context: CommandContext) => client.send(commandOn(subject), command, context),
    pseudonym: (person: Actor, context: string) => app.get(SubjectKeys).pseudonym(person.accountId, context),
    /** What identity does to the key of somebody who is erased. */
    destroyKey: ({ accountId }: Actor) => app.get(SubjectKeys).destroy(accountId),
    open: async (sealed: string) => {
      const opened = await app.get(SubjectKeys).open([sealed]);
      return opened.map((text) => (text.state === 'open' ? text.text : text.state));
    },
    /** Somebody with an account, and so with a key. */
    async person(assurance: Actor['assurance'] = 'email'): Promise<Actor> {
      const accountId = randomUUID();
      await app.get(SubjectKeys).create([accountId]);
      return { accountId, roles: [], assurance };
    },
    /** From now on the service hears nothing from the log, as if the log were slow. */
    stopListening: () => app.get(PublishedConsultations).onModuleDestroy(),
    async restart(): Promise<void> {
      await app.close();
      app = await start();
    },
    async stop(): Promise<void> {
      await bus.close();
      await app.close();
      await store.close();
      for (const part of parts) await part.stop();
    },
  };
}

/** The context of a new command. */
export const by = (who?: Actor): CommandContext => ({ actor: who, commandId: randomUUID(), correlationId: randomUUID(), language: 'en' });
