import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { skipEvent, type ReadModelView, type Role } from '@isegoria/contracts';
import { readModelGroups } from '@isegoria/read-models';
import { aPlace, deliberation } from '../testing/events.fixture';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

describe('read models over the API', () => {
  let gateway: RunningGateway;
  const poison = randomUUID();
  const place = aPlace();
  const { consultationId: consultation } = place;
  beforeAll(async () => {
    gateway = await startGateway();
    await gateway.rows.record(...deliberation(place));
  });
  afterAll(() => gateway.stop());

  const query = (sql: string, ...values: unknown[]) => gateway.app.get(DataSource).query(sql, values);
  const stateOf = async (group: string) => {
    const { body } = await gateway.api.get('/read-models').expect(200);
    return (body.items as ReadModelView[]).find((item) => item.group === group);
  };
  const skip = (group: string, body: object, ...roles: Role[]) =>
    gateway.api
      .post(`/read-models/${group}/skips`)
      .set('authorization', `Bearer ${gateway.services.signIn(...roles).token}`)
      .send(body);

  it('show everybody which group stopped and where, and readiness names it while all else is answered', async () => {
    await query(`UPDATE read_feedback.checkpoint SET stopped_event = $1, stopped_position = 9, stopped_code = '22P02'`, poison);
    expect(await stateOf('feedback')).toMatchObject({ stopped: { eventId: poison, position: 9, code: '22P02' }, skippedEvents: [] });
    const { version } = readModelGroups.find(({ name }) => name === 'content')!;
    expect(await stateOf('content')).toMatchObject({ version, position: expect.any(Number), stopped: null });
    const { body } = await supertest(gateway.url).get('/health/ready').expect(200);
    expect(body).toEqual({ status: 'ready', degraded: [`read models: feedback, stopped at event ${poison}`] });
    await gateway.api.get(`/consultations/${consultation}/results`).expect(200);
    await query('UPDATE read_feedback.checkpoint SET stopped_event = NULL');
    expect((await supertest(gateway.url).get('/health/ready').expect(200)).body).toEqual({ status: 'ready' });
  });

  it('let figures say what was left out of them', async () => {
    const results = async () => (await gateway.api.get(`/consultations/${consultation}/results`).expect(200)).body;
    expect(await results()).toMatchObject({ skippedEvents: [] });
    await query(`INSERT INTO read_consultations.skipped_event VALUES ($1, 9, 'R')`, poison);
    await gateway.rows.tell({ position: 1, changed: [consultation, place.activityId] });
    expect(await stateOf('consultations')).toMatchObject({ skippedEvents: [poison] });
    expect((await gateway.api.get(`/activities/${place.activityId}/opinion-map`).expect(200)).body).toMatchObject({
      skippedEvents: [poison],
    });
    expect(await results()).toMatchObject({ skippedEvents: [poison] });
  });

  it('take an administrator at the word to leave an event out, with a reason', async () => {
    await skip('feedback', { eventId: poison, reason: 'Written by a fault' }, 'administrator').expect(201);
    const command = { group: 'feedback', eventId: poison, reason: 'Written by a fault' };
    expect(gateway.services.commands).toMatchObject([{ subject: skipEvent.subject, command }]);
    await skip('feedback', { eventId: poison }, 'administrator').expect(400);
    await skip('feedback', { eventId: 'none', reason: 'R' }, 'administrator').expect(400);
  });
});
