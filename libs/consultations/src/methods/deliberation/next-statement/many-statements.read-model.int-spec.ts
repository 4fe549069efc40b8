import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aDeliberation, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { consultationResults } from '../../../results/results.read-model';
import type { StatementResult } from '../deliberation.contract';
import { nextStatement } from './next-statement.read-model';
import { statementResultsPage } from '../statement-results/statement-results.read-model';
import { statementList } from '../statement/statement.read-model';

const [all, rejected] = [105, 1];
const ids = Array.from({ length: all }, () => randomUUID());
const voters = Array.from({ length: 4 }, () => randomUUID().replaceAll('-', ''));
const by = randomUUID();

let stage: ReadModelStage;
let place: { consultationId: string; activityId: string };
let erased: string;

/** The office puts all statements but the last, which a citizen adds; the first voter votes on the last ten. */
beforeAll(async () => {
  stage = await readModelStage();
  const { consultationId, activityId } = await stage.drafted([[aDeliberation()]]);
  place = { consultationId, activityId };
  erased = randomUUID();
  await stage.keys.create([erased]);
  const author = await stage.keys.pseudonym(erased, consultationId);
  for (const [index, statementId] of ids.entries()) {
    const about = { statementId, ...place };
    const sealedAt = { event: statementId, field: 'text' };
    const own =
      index === all - 1
        ? { author, assurance: 'email' as const, text: { sealed: await stage.keys.seal(erased, consultationId, sealedAt, 'Words') } }
        : { author: null, assurance: null, text: { plain: `Statement ${index}` } };
    await stage.record(`statement-${statementId}`, { type: 'StatementSubmitted', data: { ...about, ...own, externalId: null } });
    if (index === rejected)
      await stage.record(`statement-${statementId}`, { type: 'StatementRejected', data: { ...about, by, reason: 'R' } });
    else await stage.record(`statement-${statementId}`, { type: 'StatementAccepted', data: { ...about, by } });
  }
  for (const statementId of ids.slice(-10)) await vote(voters[0]!, statementId);
  await stage.projected();
});
afterAll(() => stage?.stop());

const vote = (voter: string, statementId: string) =>
  stage.record(`ballot-${place.activityId}-${voter}`, {
    type: 'StatementVoteCast',
    data: { ...place, statementId, voter, choice: 'agree', assurance: 'email' },
  });
const next = (voter: string) => nextStatement(stage.dataSource, stage.freshKeys(), place.activityId, voter);

it('gives everybody another statement first, and everyone every statement once', async () => {
  const first = await Promise.all(voters.slice(1).map(async (voter) => (await next(voter)).statement?.id));
  expect(new Set(first).size).toBeGreaterThan(1);
  expect(await next(voters[1]!)).toMatchObject({ voted: 0, left: 104, statement: { id: first[0] } });
  expect(await next(voters[0]!)).toMatchObject({ voted: 10, left: 94 });
  const asked = new Set<string>();
  for (let left = 94; left > 89; left -= 1) {
    const { statement } = await next(voters[0]!);
    expect(ids.slice(0, -10)).toContain(statement!.id);
    asked.add(statement!.id);
    await vote(voters[0]!, statement!.id);
    await stage.projected();
  }
  expect(asked.size).toBe(5);
});

it('asks nobody about words that were erased', async () => {
  const voter = voters[3]!;
  for (const statementId of ids.slice(0, -1)) if (statementId !== ids[rejected]) await vote(voter, statementId);
  await stage.projected();
  expect(await next(voter)).toMatchObject({ voted: 103, left: 1, statement: { id: ids.at(-1), text: 'Words' } });
  await stage.keys.destroy(erased);
  expect(await next(voter)).toEqual({ voted: 103, left: 0, statement: null });
});

it('has those with the most votes in the results, and all in a list of pages', async () => {
  const { activities } = (await consultationResults(stage.dataSource, stage.freshKeys(), place.consultationId))!;
  const { statements, statementCounts } = activities[0]!;
  expect(statementCounts).toEqual({ accepted: 104, pending: 0, rejected: 1, withdrawn: 0 });
  expect(statements).toHaveLength(100);
  const votesOf = ({ agrees }: StatementResult) => agrees;
  const counting = { countsFrom: 'email', moderation: 'before' } as const;
  const page = (cursor?: string, only?: string) =>
    statementResultsPage(stage.dataSource, stage.freshKeys(), { activityId: place.activityId, cursor, only }, counting);
  const first = await page();
  const second = await page(first.next!);
  const listed = [...first.items, ...second.items];
  expect([first.count, second.next]).toEqual([all, null]);
  expect(listed.map(({ id }) => id)).toEqual(ids);
  const leastInResults = Math.min(...statements.map(votesOf));
  const leftOut = listed.filter(({ id }) => !statements.some((shown) => shown.id === id));
  expect(Math.max(...leftOut.map(votesOf))).toBeLessThanOrEqual(leastInResults);
  expect(statements).toEqual(listed.filter((one) => !leftOut.includes(one)));
  expect(listed[rejected]).toMatchObject({ status: 'rejected', text: null });
  expect((await page(undefined, `${ids[104]},${ids[2]}`)).items.map(({ id }) => id)).toEqual([ids[2], ids[104]]);
});

it('lists every statement to vote on, page by page', async () => {
  const first = await statementList(stage.dataSource, stage.keys, place.activityId);
  const second = await statementList(stage.dataSource, stage.keys, place.activityId, { cursor: first.next! });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.filter((_, index) => index !== rejected));
  expect([first.count, second.count, second.next]).toEqual([104, 104, null]);
});
