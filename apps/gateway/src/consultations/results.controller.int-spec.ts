import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { eventually } from '@isegoria/testing';
import { aPlace, accepted, deliberation, poll, submitted, voted, type Place } from '../testing/events.fixture';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

let gateway: RunningGateway;
let place: Place;
let statement: string;

beforeAll(async () => void (gateway = await startGateway()));
afterAll(() => gateway.stop());
beforeEach(async () => {
  [place, statement] = [aPlace(), randomUUID()];
  const history = [...deliberation(place), submitted(place, statement, { plain: 'Yes' }), accepted(place, statement)];
  await gateway.rows.record(...history);
});
afterEach(() => void jest.restoreAllMocks());

const results = (query = '') => gateway.api.get(`/consultations/${place.consultationId}/results${query}`);
const vote = () => voted(place, statement);
const agrees = async (query = '') => (await results(query).expect(200)).body.activities[0].statements[0].agrees as number;

describe('results', () => {
  it('are the figures of the read models, with their position', async () => {
    const position = await gateway.rows.record(vote(), vote());
    const { body, headers } = await results(`?after=${position}`).expect(200);
    expect(body).toMatchObject({ consultationId: place.consultationId, position });
    expect(body.activities).toMatchObject([{ activityId: place.activityId, method: 'deliberation', participants: 2 }]);
    expect(body.activities[0].statements).toMatchObject([
      { id: statement, status: 'accepted', text: 'Yes', agrees: 2, disagrees: 0, passes: 0 },
    ]);
    expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' });
  });

  it('are made once for many who ask at once, and not again until something changes', async () => {
    await gateway.rows.record(vote());
    const transactions = jest.spyOn(gateway.app.get(DataSource), 'transaction');
    const answers = await Promise.all(Array.from({ length: 20 }, () => results().expect(200)));
    await results();
    expect(transactions).toHaveBeenCalledTimes(1);
    expect(new Set(answers.map(({ headers }) => headers['etag'])).size).toBe(1);
  });

  it('can be asked for as they stood at an earlier position, and are not kept in place of those of now', async () => {
    const first = await gateway.rows.record(vote());
    const second = await gateway.rows.record(vote());
    const { body } = await results(`?asOf=${first}&after=${second}`).expect(200);
    const figures = { participants: 1, votesCast: 1, statements: [{ text: 'Yes', agrees: 1 }] };
    expect(body).toMatchObject({ position: first, activities: [figures] });
    expect(await agrees()).toBe(2);
    expect((await results(`?asOf=${second}`).expect(200)).body.activities[0].statements[0].agrees).toBe(2);
  });

  it('are refused as of what is no place, or one that is not there yet', async () => {
    const noTimes = ['2026-10-01', '2026-10-01T12:00', '2026-02-30T12:00:00Z', '2026-10-01T12:00:00.5Z'];
    for (const asOf of ['', 'x', '-1', '1.5', '1e3', '9'.repeat(16), ...noTimes]) {
      const { body } = await results(`?asOf=${encodeURIComponent(asOf)}`).expect(400);
      expect([asOf, body.code, body.errors]).toEqual([asOf, 'VALIDATION_FAILED', [expect.objectContaining({ field: 'asOf' })]]);
    }
    await results('?asOf=1&asOf=2').expect(400);
    for (const asOf of ['999999999999999', '2999-01-01T00:00:00Z'])
      expect((await results(`?asOf=${asOf}`).expect(404)).body.code).toBe('NOT_RECORDED_YET');
    expect((await results('?asOf=0').expect(404)).body.code).toBe('NOT_OPEN_THEN');
  });

  it('are made again when a broadcast names the consultation, and kept when it names another', async () => {
    expect(await agrees()).toBe(0);
    const transactions = jest.spyOn(gateway.app.get(DataSource), 'transaction');
    await gateway.rows.tell({ position: 2_000_000, changed: [randomUUID()] });
    expect(await agrees('?after=2000000')).toBe(0);
    expect(transactions).not.toHaveBeenCalled();
    jest.restoreAllMocks();
    await gateway.rows.record(vote());
    await eventually(async () => expect(await agrees()).toBe(1));
  });

  it('are never from before the position asked for, though the broadcast was lost', async () => {
    await gateway.rows.record(vote());
    await eventually(async () => expect(await agrees()).toBe(1));
    for (let turn = 2; turn < 6; turn += 1) {
      const position = await gateway.rows.recordUntold(vote());
      expect(await agrees(`?after=${position}`)).toBe(turn);
    }
  });

  it('heal by themselves within seconds when a broadcast was lost', async () => {
    expect(await agrees()).toBe(0);
    await gateway.rows.recordUntold(vote());
    await eventually(async () => expect(await agrees()).toBe(1));
  });

  it('come compressed, unless another site has a browser ask for them', async () => {
    const encoding = async (headers: Record<string, string>) => (await results().set(headers).expect(200)).headers['content-encoding'];
    for (const statementId of Array.from({ length: 8 }, () => randomUUID()))
      await gateway.rows.record(submitted(place, statementId, { plain: 'Words' }));
    const gzip = { 'accept-encoding': 'gzip' };
    await eventually(async () => expect(await encoding(gzip)).toBe('gzip'));
    expect(await encoding({ 'accept-encoding': 'br, gzip' })).toBe('br');
    expect(await encoding({ ...gzip, 'sec-fetch-site': 'same-origin' })).toBe('gzip');
    for (const site of ['cross-site', 'same-site']) expect(await encoding({ ...gzip, 'sec-fetch-site': site })).toBeUndefined();
    expect(await encoding({ 'accept-encoding': 'identity' })).toBeUndefined();
  });

  it('are not sent again to those who have them', async () => {
    const { headers } = await results().expect(200);
    const again = await results().set('if-none-match', `"other", ${headers['etag']}`).expect(304);
    expect(again.text).toBe('');
    expect(again.headers['etag']).toBe(headers['etag']);
    await results().set('if-none-match', '"other"').expect(200);
  });

  it('of an unknown consultation or a draft are not there, to officials neither', async () => {
    const draft = aPlace();
    const { token } = gateway.services.signIn('official');
    await gateway.rows.record(...deliberation(draft, { draft: true }));
    for (const { consultationId: id, activityId } of [draft, aPlace()]) {
      const { body } = await gateway.api.get(`/consultations/${id}/results`).set('authorization', `Bearer ${token}`).expect(404);
      expect(body.code).toBe('CONSULTATION_NOT_FOUND');
      expect((await gateway.api.get(`/activities/${activityId}/opinion-map`).expect(404)).body.code).toBe('ACTIVITY_NOT_FOUND');
      await gateway.api.get(`/consultations/${id}/live`).expect(404);
    }
  });
});

