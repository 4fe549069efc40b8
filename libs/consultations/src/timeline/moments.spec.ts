import { describe, expect, it } from '@jest/globals';
import type { ConsultationView } from '../consultation/consultation.contract';
import { momentsOf } from './moments.page';

const day = (n: number) => `2026-05-${String(n).padStart(2, '0')}T08:00:00.000Z`;
const phase = (id: string, opensAt: string | null, closesAt: string | null) => ({ id, title: null, status: 'open', opensAt, closesAt });
const view = (differing: Partial<ConsultationView> = {}): ConsultationView =>
  ({
    phases: [phase('first', day(10), day(20)), phase('second', day(20), day(30))],
    dateChanges: [],
    cancellation: null,
    closedEarlyAt: null,
    closedEarlyReason: null,
    outcome: null,
    answer: { state: 'none', withinDays: null, dueAt: null, answeredAt: null },
    answerTerm: { changes: [], count: 0, version: 0 },
    ...differing,
  }) as ConsultationView;
const told = (one: ConsultationView) => momentsOf(one).map(({ at, kind, phase: of }) => [at, kind, of]);

const nothing = { activityId: null, reason: null, version: null, answers: null };
const dates = { opensAt: day(10), closesAt: day(20) };

describe('the moments of a consultation', () => {
  it('are its phases in the order of time, a closing before the opening that follows at once', () => {
    expect(told(view())).toEqual([
      [day(10), 'opened', 0],
      [day(20), 'closed', 0],
      [day(20), 'opened', 1],
      [day(30), 'closed', 1],
    ]);
    expect(told(view({ phases: [phase('draft', null, null)] as never }))).toEqual([]);
  });

  it('are among them its changes, with their reasons, and what came of it', () => {
    const moments = momentsOf(
      view({
        dateChanges: [{ phaseId: 'second', before: dates, after: dates, reason: 'Late plans', changedAt: day(12) }],
        outcome: { youSaid: 'Y', weDid: 'W', publishedAt: day(31), earlier: [], changes: 1, version: 9 },
        answer: { state: 'answered', withinDays: null, dueAt: null, answeredAt: day(30) } as never,
      }),
      [],
      [
        { ...nothing, kind: 'outcomeRevised', at: day(31), reason: 'A slip' },
        { ...nothing, kind: 'answered', at: day(30), activityId: 'law', answers: 2 },
        { ...nothing, kind: 'revised', at: day(13), activityId: 'law', reason: 'Two places were unclear', version: 2 },
        { ...nothing, kind: 'corrected', at: day(11), reason: 'A slip' },
      ],
    );
    expect(moments.map(({ kind }) => kind)).toEqual([
      ...['opened', 'corrected', 'datesChanged', 'revised', 'closed', 'opened', 'answered', 'closed', 'outcome', 'outcomeRevised'],
    ]);
    expect(moments[1]).toEqual({ at: day(11), kind: 'corrected', reason: 'A slip' });
    expect(moments[2]).toMatchObject({ phase: 1, reason: 'Late plans' });
    expect(moments[3]).toEqual({ at: day(13), kind: 'revised', activity: 'law', reason: 'Two places were unclear', version: 2 });
  });

  it('are without the dates that no longer hold, where it ended before them', () => {
    const reason = 'Flood';
    expect(told(view({ closedEarlyAt: day(15), closedEarlyReason: reason }))).toEqual([
      [day(10), 'opened', 0],
      [day(15), 'closedEarly', undefined],
    ]);
    expect(told(view({ cancellation: { reason, cancelledAt: day(5) } }))).toEqual([[day(5), 'cancelled', undefined]]);
  });

  it('are what is done about the outcome: when it is due, or was done or given up', () => {
    const milestone = (title: string, status: string, changedAt: string | null = null) =>
      ({
        ...{ id: title, title, status, changedAt, changes: 0, moved: null },
        ...{ plannedAt: day(3), dueAt: '2026-06-09T08:00:00.000Z' },
      }) as never;
    const milestones = [
      ...[milestone('Plan', 'planned'), milestone('Shed', 'done', day(5)), milestone('Wharf', 'dropped', day(4))],
      milestone('Pier', 'done', '2026-06-12T08:00:00.000Z'),
    ];
    expect(momentsOf(view({ phases: [] }), milestones)).toEqual([
      { at: day(4), kind: 'milestoneDropped', milestone: 'Wharf' },
      { at: day(5), kind: 'milestoneDone', milestone: 'Shed' },
      { at: '2026-06-09T08:00:00.000Z', kind: 'milestone', milestone: 'Plan' },
      { at: '2026-06-12T08:00:00.000Z', kind: 'milestoneDone', milestone: 'Pier' },
    ]);
  });

  it('are with the day of the promised answer until it is given', () => {
    const answer = { state: 'owed', withinDays: 3, dueAt: '2026-06-02T08:00:00.000Z', answeredAt: null } as never;
    expect(told(view({ answer })).at(-1)).toEqual(['2026-06-02T08:00:00.000Z', 'answerDue', undefined]);
    expect(told(view({ answer: { ...(answer as object), answeredAt: day(31) } as never })).at(-1)).toEqual([day(30), 'closed', 1]);
  });
});
