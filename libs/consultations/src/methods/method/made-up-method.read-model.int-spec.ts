import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Recorded } from '@isegoria/kernel';
import { aPoll, pseudonym, readModelStage, type DraftedActivity, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { ballotList } from '../../ballot-exclusion/ballot-list.read-model';
import { myBallot } from '../../ballot/my-ballot.read-model';
import { consultationResults, resultsProjection } from '../../results/results.read-model';
import type { ReadMethod } from './method.read-model';
import { readMethods } from '../methods.read-model';

/** A way of taking part that nothing but this file knows: people give a number of points. */
const points: ReadMethod = {
  contract: { method: 'points', exports: [], castEvent: 'PointsGiven', alsoContributed: [], noResults: {}, noBallot: {} },
  entities: [],
  alsoChangedBy: [],
  tables: {},
  async count(cast, rows) {
    for (const { data } of cast as unknown as { data: { activityId: string; voter: string; given: number } }[])
      await rows.query('INSERT INTO points VALUES ($1, $2, $3)', [data.activityId, data.voter, data.given]);
    return [];
  },
  chance: () => Promise.resolve(1),
  move: (ballot, n, rows) => rows.query('UPDATE points SET counted = $2 WHERE id = $1', [ballot.activityId, n === 1]),
  raise: async () => undefined,
  async results(rows, { id }) {
    const [{ sum }] = await rows.query('SELECT coalesce(sum(given), 0)::int AS sum FROM points WHERE id = $1 AND counted', [id]);
    return () => Promise.resolve({ points: sum as number } as object);
  },
  async ballot(rows, id, voter) {
    const [found] = await rows.query('SELECT given FROM points WHERE id = $1 AND voter = $2', [id, voter]);
    return (found ?? {}) as object;
  },
  async votes(rows, id, voters) {
    const found: { voter: string }[] = await rows.query('SELECT voter FROM points WHERE id = $1 AND voter = ANY ($2)', [id, voters]);
    return new Map(found.map(({ voter }) => [voter, 1]));
  },
};

let stage: ReadModelStage;
beforeAll(async () => {
  stage = await readModelStage();
  await stage.dataSource.query('CREATE TABLE points (id uuid, voter text, given int, counted boolean DEFAULT true)');
});
afterAll(() => stage.stop());

it('counts, leaves out and shows what is cast by a method that is only registered', async () => {
  const [voter, by, reason] = [pseudonym(), randomUUID(), 'A program'];
  const givePoints = { method: 'points', settings: { most: 5 } } as unknown as DraftedActivity;
  const { consultationId, activityIds } = await stage.drafted([[givePoints], [aPoll]]);
  const [activityId, pollId] = activityIds as [string, string];
  await stage.projected();

  const methods = [...readMethods, points];
  let position = 0;
  const take = (type: string, data: object) => {
    const at = '2026-03-01T12:00:00.000Z';
    const place = { consultationId, activityId, voter };
    const event = { type, position: (position += 1), recordedAt: at, metadata: { at }, data: { ...place, ...data } } as unknown as Recorded;
    return stage.dataSource.transaction((rows) => resultsProjection(methods).apply([event], rows));
  };
  const shown = async () => (await consultationResults(stage.dataSource, stage.keys, consultationId, methods))!.activities;
  const poll = { method: 'poll', participants: 0 };
  const nothing = { votes: [], statementsAdded: 0, options: [], response: null };

  await take('PointsGiven', { given: 4, assurance: 'email' });
  expect(await shown()).toMatchObject([{ method: 'points', points: 4, participants: 1, votesCast: 1, statements: [], options: [] }, poll]);
  expect(await myBallot(stage.dataSource, consultationId, voter, methods)).toEqual({
    consultationId,
    activities: [
      { activityId, ...nothing, given: 4, excludedReason: null, late: 0 },
      { activityId: pollId, ...nothing, excludedReason: null, late: 0 },
    ],
  });
  await take('BallotExcluded', { by, reason });
  expect(await shown()).toMatchObject([{ points: 0, participants: 0, excludedBallots: 1 }, poll]);
  expect((await ballotList(stage.dataSource, activityId, {}, methods)).items).toMatchObject([{ voter, votes: 1, excludedReason: reason }]);
  await take('BallotReinstated', { by, reason });
  expect(await shown()).toMatchObject([{ points: 4, participants: 1, excludedBallots: 0 }, poll]);
});
