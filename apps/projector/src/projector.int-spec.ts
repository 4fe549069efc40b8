import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClientProxyFactory, type ClientProxy } from '@nestjs/microservices';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { connect, type NatsConnection } from 'nats';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { consultationById, opinionMap } from '@isegoria/consultations/read-models';
import { rootUnit, skipEvent, type Actor, type ConsultationsEvent, type HeldRole, type Role } from '@isegoria/contracts';
import { officialActions, readModelNames, readModels } from '@isegoria/read-models';
import { EventStore } from '@isegoria/event-sourcing';
import { CommandClient, natsTransport, readModelsAdvanced, told, type ReadModelsAdvanced } from '@isegoria/messaging';
import { groupState, waitForPosition } from '@isegoria/projection';
import { Readiness, busKeys, startService } from '@isegoria/service-host';
import { eventually, freshSecrets, testBroker, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { Projector } from './projector';
import { ProjectorModule } from './projector.module';

describe('the projector', () => {
  const environment = { ...process.env };
  let parts: TestPart[];
  let store: EventStore;
  let dataSource: DataSource;
  let bus: NatsConnection;
  let commandBus: ClientProxy;
  const heard: ReadModelsAdvanced[] = [];
  const apps: NestExpressApplication[] = [];

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ['tools/build.mjs', 'projector']);
    process.env['OPINION_MAP_WORKER'] = join(process.cwd(), 'dist/projector/opinion-map.worker.js');
    parts = await Promise.all([testEventStore(), testDatabase(), testBroker()]);
    const [events, database, broker] = parts as [TestPart, TestPart, TestPart];
    Object.assign(process.env, freshSecrets(), { EVENTSTORE_URL: events.url, DATABASE_URL: database.url, NATS_URL: broker.url, PORT: '0' });
    store = new EventStore(events.url);
    dataSource = await new DataSource({ type: 'postgres', url: database.url, poolSize: 20, ...readModels }).initialize();
    bus = await connect({ servers: broker.url });
    commandBus = ClientProxyFactory.create(natsTransport(broker.url));
    bus.subscribe(readModelsAdvanced, {
      callback: (_, message) => heard.push(told(busKeys(), readModelsAdvanced, message.json<{ data: unknown }>().data)),
    });
  });

  afterAll(async () => {
    for (const app of apps.splice(0)) await app.close();
    await bus.close();
    await commandBus.close();
    await store.close();
    await dataSource.destroy();
    await Promise.all(parts.map((part) => part.stop()));
    process.env = environment;
  });

  async function started(): Promise<NestExpressApplication> {
    const app = await startService(ProjectorModule, { name: 'projector', commands: true });
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
    return (
      await store.append(
        stream,
        recorded.map((event) => ({ ...event, id: randomUUID(), metadata })),
        'any',
      )
    ).position;
  }

  interface Place {
    readonly consultationId: string;
    readonly activityId: string;
  }

  async function deliberation(): Promise<Place> {
    const [consultationId, activityId, phaseId] = [randomUUID(), randomUUID(), randomUUID()];
    const by = consultationId;
    const words = { title: 'T', description: 'D', language: 'en', countsFrom: 'email', by, externalId: null } as const;
    const phases = [{ phaseId, title: null }];
    await record(`consultation-${consultationId}`, {
      type: 'ConsultationDrafted',
      data: { consultationId, unit: rootUnit, phases, ...words },
    });
    const settings = { method: 'deliberation', title: null, settings: { moderation: 'after' }, by } as const;
    await record(`activity-${activityId}`, { type: 'ActivityDrafted', data: { activityId, consultationId, phaseId, ...settings } });
    return { consultationId, activityId };
  }

  /** Four people vote on two statements. */
  async function votes(place: Place): Promise<number> {
    const statementIds = [randomUUID(), randomUUID()];
    for (const statementId of statementIds) {
      const data = { statementId, ...place, author: null, assurance: null, text: { plain: 'x' }, externalId: null };
      await record(`statement-${statementId}`, { type: 'StatementSubmitted', data });
    }
    let last = 0;
    for (const choice of ['agree', 'agree', 'disagree', 'disagree'] as const) {
      const voter = randomBytes(16).toString('hex');
      const cast = statementIds.map((statementId) => ({ ...place, statementId, voter, choice, assurance: 'email' }) as const);
      last = await record(`ballot-${place.activityId}-${voter}`, ...cast.map((data) => ({ type: 'StatementVoteCast', data }) as const));
    }
    return last;
  }

  it('makes its tables, catches up, tells of what changed, and draws the map', async () => {
    const before = await deliberation();
    const app = await started();
    await ready(app);
    expect(await consultationById(dataSource, before.consultationId, { now: new Date() })).toMatchObject({ id: before.consultationId });
    const place = await deliberation();
    const ids = [place.consultationId, place.activityId];
    const last = await votes(place);
    await waitForPosition(dataSource, readModelNames, last);
    await eventually(() =>
      expect(heard.some(({ position, changed }) => position >= last && ids.every((id) => changed.includes(id)))).toBe(true),
    );
    const told = heard.length;
    await eventually(async () => expect((await opinionMap(dataSource, place.activityId))?.map?.groups).toHaveLength(2));
    await eventually(() => expect(heard.slice(told).some(({ changed }) => ids.every((id) => changed.includes(id)))).toBe(true));
    const { text } = await request(app.getHttpServer()).get('/metrics').expect(200);
    expect(Number(/^isegoria_projection_position\{group="consultations"\} (\d+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(last);
    await stop(app);
  });

  it('computes at the start a map that became outdated while nobody worked', async () => {
    const place = await deliberation();
    await votes(place);
    const app = await started();
    await eventually(async () => expect(await opinionMap(dataSource, place.activityId)).toMatchObject({ participants: 4, statements: 2 }));
    await stop(app);
  });

  it('works in one instance; another stands by, ready, and takes over', async () => {
    const first = await started();
    await ready(first);
    const second = await separateInstance();
    await eventually(async () => expect(await second.readiness.missing()).toEqual([]));
    await eventually(async () => expect(await holders()).toHaveLength(locks));
    const before = await holders();
    await waitForPosition(dataSource, readModelNames, await votes(await deliberation()));
    await stop(first);
    await eventually(async () => expect((await holders()).filter((holder) => !before.includes(holder))).toHaveLength(locks));
    const place = await deliberation();
    await waitForPosition(dataSource, readModelNames, await votes(place));
    expect(await consultationById(dataSource, place.consultationId, { now: new Date() })).toMatchObject({ participants: 4 });
    await second.stop();
  });

  /** One for each group, and one for the opinion maps. */
  const locks = readModelNames.length + 1;
  /** The connections that hold a lock. */
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
    const ownDataSource = await new DataSource({ type: 'postgres', url: database.url, poolSize: 20, ...readModels }).initialize();
    const ownBus = ClientProxyFactory.create(natsTransport(broker.url));
    await ownBus.connect();
    const readiness = new Readiness();
    const projector = new Projector(ownStore, ownDataSource, ownBus, busKeys(), readiness);
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

  it('stops a group at an event that it cannot apply, names both, and goes on when an administrator has it left out', async () => {
    const app = await started();
    await ready(app);
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'spec' };
    const poison = randomUUID();
    await store.append(`page-${poison}`, [{ type: 'PageDrafted', data: { pageId: 'none', title: 'Ada' }, id: poison, metadata }], 'none');
    const health = () => request(app.getHttpServer()).get('/health/ready').expect(200);
    await eventually(async () =>
      expect((await health()).body).toEqual({ status: 'ready', degraded: [`read models: content, stopped at event ${poison}`] }),
    );
    const { text } = await request(app.getHttpServer()).get('/metrics').expect(200);
    expect(text).toMatch('isegoria_projection_stopped{group="content"} 1');
    expect(text).toMatch('isegoria_projection_stopped{group="consultations"} 0');
    const place = await deliberation();
    await waitForPosition(dataSource, ['consultations', 'feedback', 'identity', 'officials'], await votes(place));
    expect(await groupState(dataSource.manager, 'content')).toMatchObject({ stopped: { eventId: poison, code: '22P02' } });

    const commands = new CommandClient(commandBus, busKeys());
    const skipAs = (roles: readonly HeldRole[], group: string, eventId: string) => {
      const actor: Actor = { accountId: randomUUID(), roles, assurance: 'email' };
      const context = { actor, commandId: randomUUID(), correlationId: randomUUID(), language: 'en' } as const;
      return commands.send(skipEvent, { group, eventId, reason: 'Written by a fault' }, context);
    };
    const skip = (group: string, eventId: string, ...roles: Role[]) =>
      skipAs(
        roles.map((role) => ({ role, unit: rootUnit })),
        group,
        eventId,
      );
    const below = skipAs([{ role: 'administrator', unit: 'root.1f0c22aa' }], 'content', poison);
    await expect(below).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(skip('content', poison, 'official', 'moderator')).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(skip('content', randomUUID(), 'administrator')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(skip('feedback', poison, 'administrator')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(skip('none', poison, 'administrator')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { position } = await skip('content', poison, 'administrator');
    await waitForPosition(dataSource, readModelNames, position);
    expect((await health()).body).toEqual({ status: 'ready' });
    expect(await groupState(dataSource.manager, 'content')).toMatchObject({ stopped: null, skippedEvents: [poison] });
    expect((await officialActions(dataSource, { kind: 'projection-event-skipped' })).items).toMatchObject([
      { subject: 'content', reason: 'Written by a fault', position },
    ]);
    await stop(app);
  });

  it('goes on after its connections were cut, each event counted once, and holds the lock again', async () => {
    const app = await started();
    await ready(app);
    const place = await deliberation();
    await waitForPosition(dataSource, readModelNames, await votes(place));
    await dataSource.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await waitForPosition(dataSource, readModelNames, await votes(place), 20_000);
    expect(await consultationById(dataSource, place.consultationId, { now: new Date() })).toMatchObject({ participants: 8 });
    await eventually(async () => expect(await holders()).toHaveLength(locks));
    await waitForPosition(dataSource, readModelNames, await votes(place), 20_000);
    expect(await consultationById(dataSource, place.consultationId, { now: new Date() })).toMatchObject({ participants: 12 });
    await stop(app);
  });
});
