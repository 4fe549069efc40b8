import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPoll, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { consultationById } from '../consultation/view/consultation-views.read-model';

describe('the answer that an office owes', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage?.stop());

  const by = randomUUID();
  const day = (text: string) => `2026-${text}T00:00:00.000Z`;

  async function published(answerWithinDays?: number) {
    const { consultationId, phaseIds } = await stage.drafted([[aPoll]], { answerWithinDays });
    const record = (event: ConsultationEvent, at = day('02-20')) => stage.record(`consultation-${consultationId}`, event, { at });
    const phases = [{ phaseId: phaseIds[0]!, opensAt: day('03-01'), closesAt: day('04-01') }];
    await record({ type: 'ConsultationPublished', data: { consultationId, phases, by } });
    const at = async (now: string) => (
      await stage.projected(),
      (await consultationById(stage.dataSource, consultationId, { now: new Date(now) }))!
    );
    return { consultationId, record, at };
  }

  it('is due so many days after the end, and overdue by itself', async () => {
    const { at } = await published(30);
    const owed = { withinDays: 30, dueAt: day('05-01'), answeredAt: null };
    expect((await at(day('03-02'))).answer).toEqual({ state: 'open', ...owed });
    expect((await at(day('04-01'))).answer).toEqual({ state: 'due', ...owed });
    expect((await at(day('05-01'))).answer.state).toBe('due');
    expect((await at('2026-05-01T00:00:00.001Z')).answer.state).toBe('overdue');
  });

  it('counts from an early end, changes in the open, and stops with the first answer', async () => {
    const { consultationId, record, at } = await published(30);
    await record({ type: 'ConsultationClosed', data: { consultationId, by, reason: 'Enough.' } }, day('03-11'));
    expect((await at(day('03-12'))).answer).toMatchObject({ state: 'due', dueAt: day('04-10') });
    await record({ type: 'AnswerTermChanged', data: { consultationId, answerWithinDays: 40, reason: 'Later.', by } }, day('03-20'));
    const changed = await at(day('03-21'));
    expect(changed.answer).toMatchObject({ withinDays: 40, dueAt: day('04-20') });
    expect(changed.answerTerm).toMatchObject({
      count: 1,
      changes: [{ before: 30, after: 40, reason: 'Later.', changedAt: day('03-20') }],
    });
    for (const [youSaid, when] of [
      ['a', '05-01'],
      ['b', '06-01'],
    ] as const)
      await record({ type: 'OutcomePublished', data: { consultationId, youSaid, weDid: 'c', by } }, day(when));
    const answered = await at(day('07-01'));
    expect(answered.answer).toEqual({ state: 'answered', withinDays: 40, dueAt: day('04-20'), answeredAt: day('05-01') });
    await stage.rebuild();
    expect(await at(day('07-01'))).toEqual(answered);
  });

  it('is none where none was promised, and none of what was cancelled', async () => {
    const none = await published();
    expect((await none.at(day('04-02'))).answer).toEqual({ state: 'none', withinDays: null, dueAt: null, answeredAt: null });
    const { consultationId, record, at } = await published(30);
    await record({ type: 'ConsultationCancelled', data: { consultationId, reason: 'Given up.', by } });
    expect((await at(day('07-01'))).answer).toEqual({ state: 'none', withinDays: null, dueAt: null, answeredAt: null });
  });
});
