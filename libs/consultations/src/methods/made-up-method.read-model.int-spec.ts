import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Recorded } from '@isegoria/kernel';
import { pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { ConsultationEvent } from '../events.contract';
import { consultationResults, resultsProjection } from '../results/results.read-model';
import type { ReadMethod } from './method.read-model';
import { readMethods } from './methods.read-model';

/** A way of taking part that nothing but this file knows: people give a number of points. */
const points: ReadMethod = {
  contract: { kind: 'points', exports: [], castEvent: 'PointsGiven', noSettings: {}, noResults: {} },
  entities: [],
  tables: {},
  async count(cast, rows) {
    for (const { data } of cast as unknown as { data: { consultationId: string; given: number } }[])
      await rows.query('INSERT INTO points VALUES ($1, $2)', [data.consultationId, data.given]);
  },
  move: (ballot, n, rows) => rows.query('UPDATE points SET counted = $2 WHERE id = $1', [ballot.consultationId, n === 1]),
  async results(rows, id) {
    const [{ sum }] = await rows.query('SELECT coalesce(sum(given), 0)::int AS sum FROM points WHERE id = $1 AND counted', [id]);
    return () => Promise.resolve({ points: sum as number } as object);
  },
};

let stage: ReadModelStage;
beforeAll(async () => {
  stage = await readModelStage();
  await stage.dataSource.query('CREATE TABLE points (id uuid, given int, counted boolean DEFAULT true)');
});
afterAll(() => stage.stop());

it('counts, leaves out and shows what is cast by a method that is only registered', async () => {
  const [consultationId, voter, by, reason] = [randomUUID(), pseudonym(), randomUUID(), 'A program'];
  const fields = { kind: 'points', title: 'T', description: 'D', language: 'en', by, externalId: null, moderation: null, poll: null };
  const drafted = { type: 'ConsultationDrafted', data: { consultationId, ...fields } };
  await stage.record(`consultation-${consultationId}`, drafted as unknown as ConsultationEvent);
  await stage.projected();

  const methods = [...readMethods, points];
  const take = (type: string, data: object) => {
    const at = '2026-03-01T12:00:00.000Z';
    const event = { type, position: 1, recordedAt: at, metadata: { at }, data: { consultationId, voter, ...data } } as unknown as Recorded;
    return stage.dataSource.transaction((rows) => resultsProjection(methods).apply([event], rows));
  };
  const shown = () => consultationResults(stage.dataSource, stage.keys, consultationId, methods);

  await take('PointsGiven', { given: 4, assurance: 'confirmed' });
  expect(await shown()).toMatchObject({ kind: 'points', points: 4, participants: 1, votesCast: 1, statements: [], options: [] });
  await take('BallotExcluded', { by, reason });
  expect(await shown()).toMatchObject({ points: 0, participants: 0, excludedBallots: 1 });
  await take('BallotReinstated', { by, reason });
  expect(await shown()).toMatchObject({ points: 4, participants: 1, excludedBallots: 0 });
});
