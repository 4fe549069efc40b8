import type { Days } from '@isegoria/texts';
import type { ConsultationSummary } from '../consultation/consultation.contract';
import type { MilestoneView } from '../milestone/milestone.contract';

/** A day in the calendar of a consultation. */
export interface CalendarDate {
  /** The same for as long as the consultation stands, whenever that day is. */
  readonly id: string;
  /** RFC 3339. */
  readonly at: string;
  readonly kind: 'opens' | 'closes' | 'answer' | 'answered' | 'milestone' | 'milestoneDone';
  /** The place of the phase that it is about. */
  readonly phase?: number;
  /** What is due then, where it has a name of its own. */
  readonly title?: string;
  /** How often it was changed, and when last, where that is known of it alone. */
  readonly revision?: { readonly changes: number; readonly changedAt: string | null };
  /** It was announced, and nothing will happen then. */
  readonly isCancelled: boolean;
}

type Dated = Pick<ConsultationSummary, 'id' | 'status' | 'phases' | 'closedEarlyAt' | 'answer'>;

/** When the phases of a consultation open and close, and when its answer is promised or was given; in the order of its phases. */
export function datesOf(consultation: Dated): CalendarDate[] {
  const { status, phases, closedEarlyAt } = consultation;
  const isOff = status === 'cancelled';
  const isOver = (at: string) => closedEarlyAt !== null && Date.parse(at) >= Date.parse(closedEarlyAt);
  const ofPhases = phases.flatMap(({ id, opensAt, closesAt }, phase): CalendarDate[] => {
    if (opensAt === null || closesAt === null) return [];
    const neverOpens = isOff || isOver(opensAt);
    const end = !neverOpens && isOver(closesAt) ? closedEarlyAt! : closesAt;
    return [
      { id: `${id}-opens`, at: opensAt, kind: 'opens', phase, isCancelled: neverOpens },
      { id: `${id}-closes`, at: end, kind: 'closes', phase, isCancelled: neverOpens },
    ];
  });
  return [...ofPhases, ...answerOf(consultation)];
}

/** Of what was promised only: an answer that nobody announced is in no calendar. */
function answerOf({ id: consultationId, answer }: Dated): CalendarDate[] {
  const { withinDays, dueAt, answeredAt } = answer;
  const id = `${consultationId}-answer`;
  if (withinDays === null) return [];
  if (answeredAt !== null) return [{ id, at: answeredAt, kind: 'answered', isCancelled: false }];
  return dueAt === null ? [] : [{ id, at: dueAt, kind: 'answer', isCancelled: false }];
}

/** When what an office does about an outcome is due; what was done before that, when it was said to be done: it is not to come. */
export function milestoneDates(milestones: readonly MilestoneView[]): CalendarDate[] {
  return milestones.map(({ id, title, moved, status, changes, changedAt, plannedAt, ...one }) => {
    const dueAt = moved?.dueAt ?? one.dueAt;
    const [kind, saidAt] = [status === 'done' ? ('milestoneDone' as const) : ('milestone' as const), changedAt ?? plannedAt];
    const at = status === 'done' && Date.parse(saidAt) < Date.parse(dueAt) ? saidAt : dueAt;
    return { id: `${id}-milestone`, at, kind, title, isCancelled: status === 'dropped', revision: { changes, changedAt } };
  });
}

/** What is until midnight is until the end of the day before: a calendar would show it a day late. */
export function dayOf({ at, kind }: CalendarDate, { isEndOfDay }: Pick<Days, 'isEndOfDay'>): string {
  return isEnd(kind) && isEndOfDay(Date.parse(at)) ? new Date(Date.parse(at) - 60_000).toISOString() : at;
}

/** Whether something lasts until that day or is done by it. */
export const isEnd = (kind: CalendarDate['kind']): boolean => kind === 'closes' || kind === 'answer' || kind === 'milestone';
