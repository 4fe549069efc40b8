import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { aPlace, deliberation } from '../testing/events.fixture';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

describe('a query with ?after=', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  const page = () => ({
    type: 'PageDrafted',
    data: { pageId: randomUUID(), unit: 'root', kind: 'announcement', title: 'T', body: 'B', language: 'en', by: randomUUID() },
  });

  it('waits for the groups that it reads, and for no others', async () => {
    const position = await gateway.rows.recordIn(['content'], page());
    await gateway.api.get(`/pages?after=${position}`).expect(200);
    await gateway.api.get(`/settings?after=${position}`).expect(200);
    const behind = gateway.api.get(`/questions?after=${position}`).expect(200);
    const answered = behind.then(() => 'answered');
    expect(await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, 300, 'waiting'))])).toBe('waiting');
    await gateway.rows.recordIn(['feedback'], page());
    expect(await answered).toBe('answered');
  });

  it('is told after five seconds that the group has not come so far', async () => {
    const position = await gateway.rows.recordIn(['content'], page());
    expect((await gateway.api.get(`/consultations?after=${position}`).expect(503)).body.code).toBe('UNAVAILABLE');
    await gateway.rows.record(...deliberation(aPlace()));
    await gateway.api.get(`/consultations?after=${position}`).expect(200);
  }, 15_000);

  it('waits for every group that it reads', async () => {
    const place = aPlace();
    await gateway.rows.record(...deliberation(place));
    const position = await gateway.rows.recordIn(['feedback'], page());
    const answered = gateway.api
      .get(`/consultations/${place.consultationId}/comments?after=${position}`)
      .expect(200)
      .then(() => 'answered');
    expect(await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, 300, 'waiting'))])).toBe('waiting');
    await gateway.rows.recordIn(['consultations'], page());
    expect(await answered).toBe('answered');
  });

  it('is unavailable, and the others are answered, where a group has no tables yet', async () => {
    const query = (sql: string) => gateway.app.get(DataSource).query(sql);
    await query('ALTER SCHEMA read_feedback RENAME TO elsewhere');
    expect((await gateway.api.get('/questions').expect(503)).body.code).toBe('UNAVAILABLE');
    await gateway.api.get('/pages').expect(200);
    await query('ALTER SCHEMA elsewhere RENAME TO read_feedback');
    await gateway.api.get('/questions').expect(200);
  });
});