describe('the opinion map', () => {
  it('is empty until one is computed, and not there for a poll', async () => {
    const { body } = await gateway.api.get(`/activities/${place.activityId}/opinion-map`).expect(200);
    expect(body).toMatchObject({ activityId: place.activityId, map: null });
    const other = aPlace();
    await gateway.rows.record(...poll(other));
    expect((await gateway.api.get(`/activities/${other.activityId}/opinion-map`).expect(404)).body.code).toBe('NOT_FOUND');
  });

  it('is read again when a broadcast names the activity', async () => {
    const participants = async () => (await gateway.api.get(`/activities/${place.activityId}/opinion-map`).expect(200)).body.participants;
    expect(await participants()).toBe(0);
    await gateway.app
      .get(DataSource)
      .query(`INSERT INTO opinion_map VALUES ($1, 'counted', 1, now(), 7, 2, 7, 0, 0, NULL)`, [place.activityId]);
    await gateway.rows.tell({ position: 2_000_002, changed: [place.consultationId, place.activityId] });
    await eventually(async () => expect(await participants()).toBe(7), 1_000);
  });
});

describe("reading one's own writes", () => {
  it('waits until the read models include the position', async () => {
    const position = await gateway.rows.record(vote());
    const begun = performance.now();
    const waiting = agrees(`?after=${position + 1}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await gateway.rows.recordUntold(vote());
    expect(await waiting).toBe(2);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('is unavailable when they do not come so far, and many who wait cost as much as one', async () => {
    const queries = jest.spyOn(gateway.app.get(DataSource).manager, 'query');
    const begun = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => gateway.api.get('/consultations?after=9007199254740991').expect(503)),
    );
    expect(answers[0]!.body.code).toBe('UNAVAILABLE');
    expect(performance.now() - begun).toBeGreaterThan(4_500);
    expect(queries.mock.calls.length).toBeLessThan(5_000 / 20);
  });
});
