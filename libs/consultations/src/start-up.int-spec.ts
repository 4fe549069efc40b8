import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '@isegoria/event-sourcing';
import type { DomainEvent } from '@isegoria/kernel';
import { startService } from '@isegoria/service-host';
import {
  countedConnection,
  eventually,
  freshSecrets,
  testBroker,
  testDatabase,
  testEventStore,
  type CountedConnection,
  type TestPart,
} from '@isegoria/testing';
import { ConsultationsModule } from './service';

const consultations = 100;
const statementsOfEach = 3;

describe('the start of the service', () => {
  let parts: readonly TestPart[];
  let line: CountedConnection;
  let store: EventStore;

  beforeAll(async () => {
    parts = await Promise.all([testEventStore(), testBroker(), testDatabase()]);
    line = await countedConnection(parts[0]!.url);
    store = new EventStore(parts[0]!.url);
    Object.assign(process.env, freshSecrets(), { EVENTSTORE_URL: line.url, NATS_URL: parts[1]!.url, DATABASE_URL: parts[2]!.url });
  });
  afterAll(async () => {
    await store.close();
    await line.stop();
    for (const part of parts) await part.stop();
  });

  const append = async (stream: string, events: readonly DomainEvent[]) => {
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'spec' };
    await store.append(
      stream,
      events.map((event) => ({ ...event, id: randomUUID(), metadata })),
      'none',
    );
  };
  /** A consultation of some statements, open for years from the date. */
  async function consultation(opensAt: string): Promise<string> {
    const [consultationId, phaseId, activityId, by] = Array.from({ length: 4 }, () => randomUUID()) as [string, string, string, string];
    const texts = { title: 'Buses', description: 'Which? '.repeat(50), language: 'en', countsFrom: 'email' };
    const draft = { ...texts, unit: 'root', phases: [{ phaseId, title: null }], externalId: null };
    const phases = [{ phaseId, opensAt, closesAt: '2999-01-01T00:00:00.000Z' }];
    await append(`consultation-${consultationId}`, [
      { type: 'ConsultationDrafted', data: { consultationId, by, ...draft } },
      { type: 'ConsultationPublished', data: { consultationId, by, phases } },
    ]);
    const activity = { activityId, consultationId, phaseId, method: 'deliberation', title: null, settings: { moderation: 'before' }, by };
    await append(`activity-${activityId}`, [{ type: 'ActivityDrafted', data: activity }]);
    for (let index = 0; index < statementsOfEach; index++) {
      const statementId = randomUUID();
      const text = { plain: 'More of them. '.repeat(20) };
      const data = { statementId, consultationId, activityId, author: null, assurance: null, text, externalId: null };
      await append(`statement-${statementId}`, [{ type: 'StatementSubmitted', data }]);
    }
    return consultationId;
  }
  const grow = () => Promise.all(Array.from({ length: consultations }, () => consultation('2998-01-01T00:00:00.000Z')));
  const recordsDates = async (consultationId: string) =>
    eventually(async () => expect((await store.readStream(`consultation-${consultationId}`)).at(-1)?.type).toBe('PhaseOpened'));

  /**
   * Starts the service, and returns how many bytes the store had sent it by the time that it does all its work. The log grows while it
   * runs, if asked to.
   */
  async function start({ growing = false } = {}): Promise<number> {
    line.answered();
    const service = await startService(ConsultationsModule, { name: 'consultations', commands: true });
    await recordsDates(await consultation('2020-01-01T00:00:00.000Z'));
    const answered = line.answered();
    if (growing) await grow();
    await recordsDates(await consultation('2020-01-01T00:00:00.000Z'));
    await service.close();
    return answered;
  }

  it('asks the log for no more where the log is twice as long', async () => {
    await grow();
    const all = await start();
    const once = await start({ growing: true });
    const twice = await start();
    // Even the first start reads only events of consultations: a few hundred bytes each. Later ones read none.
    expect(all).toBeGreaterThan(consultations * 500);
    expect(once).toBeLessThan(all / 4);
    expect(twice).toBeLessThan(all / 4);
  });
});
