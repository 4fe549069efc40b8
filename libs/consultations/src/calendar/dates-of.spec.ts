import { describe, expect, it } from '@jest/globals';
import { daysIn } from '@isegoria/texts';
import type { ConsultationView } from '../consultation/consultation.contract';
import { datesOf, dayOf, milestoneDates } from './dates-of';
import { datesOfAll, revisionOf, type InCalendar } from './entries.page';

const day = (n: number) => `2026-05-${String(n).padStart(2, '0')}T08:00:00.000Z`;
const phase = (id: string, opensAt: string | null, closesAt: string | null) => ({ id, title: null, status: 'open', opensAt, closesAt });
const view = (differing: Partial<ConsultationView> = {}): ConsultationView =>
  ({
    id: 'c',
    status: 'open',
    phases: [phase('one', day(10), day(20)), phase('two', day(20), day(30))],
    dateChanges: [],
    dateChangeCount: 0,
    corrections: { count: 0, lastAt: null },
    cancellation: null,
    closedEarlyAt: null,
    answer: { state: 'none', withinDays: null, dueAt: null, answeredAt: null },
    answerTerm: { changes: [], count: 0, version: 0 },
    ...differing,
  }) as ConsultationView;
const told = (one: ConsultationView) => datesOf(one).map(({ id, at, kind, isCancelled }) => [id, at, kind, isCancelled]);

describe('the dates of a consultation', () => {
  it('are those of its phases', () => {
    expect(told(view())).toEqual([
      ['one-opens', day(10), 'opens', false],
      ['one-closes', day(20), 'closes', false],
      ['two-opens', day(20), 'opens', false],
      ['two-closes', day(30), 'closes', false],
    ]);
    expect(told(view({ phases: [phase('draft', null, null)] as never }))).toEqual([]);
  });

  it('of several stand in the order of time, what lasts until midnight before what begins then', () => {
    const of = (id: string, opens: number, closes: number) =>
      ({ ...view({ phases: [phase(id, day(opens), day(closes))] as never }), milestones: [] }) as unknown as InCalendar;
    const all = [of('first', 10, 20), of('then', 20, 30), of('other', 11, 20)];
    expect(datesOfAll(all).map(({ date }) => date.id)).toEqual([
      ...['first-opens', 'other-opens', 'first-closes', 'other-closes', 'then-opens', 'then-closes'],
    ]);
  });

  it('are all cancelled with it, under the same names', () => {
    const cancelled = told(view({ status: 'cancelled' }));
    expect(cancelled.map(([id]) => id)).toEqual(told(view()).map(([id]) => id));
    expect(cancelled.every(([, , , isCancelled]) => isCancelled)).toBe(true);
  });

  it('end where it was closed early; a phase that never opened is cancelled', () => {
    expect(told(view({ closedEarlyAt: day(15) }))).toEqual([
      ['one-opens', day(10), 'opens', false],
      ['one-closes', day(15), 'closes', false],
      ['two-opens', day(20), 'opens', true],
      ['two-closes', day(30), 'closes', true],
    ]);
  });

  it('are with the promised answer, and the day on which it was given, under one name', () => {
    const answer = { state: 'due', withinDays: 3, dueAt: day(31), laterDate: null, answeredAt: null } as const;
    expect(told(view({ answer })).at(-1)).toEqual(['c-answer', day(31), 'answer', false]);
    expect(told(view({ answer: { ...answer, answeredAt: day(30) } })).at(-1)).toEqual(['c-answer', day(30), 'answered', false]);
    expect(told(view({ answer: { ...answer, withinDays: null, dueAt: null, answeredAt: day(30) } })).at(-1)![2]).toBe('closes');
  });

  it('until midnight are on the day that ends then; what begins at midnight stays', () => {
    const at = '2026-05-31T00:00:00.000Z';
    const date = { id: 'x', at, isCancelled: false } as const;
    const utc = daysIn('UTC');
    expect(dayOf({ ...date, kind: 'milestone' }, utc)).toBe('2026-05-30T23:59:00.000Z');
    expect(dayOf({ ...date, kind: 'closes' }, utc)).toBe('2026-05-30T23:59:00.000Z');
    expect(dayOf({ ...date, kind: 'answer' }, utc)).toBe('2026-05-30T23:59:00.000Z');
    expect(dayOf({ ...date, kind: 'opens' }, utc)).toBe(at);
    expect(dayOf({ ...date, kind: 'closes' }, daysIn('Europe/Brussels'))).toBe(at);
  });

  it('are counted higher with every change, so that calendars take the last one', () => {
    expect(revisionOf(view())).toEqual({ changes: 0, changedAt: null });
    const changes = [{ before: null, after: 3, reason: 'R', dateStays: false, changedAt: day(9) }];
    const dateChanges = [{ changedAt: day(7) }] as never;
    const changed = view({ dateChanges, dateChangeCount: 4, answerTerm: { changes, count: 2, version: 9 } });
    expect(revisionOf(changed)).toEqual({ changes: 6, changedAt: day(9) });
    expect(revisionOf({ ...changed, closedEarlyAt: day(15) })).toEqual({ changes: 7, changedAt: day(15) });
    expect(revisionOf({ ...changed, cancellation: { reason: 'R', cancelledAt: day(8) } })).toEqual({ changes: 7, changedAt: day(9) });
  });

  it('of a milestone that is done early are of when that was said, and never to come', () => {
    const one = { id: 'm', title: 'T', dueAt: day(20), plannedAt: day(2), changes: 1, changedAt: day(9) };
    const at = (fields: object) => milestoneDates([{ ...one, ...fields } as never])[0]!.at;
    expect(at({ status: 'done' })).toBe(day(9));
    expect(at({ status: 'done', changedAt: null })).toBe(day(2));
    expect([at({ status: 'done', changedAt: day(25) }), at({ status: 'inProgress' })]).toEqual([day(20), day(20)]);
  });
});
