import { describe, expect, it } from '@jest/globals';
import { NotCompared, type Entry } from '@isegoria/audit-kit';
import { MilestonesShown } from './milestones-shown.recount';

const day = (text: string) => `2026-${text}T00:00:00.000Z`;
const drafted = (consultationId: string, unit: string) => ({ consultationId, unit, title: 'T', language: 'en' });
const step = (milestoneId: string, consultationId: string, status: string, dueAt: string) => ({
  ...{ milestoneId, consultationId, status, dueAt, title: 'M', text: 'D', responsible: null, evidence: null },
  ...{ links: [], documents: [], follows: null, note: null, by: 'o' },
});

describe('milestones, recounted', () => {
  const book = new MilestonesShown();
  const told: readonly (readonly [type: string, data: object])[] = [
    ['ConsultationDrafted', drafted('c', 'root.aaaaaaaa')],
    ['ConsultationDrafted', drafted('d', 'root.bbbbbbbb')],
    ['MilestoneSet', step('late', 'c', 'planned', day('05-01'))],
    ['MilestoneSet', step('done', 'c', 'done', day('05-02'))],
    ['MilestoneSet', step('soon', 'd', 'inProgress', day('09-01'))],
  ];
  told.forEach(([type, data], seq) => {
    const entry = { seq, position: seq, leaf: { type, time: day('04-01') }, body: { data, metadata: { at: day('04-01') } } };
    book.take(entry as unknown as Entry);
  });
  const show = book.shows[0]!;
  const countOf = (asked: object, ...now: string[]) =>
    (show.expected(asked as never, now.map(Date.parse)) as unknown as { count: number }).count;

  it('are those of a unit, to come or overdue, as lists that are narrowed must show', () => {
    const narrowed = [{}, { unit: 'root' }, { unit: 'root.aaaaaaaa' }, { consultationId: 'd' }];
    expect(narrowed.map((asked) => countOf(asked, day('06-01')))).toEqual([3, 3, 2, 1]);
    expect([{ only: 'standing' }, { only: 'overdue' }].map((asked) => countOf(asked, day('06-01')))).toEqual([2, 1]);
    expect(countOf({ only: 'overdue', unit: 'root.bbbbbbbb' }, day('06-01'))).toBe(0);
  });

  it('are not compared at the moment at which one becomes overdue', () => {
    expect(show.expected({ only: 'overdue' }, [day('08-31'), day('09-02')].map(Date.parse))).toBeInstanceOf(NotCompared);
  });
});
