import { milestoneDates } from '../calendar/dates-of';
import type { ConsultationView } from '../consultation/consultation.contract';
import type { MilestoneView } from '../milestone/milestone.contract';

/** Something that happened at a time, or will. */
export interface Moment {
  /** RFC 3339. */
  readonly at: string;
  readonly kind:
    | 'opened'
    | 'closed'
    | 'datesChanged'
    | 'corrected'
    | 'termChanged'
    | 'cancelled'
    | 'closedEarly'
    | 'answerDue'
    | 'outcome'
    | 'milestone'
    | 'milestoneDone'
    | 'milestoneDropped';
  /** The place of the phase that it is about. */
  readonly phase?: number;
  readonly reason?: string;
  /** What is done about its outcome. */
  readonly milestone?: string;
}

/** In the order of time; what happens at one moment, as it follows from each other. What no longer holds is not among them. */
export function momentsOf(consultation: ConsultationView, milestones: readonly MilestoneView[] = []): Moment[] {
  const { phases, dateChanges, corrections, cancellation, closedEarlyAt, closedEarlyReason, outcome, answer, answerTerm } = consultation;
  const ended = cancellation?.cancelledAt ?? closedEarlyAt ?? undefined;
  const holds = ({ at }: Moment) => ended === undefined || Date.parse(at) < Date.parse(ended);
  const byDate = phases.flatMap(({ opensAt, closesAt }, phase): Moment[] => [
    ...(opensAt === null ? [] : [{ at: opensAt, kind: 'opened', phase } as const]),
    ...(closesAt === null ? [] : [{ at: closesAt, kind: 'closed', phase } as const]),
  ]);
  const isOwed = answer.dueAt !== null && answer.answeredAt === null;
  const all: Moment[] = [
    ...dateChanges.map(({ changedAt, phaseId, reason }): Moment => {
      const phase = phases.findIndex(({ id }) => id === phaseId);
      return { at: changedAt, kind: 'datesChanged', ...(phase >= 0 && { phase }), reason };
    }),
    ...(corrections.lastAt === null ? [] : [{ at: corrections.lastAt, kind: 'corrected' } as const]),
    ...answerTerm.changes.map(({ changedAt, reason }) => ({ at: changedAt, kind: 'termChanged', reason }) as const),
    ...byDate.filter(holds),
    ...(cancellation ? [{ at: cancellation.cancelledAt, kind: 'cancelled', reason: cancellation.reason } as const] : []),
    ...(closedEarlyAt === null ? [] : [{ at: closedEarlyAt, kind: 'closedEarly', reason: closedEarlyReason ?? undefined } as const]),
    ...(isOwed ? [{ at: answer.dueAt!, kind: 'answerDue' } as const] : []),
    ...(outcome ? [{ at: outcome.publishedAt, kind: 'outcome' } as const] : []),
    ...milestones.flatMap(momentsOfMilestone),
  ];
  return all.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** When it is due, or was done or given up. */
function momentsOfMilestone(milestone: MilestoneView): Moment[] {
  const { title, status, changedAt, plannedAt } = milestone;
  if (status === 'dropped') return [{ at: changedAt ?? plannedAt, kind: 'milestoneDropped', milestone: title }];
  if (status === 'done') return [{ at: changedAt ?? plannedAt, kind: 'milestoneDone', milestone: title }];
  return milestoneDates([milestone]).map(({ at }) => ({ at, kind: 'milestone', milestone: title }));
}
