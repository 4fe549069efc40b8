import { milestoneDates } from '../calendar/dates-of';
import type { ConsultationView } from '../consultation/consultation.contract';
import type { MilestoneView } from '../milestone/milestone.contract';
import type { ToldKind, ToldMomentView } from './timeline.contract';

/** Something that happened at a time, or will. */
export interface Moment {
  /** RFC 3339. */
  readonly at: string;
  readonly kind:
    | 'opened'
    | 'closed'
    | 'datesChanged'
    | 'termChanged'
    | 'cancelled'
    | 'closedEarly'
    | 'answerDue'
    | 'outcome'
    | ToldKind
    | 'milestone'
    | 'milestoneDone'
    | 'milestoneDropped';
  /** The place of the phase that it is about. */
  readonly phase?: number;
  readonly reason?: string;
  /** The activity in which it happened. */
  readonly activity?: string;
  /** Of a text. */
  readonly version?: number;
  /** What is done about its outcome. */
  readonly milestone?: string;
}

/** In the order of time; what happens at one moment, as it follows from each other. What no longer holds is not among them. */
export function momentsOf(
  consultation: ConsultationView,
  milestones: readonly MilestoneView[] = [],
  told: readonly ToldMomentView[] = [],
): Moment[] {
  const { phases, dateChanges, cancellation, closedEarlyAt, closedEarlyReason, outcome, answer, answerTerm } = consultation;
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
    ...told.toReversed().map(momentTold),
    ...answerTerm.changes.map(({ changedAt, reason }) => ({ at: changedAt, kind: 'termChanged', reason }) as const),
    ...byDate.filter(holds),
    ...(cancellation ? [{ at: cancellation.cancelledAt, kind: 'cancelled', reason: cancellation.reason } as const] : []),
    ...(closedEarlyAt === null ? [] : [{ at: closedEarlyAt, kind: 'closedEarly', reason: closedEarlyReason ?? undefined } as const]),
    ...(isOwed ? [{ at: answer.dueAt!, kind: 'answerDue' } as const] : []),
    ...(outcome ? [{ at: answer.answeredAt ?? outcome.publishedAt, kind: 'outcome' } as const] : []),
    ...milestones.flatMap(momentsOfMilestone),
  ];
  return all.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function momentTold({ kind, at, activityId, reason, version }: ToldMomentView): Moment {
  return {
    ...{ at, kind },
    ...(activityId !== null && { activity: activityId }),
    ...(reason !== null && { reason }),
    ...(version !== null && { version }),
  };
}

/** When it is due, or was done or given up. */
function momentsOfMilestone(milestone: MilestoneView): Moment[] {
  const { title, status, changedAt, plannedAt } = milestone;
  if (status === 'dropped') return [{ at: changedAt ?? plannedAt, kind: 'milestoneDropped', milestone: title }];
  if (status === 'done') return [{ at: changedAt ?? plannedAt, kind: 'milestoneDone', milestone: title }];
  return milestoneDates([milestone]).map(({ at }) => ({ at, kind: 'milestone', milestone: title }));
}
