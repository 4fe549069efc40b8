import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPoll, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import type { MilestoneStatus } from '../milestone/milestone.contract';
import { milestoneList } from '../milestone/milestone.read-model';
import { responseTimes } from './league/response-times.read-model';
import { consultationById, consultationList } from '../consultation/view/consultation-views.read-model';

describe('the answer that an office owes', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage?.stop());

  const by = randomUUID();
  const day = (text: string) => `2026-${text}T00:00:00.000Z`;

  async function published(answerWithinDays?: number, unit?: string, of: { timeZone?: string; closesAt?: string } = {}) {
    const { consultationId, phaseIds } = await stage.drafted([[aPoll]], { answerWithinDays, unit });
    const record = (event: ConsultationEvent, at = day('02-20')) => stage.record(`consultation-${consultationId}`, event, { at });
    const phases = [{ phaseId: phaseIds[0]!, opensAt: day('03-01'), closesAt: of.closesAt ?? day('04-01') }];
    await record({ type: 'ConsultationPublished', data: { consultationId, phases, ...(of.timeZone && { timeZone: of.timeZone }), by } });
    const change = (closesAt: string) => ({ consultationId, ...phases[0]!, closesAt, reason: 'More time.', by });
    const at = async (now: string) => (
      await stage.projected(),
      (await consultationById(stage.dataSource, consultationId, { now: new Date(now) }))!
    );
    return { consultationId, record, at, change };
  }

  it('is due so many days after the end, and overdue by itself', async () => {
    const { at } = await published(30);
    const owed = { withinDays: 30, dueAt: day('05-01'), laterDate: null, answeredAt: null };
    expect((await at(day('03-02'))).answer).toEqual({ state: 'open', ...owed });
    expect((await at(day('04-01'))).answer).toEqual({ state: 'due', ...owed });
    expect((await at(day('05-01'))).answer.state).toBe('due');
    expect((await at('2026-05-01T00:00:00.001Z')).answer.state).toBe('overdue');
  });

  it('is due at the end of a day in the zone in which it was published, also where clocks change, and wherever the end moves', async () => {
    const unit = `root.${randomUUID().slice(0, 8)}`;
    // The end of 16 March in Brussels; clocks go forward on the 29th.
    const zoned = { timeZone: 'Europe/Brussels', closesAt: '2026-03-16T23:00:00.000Z' };
    const { consultationId, record, at, change } = await published(30, unit, zoned);
    const listed = async (now: string, answer: 'due' | 'overdue') => {
      await stage.projected();
      return (await consultationList(stage.dataSource, { unit, answer, now: new Date(now) })).items.length;
    };
    const states = async (dueAt: string) => {
      const late = new Date(Date.parse(dueAt) + 1).toISOString();
      const told = [await at(dueAt), await at(late)].map(({ answer }) => [answer.state, answer.dueAt]);
      expect(told).toEqual([
        ['due', dueAt],
        ['overdue', dueAt],
      ]);
      const lists = [await listed(dueAt, 'due'), await listed(dueAt, 'overdue'), await listed(late, 'due'), await listed(late, 'overdue')];
      expect(lists).toEqual([1, 0, 0, 1]);
      const [own] = (await responseTimes(stage.dataSource, new Date(late))).units.filter((one) => one.unit === unit);
      expect(own).toMatchObject({ due: 0, overdue: 1 });
    };
    await states('2026-04-15T22:00:00.000Z');
    await record({ type: 'PhaseDatesChanged', data: change('2026-03-30T22:00:00.000Z') }, day('03-10'));
    await states('2026-04-29T22:00:00.000Z');
    await record({ type: 'AnswerTermChanged', data: { consultationId, answerWithinDays: 9, reason: 'Soon.', by } }, day('03-19'));
    await states('2026-04-08T22:00:00.000Z');
    await record({ type: 'ConsultationClosed', data: { consultationId, by, reason: 'Enough.' } }, '2026-03-20T15:00:00.000Z');
    await states('2026-03-29T22:00:00.000Z');
    await record({ type: 'AnswerTermChanged', data: { consultationId, answerWithinDays: 10, reason: 'Later.', by } }, day('04-02'));
    expect((await at(day('04-03'))).answer).toMatchObject({ dueAt: '2026-03-29T22:00:00.000Z', laterDate: '2026-03-30T22:00:00.000Z' });
    await stage.rebuild();
    expect((await at(day('04-03'))).answer).toMatchObject({ dueAt: '2026-03-29T22:00:00.000Z', laterDate: '2026-03-30T22:00:00.000Z' });
  });

  it('narrows a list to what is owed, late or not yet', async () => {
    const unit = `root.${randomUUID().slice(0, 8)}`;
    const [late, due, answered] = [await published(10, unit), await published(30, unit), await published(10, unit)];
    for (const days of [undefined, 60]) await published(days, unit);
    const outcome = { consultationId: answered.consultationId, youSaid: 'a', weDid: 'b', by };
    await answered.record({ type: 'OutcomePublished', data: outcome }, day('04-02'));
    await late.record({ type: 'ConsultationClosed', data: { consultationId: late.consultationId, by, reason: 'Enough.' } }, day('03-11'));
    await stage.projected();
    const idsAt = async (now: string, answer: 'due' | 'overdue') =>
      (await consultationList(stage.dataSource, { unit, answer, now: new Date(now) })).items.map(({ id }) => id);
    expect(await idsAt(day('03-21'), 'due')).toEqual([late.consultationId]);
    expect(await idsAt(day('03-21'), 'overdue')).toEqual([]);
    expect(await idsAt('2026-03-21T00:00:00.001Z', 'overdue')).toEqual([late.consultationId]);
    expect(await idsAt(day('04-30'), 'due')).toContain(due.consultationId);
    expect(await idsAt(day('04-30'), 'overdue')).toEqual([late.consultationId]);
  });

  it('counts from an early end, stays whatever is promised after it, and stops with the first answer', async () => {
    const { consultationId, record, at } = await published(30);
    await record({ type: 'ConsultationClosed', data: { consultationId, by, reason: 'Enough.' } }, day('03-11'));
    expect((await at(day('03-12'))).answer).toMatchObject({ state: 'due', dueAt: day('04-10') });
    await record({ type: 'AnswerTermChanged', data: { consultationId, answerWithinDays: 40, reason: 'Later.', by } }, day('03-20'));
    const changed = await at(day('03-21'));
    const owed = { withinDays: 30, dueAt: day('04-10'), laterDate: day('04-20') };
    expect(changed.answer).toEqual({ ...owed, state: 'due', answeredAt: null });
    expect(changed.answerTerm).toMatchObject({
      count: 1,
      changes: [{ before: 30, after: 40, reason: 'Later.', dateStays: true, changedAt: day('03-20') }],
    });
    for (const [youSaid, when] of [
      ['a', '05-01'],
      ['b', '06-01'],
    ] as const)
      await record({ type: 'OutcomePublished', data: { consultationId, youSaid, weDid: 'c', by } }, day(when));
    const answered = await at(day('07-01'));
    expect(answered.answer).toEqual({ ...owed, state: 'answered', answeredAt: day('05-01') });
    await stage.rebuild();
    expect(await at(day('07-01'))).toEqual(answered);
  });

  it('stays due from the end on, whatever is promised then', async () => {
    const unit = `root.${randomUUID().slice(0, 8)}`;
    const { consultationId, record, at } = await published(10, unit);
    const promised = (answerWithinDays: number, when: string) =>
      record({ type: 'AnswerTermChanged', data: { consultationId, answerWithinDays, reason: 'Later.', by } }, when);
    await promised(11, '2026-03-31T23:59:59.999Z');
    await promised(40, day('04-01'));
    await promised(60, day('04-20'));
    const { answer, answerTerm } = await at(day('04-21'));
    expect(answer).toEqual({ state: 'overdue', withinDays: 11, dueAt: day('04-12'), laterDate: day('05-31'), answeredAt: null });
    expect(answerTerm.changes.map(({ before, after, dateStays }) => [before, after, dateStays])).toEqual([
      [10, 11, false],
      [11, 40, true],
      [40, 60, true],
    ]);
    await record({ type: 'OutcomePublished', data: { consultationId, youSaid: 'a', weDid: 'b', by } }, day('04-30'));
    await stage.projected();
    const { units } = await responseTimes(stage.dataSource, new Date(day('05-01')));
    expect(units.find((one) => one.unit === unit)).toMatchObject({ answered: 1, answeredLate: 1 });
    await stage.rebuild();
    expect((await at(day('05-01'))).answer).toMatchObject({ state: 'answered', dueAt: day('04-12'), laterDate: day('05-31') });
  });

  it('stays late where a milestone is moved once it was due, and after it is done', async () => {
    const unit = `root.${randomUUID().slice(0, 8)}`;
    const { consultationId, record, at } = await published(10, unit);
    await record({ type: 'OutcomePublished', data: { consultationId, youSaid: 'a', weDid: 'b', by } }, day('04-02'));
    const milestoneId = randomUUID();
    const step = { milestoneId, consultationId, title: 'Dug', text: 'By hand.', responsible: null, links: [], documents: [] };
    const set = (when: string, dueAt: string, status: MilestoneStatus, note: string | null) =>
      stage.record(`milestone-${milestoneId}`, { type: 'MilestoneSet', data: { ...step, follows: null, dueAt, status, note, by } }, { at: when });
    const stands = async (when: string) => {
      await stage.projected();
      const { items } = await milestoneList(stage.dataSource, { consultationId, now: new Date(when) });
      const { units } = await responseTimes(stage.dataSource, new Date(when));
      const ofUnit = units.find((one) => one.unit === unit)?.milestonesLate;
      return { ...items[0], ofConsultation: (await at(when)).milestonesOverdue, ofUnit };
    };
    await set(day('04-10'), day('05-01'), 'planned', null);
    await set(day('05-01'), day('05-03'), 'planned', 'In time.');
    expect(await stands(day('05-03'))).toMatchObject({ dueAt: day('05-03'), moved: null, isLate: false, ofConsultation: 0, ofUnit: 0 });
    await set('2026-05-03T00:00:00.001Z', day('06-01'), 'inProgress', 'The frost.');
    await set(day('05-10'), day('07-01'), 'inProgress', 'Rock.');
    const moved = { dueAt: day('07-01'), movedAt: day('05-10'), note: 'Rock.' };
    const late = { dueAt: day('05-03'), moved, isLate: true, ofUnit: 1 };
    expect(await stands(day('05-11'))).toMatchObject({ ...late, isOverdue: true, ofConsultation: 1 });
    const topic = `topic.${randomUUID().slice(0, 8)}`;
    await record({ type: 'CategoriesSet', data: { consultationId, categories: [`${topic}.0a0a0a0a`], by } }, day('05-11'));
    await stage.projected();
    const overdueOf = async (of: { topic?: string; area?: string }) =>
      (await milestoneList(stage.dataSource, { ...of, only: 'overdue', now: new Date(day('05-12')) })).items.map(({ id }) => id);
    expect([await overdueOf({ topic }), await overdueOf({ topic: `${topic}.0b0b0b0b` }), await overdueOf({ area: topic.replace('topic', 'area') })]).toEqual([
      [milestoneId],
      [],
      [],
    ]);
    await set(day('05-20'), day('07-01'), 'done', 'It is dug.');
    const done = await stands(day('05-21'));
    expect(done).toMatchObject({ ...late, isOverdue: false, ofConsultation: 0 });
    expect(done.earlier?.map(({ dueAt }) => dueAt)).toEqual([day('05-01'), day('05-03'), day('06-01'), day('07-01')]);
    await stage.rebuild();
    expect(await stands(day('05-21'))).toEqual(done);
  });

  it('is counted by unit: what is open, due, overdue and answered, late or in time, and in how many days', async () => {
    const unit = `root.${randomUUID().slice(0, 8)}`;
    const late = await published(10, unit);
    const soon = await published(30, unit);
    await published(10, unit);
    await published(60, unit);
    for (const [{ consultationId, record }, when] of [
      [late, '05-01'],
      [soon, '04-11'],
    ] as const)
      await record({ type: 'OutcomePublished', data: { consultationId, youSaid: 'a', weDid: 'c', by } }, day(when));
    await stage.projected();
    const at = async (now: string) => (await responseTimes(stage.dataSource, new Date(day(now)))).units.find((one) => one.unit === unit);
    const answered = { unit, answered: 2, answeredLate: 1, milestonesLate: 0, medianDays: 20 };
    expect(await at('05-05')).toEqual({ ...answered, open: 0, due: 1, overdue: 1 });
    expect(await at('04-11')).toMatchObject({ due: 2, overdue: 0 });
  });

  it('is due by what is first promised after the end, where nothing was before', async () => {
    const { consultationId, record, at } = await published();
    for (const [answerWithinDays, when] of [
      [20, '04-02'],
      [60, '04-03'],
    ] as const)
      await record({ type: 'AnswerTermChanged', data: { consultationId, answerWithinDays, reason: 'Asked for.', by } }, day(when));
    expect((await at(day('04-04'))).answer).toMatchObject({ state: 'due', dueAt: day('04-21'), laterDate: day('05-31') });
  });

  it('is none where none was promised, and none of what was cancelled', async () => {
    const none = await published();
    const nothing = { state: 'none', withinDays: null, dueAt: null, laterDate: null, answeredAt: null };
    expect((await none.at(day('04-02'))).answer).toEqual(nothing);
    const { consultationId, record, at } = await published(30);
    await record({ type: 'ConsultationCancelled', data: { consultationId, reason: 'Given up.', by } });
    expect((await at(day('07-01'))).answer).toEqual(nothing);
  });
});
