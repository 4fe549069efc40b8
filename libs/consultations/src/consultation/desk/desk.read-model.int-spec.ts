import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDeliberation, aPoll, readModelStage, type DraftedActivity, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { officialAnswerPublished } from '../../official-answer/official-answer.contract';
import { paperFormEntered } from '../../methods/survey/paper/entry/paper-entry.contract';
import { statementSubmitted } from '../../methods/deliberation/statement/statement.contract';
import { statementList } from '../../methods/deliberation/statement/statement.read-model';
import type { ConsultationEvent } from '../consultation.contract';
import type { Duty } from './desk.contract';
import { moderatedConsultations, waitingConsultations } from './desk.read-model';

describe('what waits for an office', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  const unit = `root.${randomUUID().slice(0, 8)}`;
  const below = `${unit}.00000000`;
  const now = new Date('2026-03-10T12:00:00.000Z');
  const day = (n: number) => new Date(now.getTime() + n * 86_400_000).toISOString();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const record = (event: ConsultationEvent, at = day(0)) => stage.record(`consultation-${event.data.consultationId}`, event, { at });
  /** Phases by the days on which they open and close, counted from now. */
  async function published(of: string, ...days: readonly (readonly [opens: number, closes: number])[]): Promise<string> {
    const { consultationId, phaseIds } = await stage.drafted(
      days.map(() => [aPoll]),
      { unit: of },
    );
    const phases = phaseIds.map((phaseId, n) => ({ phaseId, opensAt: day(days[n]![0]), closesAt: day(days[n]![1]) }));
    await record({ type: 'ConsultationPublished', data: { consultationId, phases, by } });
    return consultationId;
  }
  async function waiting(duty: Duty, units = [unit], cursor?: string, account: string = randomUUID()) {
    await stage.projected();
    return waitingConsultations(stage.dataSource, { duty, units, now, account, cursor });
  }
  const ids = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);

  it('is drafts, the oldest first, of the units that are asked for and those below', async () => {
    const first = (await stage.drafted([[aPoll]], { unit })).consultationId;
    await stage.drafted([[aPoll]], { unit: 'root.ffffffff' });
    const second = (await stage.drafted([[aPoll]], { unit: below })).consultationId;
    expect(ids(await waiting('draft'))).toEqual([first, second]);
    expect(ids(await waiting('draft', [below]))).toEqual([second]);
    expect(await waiting('draft', [])).toEqual({ items: [], next: null, count: 0 });
    expect((await waiting('draft')).items[0]).toMatchObject({ unit, at: null, phase: null });
  });

  it('is phases that end within a week, the first to end first', async () => {
    const later = await published(unit, [-9, 6]);
    const soon = await published(below, [-2, 1], [2, 5]);
    for (const days of [
      [-9, 8],
      [1, 3],
      [-9, -1],
    ] as const)
      await published(unit, days);
    const found = await waiting('ending');
    expect(ids(found)).toEqual([soon, later]);
    expect(found.items.map(({ at }) => at)).toEqual([day(1), day(6)]);
  });

  it('is consultations that closed without an outcome, whether by date or by an official, the first that closed first', async () => {
    const [by1, by3, decided] = [await published(below, [-20, -1]), await published(unit, [-20, -3]), await published(unit, [-20, -2])];
    const early = await published(unit, [-20, 9]);
    await record({ type: 'ConsultationClosed', data: { consultationId: early, by, reason: 'Over.' } }, day(-2));
    await record({ type: 'OutcomePublished', data: { consultationId: decided, youSaid: 'a', weDid: 'b', by } });
    const closed = (await waiting('outcome')).items.filter(({ id }) => [by1, by3, decided, early].includes(id));
    expect(closed.map(({ id, at }) => [id, at])).toEqual([
      [by3, day(-3)],
      [early, day(-2)],
      [by1, day(-1)],
    ]);
  });

  it('is drafts that a colleague is asked to check, apart from those that somebody still writes', async () => {
    const { consultationId } = await stage.drafted([[aPoll]], { unit });
    await record({ type: 'ReviewRequested', data: { consultationId, by } }, day(-1));
    expect((await waiting('review')).items).toMatchObject([{ id: consultationId, at: day(-1), dueAt: null, activity: null }]);
    expect(ids(await waiting('draft'))).not.toContain(consultationId);
    // Whoever asked cannot be the one who checks it: it waits for a colleague.
    expect(await waiting('review', [unit], undefined, by)).toMatchObject({ items: [], count: 0 });
  });

  it('is drafts that were asked about, approved or sent back, each set apart from the others, until they are revised', async () => {
    const own = `${unit}.55555555`;
    const { consultationId, phaseIds } = await stage.drafted([[aPoll]], { unit: own });
    const drafts: readonly Duty[] = ['draft', 'sentBack', 'review', 'asked', 'approved'];
    const found = async () => {
      const lists = await Promise.all(drafts.map(async (duty) => [duty, await waiting(duty, [own], undefined, by)] as const));
      return lists.flatMap(([duty, { items }]) => items.map(({ at, reason }) => [duty, at, reason]));
    };
    expect(await found()).toEqual([['draft', null, null]]);
    await record({ type: 'ReviewRequested', data: { consultationId, by } }, day(-3));
    expect(await found()).toEqual([['asked', day(-3), null]]);
    await record({ type: 'DraftSentBack', data: { consultationId, by: randomUUID(), reason: 'An option is missing.' } }, day(-2));
    expect(await found()).toEqual([['sentBack', day(-2), 'An option is missing.']]);
    await record({ type: 'ReviewRequested', data: { consultationId, by } }, day(-2));
    await record({ type: 'DraftApproved', data: { consultationId, by: randomUUID(), translations: [] } }, day(-1));
    expect(await found()).toEqual([['approved', day(-1), null]]);
    const phases = phaseIds.map((phaseId) => ({ phaseId, opensAt: day(1), closesAt: day(9) }));
    await record({ type: 'ConsultationPublished', data: { consultationId, phases, by } });
    expect(await found()).toEqual([]);
  });

  it('is activities that are over and have no answer, with how much is open in each; the outcome answers a lone poll', async () => {
    const own = `${unit}.11111111`;
    await published(own, [-9, -1]);
    const { consultationId, phaseIds, activityIds } = await stage.drafted([[aPoll, aDeliberation()]], { unit: own, answerWithinDays: 2 });
    const phases = phaseIds.map((phaseId) => ({ phaseId, opensAt: day(-9), closesAt: day(-3) }));
    await record({ type: 'ConsultationPublished', data: { consultationId, phases, by } });
    const items = async () => (await waiting('answer', [own])).items.map(({ activity, dueAt }) => [activity?.id, activity?.open, dueAt]);
    const both = activityIds.map((id) => [id, 0, day(-1)]);
    expect(await items()).toEqual(both);
    const answer = { ...officialAnswerPublished.sample, consultationId, activityId: activityIds[0]!, aboutId: activityIds[0]! };
    await stage.record(`official-answer-${answer.aboutId}`, { type: 'OfficialAnswerPublished', data: answer });
    expect(await items()).toEqual(both.slice(1));
    await record({ type: 'OutcomePublished', data: { consultationId, youSaid: 'a', weDid: 'b', by } });
    expect(await items()).toEqual([]);
  });

  it.each([
    ['before', '33333333'],
    ['after', '44444444'],
  ] as const)('is annotations without an answer from the end of their phase on, moderated %s they are shown', async (moderation, part) => {
    const own = `${unit}.${part}`;
    const law = { ...aDeliberation(moderation), method: 'document' } as DraftedActivity;
    const { consultationId, phaseIds, activityIds } = await stage.drafted([[law], [aPoll]], { unit: own, answerWithinDays: 2 });
    const activityId = activityIds[0]!;
    const phases = phaseIds.map((phaseId, n) => ({ phaseId, opensAt: day(-9 + 5 * n), closesAt: day(n === 0 ? -4 : 3) }));
    await record({ type: 'ConsultationPublished', data: { consultationId, phases, by } });
    const annotation = async (statementId: string, isDecidedOn = true, said = {}) => {
      const at = { version: 1, paragraph: 'p1', words: null };
      const data = { ...statementSubmitted.sample, statementId, consultationId, activityId, at, ...said } as never;
      await stage.record(`statement-${statementId}`, { type: 'StatementSubmitted', data });
      const accepted = { statementId, consultationId, activityId, by };
      if (isDecidedOn) await stage.record(`statement-${statementId}`, { type: 'StatementAccepted', data: accepted });
    };
    const [first, second, erased] = [randomUUID(), randomUUID(), randomUUID()];
    await annotation(first);
    await annotation(second, moderation === 'before');
    await annotation(erased, true, { text: { sealed: `2.${randomUUID()}.AAAA.${'5e'.repeat(32)}` } });
    if (moderation === 'before') await annotation(randomUUID(), false);
    const items = async () =>
      (await waiting('answer', [own])).items.map(({ at, dueAt, activity }) => [activity?.id, activity?.open, at, dueAt]);
    expect(await items()).toEqual([[activityId, 2, day(-4), day(5)]]);
    const { dataSource: rows, keys } = stage;
    const unanswered = (await statementList(rows, keys, activityId, { answered: 'no' })).items.map(({ id }) => id);
    expect(unanswered).toEqual([first, second, erased]);
    await record({ type: 'ConsultationClosed', data: { consultationId, by, reason: 'Over.' } }, day(-1));
    await record({ type: 'OutcomePublished', data: { consultationId, youSaid: 'a', weDid: 'b', by } });
    expect(await items()).toEqual([[activityId, 2, day(-1), day(1)]]);
    for (const aboutId of [first, activityId, second]) {
      const about = aboutId === activityId ? ('activity' as const) : ('statement' as const);
      const answer = { ...officialAnswerPublished.sample, consultationId, activityId, about, aboutId };
      await stage.record(`official-answer-${aboutId}`, { type: 'OfficialAnswerPublished', data: answer });
      const open = aboutId === second ? [] : [[activityId, 1, day(-1), day(1)]];
      expect(await items()).toEqual(open);
    }
  });

  it('is forms on paper that are not confirmed while their survey is open, by its closing', async () => {
    const own = `${unit}.22222222`;
    const survey = { method: 'survey', settings: { questionnaire: { sections: [] } } } as unknown as DraftedActivity;
    const { consultationId, phaseIds, activityIds } = await stage.drafted([[aPoll], [survey]], { unit: own });
    const phases = phaseIds.map((phaseId, n) => ({ phaseId, opensAt: day(-9 + n), closesAt: day(n === 0 ? -8 : 2) }));
    await record({ type: 'ConsultationPublished', data: { consultationId, phases, by } });
    const of = { ...paperFormEntered.sample, consultationId, activityId: activityIds[1]! };
    const happened = async (type: 'PaperFormEntered' | 'PaperFormConfirmed', form: string, at: string) =>
      stage.record(`paper-form-${of.activityId}-${form}`, { type, data: { ...of, form, voter: form } } as never, { at });
    await happened('PaperFormEntered', '1', day(-2));
    await happened('PaperFormEntered', '2', day(-1));
    await happened('PaperFormConfirmed', '1', day(-1));
    const { items } = await waiting('paper', [own]);
    expect(items).toMatchObject([{ id: consultationId, at: day(-1), dueAt: day(2), activity: { id: of.activityId, open: 1 } }]);
    await happened('PaperFormConfirmed', '2', day(0));
    expect((await waiting('paper', [own])).count).toBe(0);

    await happened('PaperFormEntered', '3', day(0));
    await record({ type: 'ConsultationClosed', data: { consultationId, by, reason: 'Over.' } });
    await happened('PaperFormConfirmed', '3', day(0));
    expect((await waiting('paper', [own])).count).toBe(0);
    const [{ status }] = (await stage.dataSource.query('SELECT status FROM paper_form WHERE activity_id = $1 AND form = $2', [
      of.activityId,
      '3',
    ])) as [{ status: string }];
    expect(status).toBe('waiting');
  });

  it('goes on where a page ended, and takes no cursor that none gave', async () => {
    const { items, count } = await waiting('outcome');
    const placed = (await stage.dataSource.query('SELECT drafted_position AS place FROM consultation WHERE id = $1', [items[0]!.id])) as [
      { place: string },
    ];
    const next = await waiting('outcome', [unit], `${Date.parse(items[0]!.at!) * 1_000}.${placed[0].place}`);
    expect([ids(next), next.count]).toEqual([ids({ items: items.slice(1) }), count]);
    await expect(waiting('outcome', [unit], 'x')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('what moderators find by its title', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  it('is published, in their units, whatever the case of the words, and no pattern', async () => {
    const unit = `root.${randomUUID().slice(0, 8)}`;
    const publish = async (title: string, of = unit) => {
      const { consultationId, phaseIds } = await stage.drafted([[aPoll]], { unit: of, title });
      const phases = phaseIds.map((phaseId) => ({ phaseId, opensAt: '2026-03-10T12:00:00.000Z', closesAt: '2026-04-10T12:00:00.000Z' }));
      await stage.record(`consultation-${consultationId}`, { type: 'ConsultationPublished', data: { consultationId, phases, by: unit } });
      return consultationId;
    };
    const [older, newer] = [await publish('Buses every 10 minutes'), await publish('Night BUSES 100%')];
    await publish('Buses elsewhere', 'root.ffffffff');
    await stage.drafted([[aPoll]], { unit, title: 'Buses, a draft' });
    await stage.projected();
    const found = async (title: string) =>
      (await moderatedConsultations(stage.dataSource, { title, units: [unit] })).items.map(({ id }) => id);
    expect(await found(' buses ')).toEqual([newer, older]);
    expect([await found('0%'), await found('10_m'), await found('trams')]).toEqual([[newer], [], []]);
  });
});
