import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { INestMicroservice } from '@nestjs/common';
import { ClientProxyFactory } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { settingsStream } from '@isegoria/content';
import { EventStore } from '@isegoria/event-sourcing';
import type { Actor, CommandContext } from '@isegoria/kernel';
import { parseReceipt } from '@isegoria/merkle-log';
import { CommandClient, natsTransport } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { RpcRejectionFilter, busKeys } from '@isegoria/service-host';
import { actor, commandOn, freshSecrets, testBroker, testDatabase, testEventStore } from '@isegoria/testing';
import { activityIdOf } from './activity/activity.decider';
import { AssuranceRaises } from './assurance-raise/batches/assurance-raises.service';
import { Origins } from './ballot-exclusion/origin/origins.service';
import { changeDates } from './change-of-dates/change-of-dates.contract';
import { CLOCK } from './clock.service';
import { closeConsultation, draftConsultation, publishConsultation } from './consultation/consultation.contract';
import type { ConsultationsEvent } from './contract';
import { Facts } from './facts.service';
import { phaseIdOf } from './phase/phase.decider';
import { DatesAndConfirmationsAreNoted } from './schedule/dates-and-confirmations.policy';
import { ConsultationsModule } from './service';
import { Tables } from './tables.service';

export type TestService = Awaited<ReturnType<typeof startConsultations>>;

