import { describe, expect, it } from '@jest/globals';
import { NotCompared, OneOf, Said, type Entry } from '@isegoria/audit-kit';
import { ConsultationsShown } from '../consultation/audit/consultations-shown.recount';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { listConsultations } from '../consultation/consultation.contract';
import type { MilestoneSet } from '../milestone/milestone.contract';
import type { AnswerOwedView } from './answer-owed.contract';
import { showResponseTimes } from './league/response-times.contract';

const [consultationId, phaseId, by] = ['c', 'p', 'official'];
const day = (text: string) => `2026-${text}T00:00:00.000Z`;
const words = { unit: 'root', title: 'T', description: 'D', language: 'en', countsFrom: 'email', externalId: null } as const;
const drafted = { consultationId, ...words, phases: [{ phaseId, title: null }], answerWithinDays: 10, by };
const dates = { phaseId, opensAt: day('03-01'), closesAt: day('04-01') };
const changed = (answerWithinDays: number) => ({ consultationId, answerWithinDays, reason: 'Later.', by });

type Told = readonly [type: ConsultationEvent['type'] | MilestoneSet['type'], at: string, data: object];
const untilLate: readonly Told[] = [
  ['ConsultationDrafted', day('02-01'), drafted],
  ['ConsultationPublished', day('02-02'), { consultationId, phases: [dates], by }],
  ['AnswerTermChanged', '2026-03-31T23:59:59.999Z', changed(11)],
];
const late: readonly Told[] = [...untilLate, ['AnswerTermChanged', day('04-01'), changed(40)]];

function shownAfter(events: readonly Told[]) {
  const book = new ConsultationsShown();
  events.forEach(([type, at, data], seq) => {
    const entry = { seq, position: seq, leaf: { type, time: at }, body: { data, metadata: { at } } };
    book.take(entry as unknown as Entry);
  });
  const showOf = (name: string) => book.shows.find(({ query }) => query.name === name)!;
  return (query: { readonly name: string }, asked: object, ...now: string[]) => showOf(query.name).expected(asked, now.map(Date.parse));
}

const plain = (must: unknown): unknown => (must instanceof Said ? plain(must.must) : must instanceof OneOf ? must.values[0] : must);

function answerAfter(events: readonly Told[], now: string): Record<keyof AnswerOwedView, unknown> {
  const { items } = shownAfter(events)(listConsultations, {}, now) as unknown as { readonly items: readonly unknown[] };
  const { answer } = plain(items[0]) as { answer: Record<keyof AnswerOwedView, unknown> };
  return Object.fromEntries(Object.entries(answer).map(([name, must]) => [name, plain(must)])) as never;
}

describe('the answer that is owed, recounted', () => {
  it('is due by the date that stood at the end, whatever is promised then', () => {
    expect(answerAfter(untilLate, day('04-11'))).toMatchObject({ state: 'due', dueAt: day('04-12'), laterDate: null });
    const later = { withinDays: 11, dueAt: day('04-12'), laterDate: day('05-11') };
    expect(answerAfter(late, day('04-02'))).toMatchObject({ ...later, state: 'due' });
    const owed = { state: 'overdue', withinDays: 11, dueAt: day('04-12'), laterDate: day('05-11') };
    expect(answerAfter(late, day('04-13'))).toMatchObject(owed);
  });

  it('is due at the end of a day in the zone of the publication, and 24 hours a day where that names none', () => {
    const inBrussels = (zone: object, closesAt: string): readonly Told[] => [
      ['ConsultationDrafted', day('02-01'), { ...drafted, answerWithinDays: 30 }],
      ['ConsultationPublished', day('02-02'), { consultationId, phases: [{ ...dates, closesAt }], ...zone, by }],
    ];
    const dueAt = (zone: object, closesAt: string) => answerAfter(inBrussels(zone, closesAt), '2026-12-01T00:00:00.000Z').dueAt;
    expect(dueAt({ timeZone: 'Europe/Brussels' }, '2026-03-16T23:00:00.000Z')).toBe('2026-04-15T22:00:00.000Z');
    expect(dueAt({ timeZone: 'Europe/Brussels' }, '2026-10-01T22:00:00.000Z')).toBe('2026-10-31T23:00:00.000Z');
    for (const older of [{}, { timeZone: null }]) expect(dueAt(older, '2026-03-16T23:00:00.000Z')).toBe('2026-04-15T23:00:00.000Z');
  });

  it('counts as late once it has come', () => {
    const answered: Told = ['OutcomePublished', day('05-01'), { consultationId, youSaid: 'a', weDid: 'b', by }];
    const league = shownAfter([...late, answered])(showResponseTimes, {}, day('05-02')) as unknown as { units: Record<string, unknown>[] };
    expect(plain(league.units[0]!['answeredLate'])).toBe(1);
  });

  it('counts milestones that were not kept by their day, whatever was promised or done later', () => {
    const nothing = { responsible: null, links: [], documents: [], follows: null, note: null };
    const step = { milestoneId: 'm', consultationId, title: 'M', text: 'D', ...nothing, by };
    const set = (at: string, status: string, dueAt: string): Told => ['MilestoneSet', at, { ...step, dueAt, status }];
    const kept = [...untilLate, set(day('05-01'), 'planned', day('05-10'))];
    const lateAt = (events: readonly Told[], ...now: string[]) => {
      const { units } = shownAfter(events)(showResponseTimes, {}, ...now) as unknown as { units: Record<string, OneOf>[] };
      return units[0]!['milestonesLate']!.values;
    };
    expect(lateAt(kept, day('05-10'), day('05-11'))).toEqual([0, 1]);
    expect(lateAt([...kept, set(day('05-10'), 'done', day('05-10'))], day('06-01'))).toEqual([0]);
    expect(lateAt([...kept, set(day('05-11'), 'done', day('06-10'))], day('06-01'))).toEqual([1]);
  });

  it('is among what is due or overdue, and not compared at the moment at which it becomes so', () => {
    const show = shownAfter(late);
    const countOf = (answer: string, now: string) => (show(listConsultations, { answer }, now) as unknown as { count: number }).count;
    expect(['due', 'overdue'].map((answer) => countOf(answer, day('04-12')))).toEqual([1, 0]);
    expect(['due', 'overdue'].map((answer) => countOf(answer, day('04-13')))).toEqual([0, 1]);
    expect(show(listConsultations, { answer: 'overdue' }, day('04-12'), day('04-13'))).toBeInstanceOf(NotCompared);
  });
});
