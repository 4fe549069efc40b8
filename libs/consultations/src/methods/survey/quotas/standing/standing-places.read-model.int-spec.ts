import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { Questionnaire } from '../../questionnaire/questionnaire.contract';
import type { Happened } from '../quotas.read-model';
import { StandingQuotaBook } from './standing-places.recount';
import { place } from './standing-places.read-model';

const cells = [
  { question: 'how', option: 'bus', most: 3 },
  { question: 'how', option: 'tram', most: 2 },
  { question: 'why', option: 'car', most: 3 },
];
const asked = (question: string) => ({ id: question, quotas: cells.filter((cell) => cell.question === question) });
const questionnaire = { sections: [{ questions: [asked('how'), asked('why')] }] } as unknown as Questionnaire;
const said = ['bus', 'tram', 'foot'].flatMap((how) => ['car', 'rest'].map((why) => ['#', 'how', `how:${how}`, 'why', `why:${why}`]));

const people = 14;
const who = fc.nat(people - 1);
const says = fc.nat(said.length - 1);
// Most are at the level that is counted.
const counts = fc.integer({ max: 3, min: 0 }).map((level) => level > 0);
const one = fc.oneof(
  { weight: 7, arbitrary: fc.record({ is: fc.constant('response' as const), who, says, counts }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constantFrom('out' as const, 'back' as const, 'raise' as const), who }) },
);
/** How many events are projected at once. */
const batches = fc.array(fc.array(one, { minLength: 1, maxLength: 6 }), { maxLength: 25 });

describe('places that standing responses have', () => {
  let stage: ReadModelStage;
  beforeAll(async () => {
    stage = await readModelStage();
    await stage.projected();
  });
  afterAll(() => stage.stop());

  it('are those that auditors find, whoever responds, changes, is left out, put back or raised, in whatever batches', async () => {
    const { manager } = stage.dataSource;
    await fc.assert(
      fc.asyncProperty(batches, fc.integer({ min: 1, max: 4 }), async (all, atOnce) => {
        const activityId = randomUUID();
        await manager.query(
          `INSERT INTO survey_answers (activity_id, voter, commitment, choices, answers)
           SELECT $1, voter::text, says ->> 'at', ARRAY(SELECT jsonb_array_elements_text(says -> 'choices')), '{}'
           FROM generate_series(0, $2) AS voter CROSS JOIN jsonb_array_elements($3) AS says`,
          [activityId, people - 1, JSON.stringify(said.map((choices, at) => ({ at, choices })))],
        );
        const book = new StandingQuotaBook(questionnaire);
        const [seen, raised] = [new Set<number>(), new Set<number>()];
        let position = 0;
        for (const batch of all) {
          const events = batch.map((happened): Happened => {
            const { is, who } = happened;
            const [voter, name] = [`${who}`, `account ${who}`];
            position += 1;
            if (is === 'response') {
              const { says, counts } = happened;
              seen.add(who);
              book.respond(name, said[says]!, !counts && !raised.has(who));
              const data = { activityId, voter, answers: `${says}`, assurance: counts ? 'email' : 'anonymous' };
              return { type: 'ResponseSubmitted', position, data } as unknown as Happened;
            }
            if (is === 'raise') {
              // As with people of whom nothing stands yet, for whom a raise does nothing.
              if (seen.has(who)) raised.add(who);
              book.lift(name);
              return { type: 'AssuranceRaised', position, data: { level: 'email', voters: [voter] } } as unknown as Happened;
            }
            book.judge(name, is === 'out');
            const type = is === 'out' ? 'BallotExcluded' : 'BallotReinstated';
            return { type, position, data: { activityId, voter } } as unknown as Happened;
          });
          await place({ activityId, cells, countsFrom: 'email' }, events, manager, atOnce);
          const found: { key: string; cells: string[]; beyond: boolean; stands: boolean }[] = await manager.query(
            'SELECT key, cells, beyond, stands FROM quota_response WHERE activity_id = $1',
            [activityId],
          );
          const sent = [...seen].map(String);
          const beyond = sent.filter((voter) => book.isBeyond(`account ${voter}`));
          expect(new Set(found.flatMap((row) => (row.beyond ? [row.key] : [])))).toEqual(new Set(beyond));
          const standing = found.filter(({ stands }) => stands);
          const places = cells.flatMap(({ question, option, most }) => {
            const cell = `${question}:${option}`;
            const wanting = standing.filter((row) => row.cells.includes(cell));
            const taken = wanting.filter((row) => !row.beyond).length;
            return wanting.length > 0 ? [{ cell, wanted: wanting.length, taken, most }] : [];
          });
          const kept: unknown[] = await manager.query('SELECT cell, wanted, taken FROM quota_taken WHERE activity_id = $1 ORDER BY cell', [
            activityId,
          ]);
          expect(kept).toEqual(places.map(({ most: _, ...row }) => row));
          expect(places.filter(({ taken, most }) => taken > most)).toEqual([]);
          // Nobody is beyond but where a quota of theirs is full.
          const full = places.flatMap(({ cell, taken, most }) => (taken === most ? [cell] : []));
          expect(standing.filter((row) => row.beyond && !row.cells.some((cell) => full.includes(cell)))).toEqual([]);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 120_000);
});
