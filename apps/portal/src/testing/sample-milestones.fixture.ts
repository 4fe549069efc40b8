import type { ConsultationView, MilestoneView, OutcomeChangeView } from '@isegoria/contracts';
import { daysFromNow, hostile, id } from './sample-ids.fixture';

/** How the outcome stood before. */
const told = { youSaid: `Fewer **lines** ${hostile}`, weDid: 'Two lines run.', publishedAt: daysFromNow(-22) };
export const changedOutcome = { earlier: [{ ...told, note: `A slip ${hostile}`, changedAt: daysFromNow(-20) }], changes: 3 };
export const outcomeChanges: readonly OutcomeChangeView[] = [-20, -21, -21.5].map((days) => {
  return { changedAt: daysFromNow(days), note: `A slip ${hostile}`, before: told, after: { ...told, weDid: `Three lines run. ${hostile}` } };
});

const step = (n: number, of: ConsultationView, overrides: Partial<MilestoneView>): MilestoneView => ({
  ...{ id: id(4000 + n), consultationId: of.id, unit: of.unit, consultationTitle: of.title, language: of.language },
  ...{ title: 'The keys are cut', text: `For **every branch** ${hostile}`, responsible: 'The libraries' },
  ...{ dueAt: daysFromNow(30), moved: null, status: 'planned', isOverdue: false, isLate: false, evidence: null },
  ...{ links: [], documents: [], activityId: null, statementId: null },
  ...{ plannedAt: daysFromNow(-20), changedAt: null, earlier: [], changes: 0, version: 31 + n },
  ...overrides,
});

/** In each status, one overdue, one with what shows it. */
function milestonesOf(of: ConsultationView): MilestoneView[] {
  const [activity] = of.activities;
  const words = { title: `Keys ${hostile}`, text: `For **every branch** ${hostile}`, responsible: `The libraries ${hostile}` };
  const before = { ...words, dueAt: daysFromNow(-9), status: 'planned', evidence: null, links: [], documents: [] } as const;
  const followed = { activityId: activity!.id, statementId: null };
  const earlier = [{ ...before, ...followed, note: `The locksmith was ill ${hostile}`, changedAt: daysFromNow(-3) }];
  const changed = { earlier, changes: 1, changedAt: daysFromNow(-3) };
  const moved = { dueAt: daysFromNow(20), movedAt: daysFromNow(-1), note: `The metal is late ${hostile}` };
  const links = [{ address: 'https://example.org/keys', words: `The keys ${hostile}` }];
  return [
    step(1, of, { status: 'done', dueAt: daysFromNow(-10), evidence: `Every **key** ${hostile}`, isLate: true, links, activityId: activity!.id, ...changed }),
    step(2, of, { status: 'inProgress', dueAt: daysFromNow(-1), isOverdue: true, isLate: true, moved }),
    step(3, of, { status: 'dropped', ...changed }),
    step(4, of, {}),
  ];
}

export function milestonesAsked(known: readonly ConsultationView[], query: URLSearchParams, path: string): MilestoneView[] {
  const of = known.find(({ id, status }) => status === 'decided' && id === (query.get('consultationId') ?? id));
  const isAsked = ({ id, status }: MilestoneView) =>
    path.endsWith('/waiting') ? status === 'planned' || status === 'inProgress' : id === (query.get('milestoneId') ?? id);
  const isChosen = ({ isOverdue }: MilestoneView) => query.get('only') !== 'overdue' || isOverdue;
  return of ? milestonesOf(of).filter((one) => isAsked(one) && isChosen(one)) : [];
}
