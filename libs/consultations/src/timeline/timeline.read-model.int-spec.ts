import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aDeliberation, aPoll, readModelStage, type DraftedActivity, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { consultationCorrected } from '../correction/correction.contract';
import { documentWritten } from '../methods/document/document.contract';
import { documentRevised } from '../methods/document/revision/revision.contract';
import { officialAnswerPublished } from '../official-answer/official-answer.contract';
import { timelineAnswers } from './timeline.read-model';
import type { ToldMomentView } from './timeline.contract';

let stage: ReadModelStage;
beforeAll(async () => (stage = await readModelStage()));
afterAll(() => stage?.stop());

it('a timeline tells versions, corrections, answers and revised outcomes, each when it happened and why, page by page', async () => {
  const law = { ...aDeliberation(), method: 'document' } as DraftedActivity;
  const { consultationId, phaseIds, activityIds } = await stage.drafted([[law, aPoll]]);
  const [activityId, poll] = activityIds as [string, string];
  const by = randomUUID();
  const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T12:00:00.000Z`;
  const phases = phaseIds.map((phaseId) => ({ phaseId, opensAt: day(1), closesAt: day(9) }));
  const onIt = (event: Parameters<ReadModelStage['record']>[1], at: string) => stage.record(`consultation-${consultationId}`, event, { at });
  const text = (event: Parameters<ReadModelStage['record']>[1], at: string) => stage.record(`document-${activityId}`, event, { at });
  const written = { ...documentWritten.sample, consultationId, activityId };
  await text({ type: 'DocumentWritten', data: { ...written, version: 1, part: 1, parts: 1 } }, day(1));
  await onIt({ type: 'ConsultationPublished', data: { consultationId, phases, by } }, day(1));
  await onIt({ type: 'ConsultationCorrected', data: { ...consultationCorrected.sample, consultationId, note: 'A slip' } }, day(2));
  await text({ type: 'DocumentWritten', data: { ...written, version: 2, part: 1, parts: 1 } }, day(3));
  const revised = { ...documentRevised.sample, consultationId, activityId, version: 2, reason: 'Clearer' };
  await text({ type: 'DocumentRevised', data: revised }, day(3));
  const answer = async (of: string, aboutId: string, at: string) => {
    const data = { ...officialAnswerPublished.sample, consultationId, activityId: of, about: 'statement', aboutId } as const;
    await stage.record(`official-answer-${aboutId}`, { type: 'OfficialAnswerPublished', data }, { at });
  };
  const first = randomUUID();
  await answer(activityId, first, day(4));
  await answer(poll, poll, day(5));
  await answer(activityId, randomUUID(), day(6));
  await answer(activityId, first, day(7));
  for (const [n, note] of [undefined, 'Clearer', ''].entries())
    await onIt({ type: 'OutcomePublished', data: { consultationId, youSaid: 'a', weDid: `b${n}`, by, note } }, day(10 + n));
  await stage.projected();

  const { dataSource: rows, keys } = stage;
  const ask = (cursor?: string) => timelineAnswers[0]!.give({ consultationId, cursor }, { rows, keys } as never);
  const nothing = { activityId: null, reason: null, version: null, answers: null };
  const expected: ToldMomentView[] = [
    { ...nothing, kind: 'outcomeRevised', at: day(12) },
    { ...nothing, kind: 'outcomeRevised', at: day(11), reason: 'Clearer' },
    { ...nothing, kind: 'answered', at: day(5), activityId: poll, answers: 1 },
    { ...nothing, kind: 'answered', at: day(4), activityId, answers: 2 },
    { ...nothing, kind: 'revised', at: day(3), activityId, reason: 'Clearer', version: 2 },
    { ...nothing, kind: 'corrected', at: day(2), reason: 'A slip' },
  ];
  expect(await ask()).toEqual({ items: expected, next: null, count: 6 });
  const [{ version }] = (await rows.query('SELECT answered_position AS version FROM official_answer WHERE about_id = $1', [first])) as [
    { version: string },
  ];
  expect(await ask(version)).toEqual({ items: expected.slice(4), next: null, count: 6 });
});
