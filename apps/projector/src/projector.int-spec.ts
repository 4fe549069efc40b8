import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClientProxyFactory } from '@nestjs/microservices';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { connect, JSONCodec, type NatsConnection } from 'nats';
import request from 'supertest';
import { DataSource } from 'typeorm';
import type { ConsultationsEvent } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import { natsTransport, readModelsAdvanced, type ReadModelsAdvanced } from '@isegoria/messaging';
import { waitForPosition } from '@isegoria/projection';
import { consultationById, opinionMap, readModelEntities } from '@isegoria/read-models';
import { Readiness, startService } from '@isegoria/service-host';
import { eventually, freshSecrets, testBroker, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { Projector } from './projector';
import { ProjectorModule } from './projector.module';

describe('the projector', () => {
  const environment = { ...process.env };
  let parts: TestPart[];
  let store: EventStore;
  let dataSource: DataSource;
  let bus: NatsConnection;
  const heard: ReadModelsAdvanced[] = [];
  const apps: NestExpressApplication[] = [];

  beforeAll(async () => {
    parts = await Promise.all([testEventStore(), testDatabase(), testBroker()]);
    const [events, database, broker] = parts as [TestPart, TestPart, TestPart];
    Object.assign(process.env, freshSecrets(), { EVENTSTORE_URL: events.url, DATABASE_URL: database.url, NATS_URL: broker.url, PORT: '0' });
    store = new EventStore(events.url);
    dataSource = await new DataSource({ type: 'postgres', url: database.url, entities: readModelEntities }).initialize();
    bus = await connect({ servers: broker.url });
    bus.subscribe(readModelsAdvanced, {
      callback: (_, message) => heard.push((JSONCodec().decode(message.data) as { data: ReadModelsAdvanced }).data),
    });
  });

  afterAll(async () => {
    for (const app of apps.splice(0)) await app.close();
    await bus.close();
    await store.close();
    await dataSource.destroy();
    await Promise.all(parts.map((part) => part.stop()));
    process.env = environment;
  });

  async function started(): Promise<NestExpressApplication> {
    const app = await startService(ProjectorModule, { name: 'projector' });
    apps.push(app);
    return app;
  }

  async function stop(app: NestExpressApplication): Promise<void> {
    apps.splice(apps.indexOf(app), 1);
    await app.close();
  }

  const ready = (app: NestExpressApplication) => eventually(() => request(app.getHttpServer()).get('/health/ready').expect(200));

  async function record(stream: string, ...recorded: ConsultationsEvent[]): Promise<number> {
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'spec' };
    return (await store.append(stream, recorded.map((event) => ({ ...event, id: randomUUID(), metadata })), 'any')).position;
  }

  async function deliberation(): Promise<string> {
    const consultationId = randomUUID();
    const data = { consultationId, kind: 'deliberation', title: 'T', description: 'D', language: 'en', by: consultationId, externalId: null, moderation: 'after', poll: null } as const;
    await record(`consultation-${consultationId}`, { type: 'ConsultationDrafted', data });
    return consultationId;
  }

  /** Four people vote on two statements. */
  async function votes(consultationId: string): Promise<number> {
    const statementIds = [randomUUID(), randomUUID()];
    for (const statementId of statementIds) {
      const data = { statementId, consultationId, author: null, assurance: null, text: { plain: 'x' }, externalId: null };
      await record(`statement-${statementId}`, { type: 'StatementSubmitted', data });
    }
    let last = 0;
    for (const choice of ['agree', 'agree', 'disagree', 'disagree'] as const) {
      const voter = randomBytes(16).toString('hex');
      const cast = statementIds.map((statementId) => ({ consultationId, statementId, voter, choice, assurance: 'confirmed' }) as const);
      last = await record(`ballot-${consultationId}-${voter}`, ...cast.map((data) => ({ type: 'StatementVoteCast', data }) as const));
    }
    return last;
  }

  it('makes its tables, catches up, tells of what changed, and draws the map', async () => {
    const before = await deliberation();
    const app = await started();
    await ready(app);
    expect(await consultationById(dataSource, before, { now: new Date() })).toMatchObject({ id: before });
    const consultationId = await deliberation();
    const last = await votes(consultationId);
    await waitForPosition(dataSource, last);
    await eventually(() => expect(heard.some(({ position, consultations }) => position >= last && consultations.includes(consultationId))).toBe(true));
    const told = heard.length;
    await eventually(async () => expect((await opinionMap(dataSource, consultationId))?.map?.groups).toHaveLength(2));
    await eventually(() => expect(heard.slice(told).some(({ consultations }) => consultations.includes(consultationId))).toBe(true));
    const { text } = await request(app.getHttpServer()).get('/metrics').expect(200);
    expect(Number(/^isegoria_projection_position (\d+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(last);
    await stop(app);
  });

  it('computes at the start a map that became outdated while nobody worked', async () => {
    const consultationId = await deliberation();
    await votes(consultationId);
    const app = await started();
    await eventually(async () => expect(await opinionMap(dataSource, consultationId)).toMatchObject({ participants: 4, statements: 2 }));
    await stop(app);
  });

  it('works in one instance; another stands by, ready, and takes over', async () => {
    const first = await started();
    await ready(first);
    const second = await separateInstance();
    await eventually(async () => expect(await second.readiness.missing()).toEqual([]));
    expect(await holders()).toHaveLength(1);
    const [holder] = await holders();
    await waitForPosition(dataSource, await votes(await deliberation()));
    await stop(first);
    await eventually(async () => expect(await holders()).toEqual([expect.any(Number)]));
    expect(await holders()).not.toEqual([holder]);
    const consultationId = await deliberation();
    await waitForPosition(dataSource, await votes(consultationId));
    expect(await consultationById(dataSource, consultationId, { now: new Date() })).toMatchObject({ participants: 4 });
    await second.stop();
  });

  /** The connections that hold the lock. */
  async function holders(): Promise<number[]> {
    const locks: { pid: number }[] = await dataSource.query(
      `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return locks.map(({ pid }) => pid);
  }

  /** An instance on connections of its own, as in another process. */
  async function separateInstance() {
    const [events, database, broker] = parts as [TestPart, TestPart, TestPart];
    const ownStore = new EventStore(events.url);
    const ownDataSource = await new DataSource({ type: 'postgres', url: database.url, entities: readModelEntities }).initialize();
    const ownBus = ClientProxyFactory.create(natsTransport(broker.url));
    await ownBus.connect();
    const readiness = new Readiness();
    const projector = new Projector(ownStore, ownDataSource, ownBus, readiness);
    projector.onApplicationBootstrap();
    return {
      readiness,
      async stop() {
        await projector.onModuleDestroy();
        await ownBus.close();
        await ownDataSource.destroy();
        await ownStore.close();
      },
    };
  }

  it('goes on after its connections were cut, each event counted once, and holds the lock again', async () => {
    const app = await started();
    await ready(app);
    const consultationId = await deliberation();
    await waitForPosition(dataSource, await votes(consultationId));
    await dataSource.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    await waitForPosition(dataSource, await votes(consultationId), 20_000);
    expect(await consultationById(dataSource, consultationId, { now: new Date() })).toMatchObject({ participants: 8 });
    await eventually(async () => expect(await holders()).toHaveLength(1));
    await waitForPosition(dataSource, await votes(consultationId), 20_000);
    expect(await consultationById(dataSource, consultationId, { now: new Date() })).toMatchObject({ participants: 12 });
    await stop(app);
  });
});