/** The service on real parts, at a time that a test sets, and what a test says to it and sees of it. */
export async function startConsultations() {
  const parts = await Promise.all([testEventStore(), testBroker(), testDatabase()]);
  const [events, broker, database] = parts;
  Object.assign(process.env, freshSecrets(), { EVENTSTORE_URL: events.url, NATS_URL: broker.url, DATABASE_URL: database.url });
  const clock = { now: new Date('2026-05-15T12:00:00.000Z') };
  const instances: INestMicroservice[] = [];
  const bus = ClientProxyFactory.create(natsTransport(broker.url));
  const client = new CommandClient(bus, busKeys());
  const store = new EventStore(events.url);

  /** One more instance of the service, as another process would be. */
  async function startInstance(): Promise<void> {
    const module = await Test.createTestingModule({ imports: [ConsultationsModule] })
      .overrideProvider(CLOCK)
      .useValue(() => clock.now)
      .compile();
    const instance = module.createNestMicroservice({ ...natsTransport(broker.url, 'consultations'), logger: false });
    instance.useGlobalFilters(new RpcRejectionFilter());
    await instance.listen();
    instances.push(instance);
  }
  async function stopInstances(): Promise<void> {
    await Promise.all(instances.splice(0).map((instance) => instance.close()));
  }
  await startInstance();

  const read = (stream: string) => store.readStream<ConsultationsEvent>(stream);
  const send = (subject: string, command: object, context: CommandContext) => client.send(commandOn(subject), command, context);
  const official = actor('official');
  /** With the opening and the closing date of each phase. */
  const publishAll = (consultationId: string, dates: readonly (readonly [string, string])[]) => {
    const phases = dates.map(([opensAt, closesAt]) => ({ opensAt, closesAt }));
    return send(publishConsultation.subject, { consultationId, phases }, by(official));
  };

  return {
    clock,
    store,
    read,
    send,
    startInstance,
    stopInstances,
    /** From now on the service hears nothing from the log, as if the log were slow. */
    stopListening: () => instances.forEach((instance) => instance.get(Facts).onModuleDestroy()),
    /** What is decided about streams with that prefix reaches the log once that has been waited for, until the answer is called. */
    delayAppends(prefix: string, first: () => Promise<unknown>): () => void {
      const spies = instances.map((instance) => {
        const kept = instance.get(EventStore);
        const append = kept.append.bind(kept);
        return jest.spyOn(kept, 'append').mockImplementation(async (stream, ...rest) => {
          if (stream.startsWith(prefix)) await first();
          return append(stream, ...rest);
        });
      });
      return () => spies.forEach((spy) => spy.mockRestore());
    },
    /** Once what was recorded is noted, raises the level of people in one consultation where that is due. */
    async raiseInOne(): Promise<void> {
      await instances[0]!.get(DatesAndConfirmationsAreNoted).isUpToDate();
      await instances[0]!.get(AssuranceRaises).raiseInOne();
    },
    /** The streams that the service reads while the work is done. */
    async readsOf(work: () => Promise<unknown>): Promise<string[]> {
      const spies = instances.map((instance) => jest.spyOn(instance.get(EventStore), 'readStream'));
      await work();
      const read = spies.flatMap((spy) => spy.mock.calls.map(([stream]) => stream));
      for (const spy of spies) spy.mockRestore();
      return read;
    },
    /** As the service does once a day. */
    forgetOrigins: (now: Date) => instances[0]!.get(Origins).forget(now),
    pseudonym: (person: Actor, consultationId: string) => instances[0]!.get(SubjectKeys).pseudonym(person.accountId, consultationId),
    open: async (sealed: string) => {
      const opened = await instances[0]!.get(SubjectKeys).open([sealed]);
      return opened.map((text) => (text.state === 'open' ? text.text : text.state));
    },

    /** What the service keeps in no log. */
    sql: <Row>(text: string, parameters: unknown[]) => instances[0]!.get(Tables).dataSource.query<Row[]>(text, parameters),

    /** What identity does to the key of somebody who is erased. */
    destroyKey: ({ accountId }: Actor) => instances[0]!.get(SubjectKeys).destroy(accountId),

    /** Somebody with an account, and so with a key. */
    async person(assurance: Actor['assurance'] = 'email'): Promise<Actor> {
      const person: Actor = { accountId: randomUUID(), roles: [], assurance };
      await instances[0]!.get(SubjectKeys).create([person.accountId]);
      return person;
    },
    /** Settings of the site; content records them. */
    async set(settings: { contributionsPerPerson?: number | null; editMinutes?: number | null }): Promise<void> {
      const data = { institution: null, contactEmail: null, notice: null, by: official.accountId, ...settings };
      const metadata = { at: clock.now.toISOString(), correlationId: 'spec' };
      await store.append(settingsStream, [{ type: 'SettingsChanged', data, id: randomUUID(), metadata }], 'any');
    },
    /** Whether the unit has a second official check what it publishes; identity records it. */
    async setReview(unit: string, required: boolean): Promise<void> {
      const metadata = { at: clock.now.toISOString(), correlationId: 'spec' };
      const data = { unit, required, by: official.accountId };
      await store.append(`unit-${unit}`, [{ type: 'UnitReviewSet', data, id: randomUUID(), metadata }], 'any');
    },
    /** Of how many people figures are at least in surveys of the unit; identity records it. */
    async setSmallestGroup(unit: string, people: number): Promise<void> {
      const metadata = { at: clock.now.toISOString(), correlationId: 'spec' };
      const data = { unit, people, by: official.accountId };
      await store.append(`unit-${unit}`, [{ type: 'UnitSmallestGroupSet', data, id: randomUUID(), metadata }], 'any');
    },
    /** Within how many days new consultations of the unit are answered; identity records it. */
    async setAnswerTerm(unit: string, days: number | null): Promise<void> {
      const metadata = { at: clock.now.toISOString(), correlationId: 'spec' };
      const data = { unit, days, by: official.accountId };
      await store.append(`unit-${unit}`, [{ type: 'UnitAnswerTermSet', data, id: randomUUID(), metadata }], 'any');
    },
    /** What the log says about a unit; identity records it. */
    recordUnit: (unit: string, ...types: ('UnitMade' | 'UnitClosed')[]) =>
      store.append(
        `unit-${unit}`,
        types.map((type) => ({ type, data: { unit }, id: randomUUID(), metadata: { at: clock.now.toISOString(), correlationId: 'spec' } })),
        'any',
      ),
    /** A draft of one phase with one activity: a deliberation, unless the activity says otherwise. */
    draft: (activity: object = {}, fields: object = {}, context = by(official)) =>
      send(draftConsultation.subject, { ...drafting(activity), ...fields }, context),
    publish: (consultationId: string, opensAt = '2026-05-10T00:00:00Z', closesAt = '2026-05-20T00:00:00Z') =>
      publishAll(consultationId, [[opensAt, closesAt]]),
    publishAll,
    /** Other dates for the first phase of a consultation. */
    async changeDates(consultationId: string, opensAt: string, closesAt: string) {
      const phaseId = phaseIdOf(consultationId, 0);
      return send(changeDates.subject, { consultationId, phaseId, opensAt, closesAt, reason: 'Late plans' }, by(official));
    },
    close: (consultationId: string) => send(closeConsultation.subject, { consultationId, reason: 'Flood' }, by(official)),
    /** A published consultation, open from the 10th to the 20th of May 2026. */
    async consultation(activity: object = {}, fields: object = {}): Promise<{ consultationId: string; activityId: string }> {
      const { id } = await this.draft(activity, fields);
      await this.publish(id);
      return { consultationId: id, activityId: activityIn(id) };
    },
    /** The ids of the statements that the office put first. */
    async seeds(activityId: string): Promise<string[]> {
      const ids: string[] = [];
      for await (const { event } of store.client.readAll()) {
        const { activityId: of, statementId } = (event?.data ?? {}) as { activityId?: string; statementId?: string };
        if (event?.streamId.startsWith('statement-') && event.type === 'StatementAccepted' && of === activityId) ids.push(statementId!);
      }
      return ids;
    },
    async stop(): Promise<void> {
      await bus.close();
      await stopInstances();
      await store.close();
      for (const part of parts) await part.stop();
    },
  };
}

/** The id of the event that a receipt promises. */
export function promisedEvent(receipt: string | undefined): string | undefined {
  const parsed = parseReceipt(receipt ?? '');
  return parsed.ok ? parsed.receipt.promise.id : undefined;
}

/** The draft of a consultation of one phase with one activity. */
export const drafting = (activity: object = {}) => ({
  title: 'Buses',
  description: 'Which?',
  language: 'en',
  phases: [{ activities: [{ method: 'deliberation', ...activity }] }],
});

/** The id of an activity; the only one unless another is said. */
export const activityIn = (consultationId: string, phase = 0, index = 0) => activityIdOf(consultationId, phase, index);

/** The context of a new command; `changes` to deliver the same one again, or an imported one. */
export const by = (who?: Actor, changes: Partial<CommandContext> = {}): CommandContext => ({
  actor: who,
  commandId: randomUUID(),
  correlationId: randomUUID(),
  language: 'en',
  ...changes,
});
