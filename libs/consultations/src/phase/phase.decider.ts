import { uuidFrom } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { datesInOrder } from './dates/dates-in-order';
import type { PhaseDates, PhaseEvent, PhaseStatus } from './phase.contract';
import { whyNotOpen, whyNotPublished, whyNotToComeOrOpen, type WhyNot } from './why-not';

/** The same for every retry of the draft. @param root see `rootOf` */
export const phaseIdOf = (root: string, index: number) => uuidFrom(root, `phase ${index}`);

/** A phase that is drafted. */
export function undated({ phaseId }: { readonly phaseId: string }): PhaseState {
  return { phaseId, opensAt: null, closesAt: null, opened: false, closed: false };
}

/** Dates are milliseconds since 1970, null until the consultation is published. */
export interface PhaseState {
  readonly phaseId: string;
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  /** Whether the opening is recorded. */
  readonly opened: boolean;
  /** Whether the closing is recorded. */
  readonly closed: boolean;
}

/** The phases of one consultation, in their order. */
export interface Phases {
  readonly phases: readonly PhaseState[];
  /** Whether an official closed them all before their dates. */
  readonly closedEarly: boolean;
}

/** The status of a phase by its dates and early closure; the record may be a second behind. */
export function phaseStatusAt({ opensAt, closesAt, closed }: PhaseState, { closedEarly }: Phases, now: Date): PhaseStatus {
  if (opensAt === null || closesAt === null) return 'draft';
  if (closedEarly || closed || now.getTime() >= closesAt) return 'closed';
  return now.getTime() >= opensAt ? 'open' : 'scheduled';
}

/** Policy: only open phases accept contributions. @throws Rejection CONSULTATION_NOT_OPEN or CONSULTATION_CLOSED */
export function onlyOpenPhasesAcceptContributions(consultation: Phases, phaseId: string, now: Date): void {
  const phase = consultation.phases.find((each) => each.phaseId === phaseId);
  refuseFor(whyNotOpen(phase && phaseStatusAt(phase, consultation, now)));
}

/** Policy: a phase that is over stays as it was. @throws Rejection NOT_FOUND, CONSULTATION_NOT_OPEN for a draft, or CONSULTATION_CLOSED */
export function onlyPhasesToComeOrOpen(consultation: Phases, phaseId: string, now: Date): PhaseState {
  const phase = consultation.phases.find((each) => each.phaseId === phaseId);
  if (!phase) throw new Rejection('NOT_FOUND');
  refuseFor(whyNotToComeOrOpen(phaseStatusAt(phase, consultation, now)));
  return phase;
}

/** @throws Rejection with the reason, if there is one */
export function refuseFor(why: WhyNot): void {
  if (why !== undefined) throw new Rejection(why);
}

/** Policy: a draft is drafted anew, and what was called off never comes. @throws Rejection CONSULTATION_NOT_OPEN */
export function mustBePublished(consultation: Phases & { readonly cancelled?: true }, now: Date): void {
  refuseFor(whyNotPublished({ statuses: statusesAt(consultation, now), isCancelled: consultation.cancelled ?? false }));
}

/** The statuses of all; a phase whose opening is recorded has opened, whatever the clock says. */
export const statusesAt = (consultation: Phases, now: Date): PhaseStatus[] =>
  consultation.phases.map((phase) => {
    const status = phaseStatusAt(phase, consultation, now);
    return status === 'scheduled' && phase.opened ? 'open' : status;
  });

/** Whether the first phase has opened, and whether the last one has closed. */
export const hasBegun = (consultation: Phases, now: Date) => isBegun(consultation.phases[0]!, consultation, now);
export const isOver = (consultation: Phases, now: Date) => phaseStatusAt(consultation.phases.at(-1)!, consultation, now) === 'closed';

/** Whether one of them has opened; one that never will counts as well. */
export function hasOpened(consultation: Phases, phaseId: string, now: Date): boolean {
  const phase = consultation.phases.find((each) => each.phaseId === phaseId);
  return !!phase && isBegun(phase, consultation, now);
}

/** What has happened because of the dates and is not recorded yet, in order. */
export function dueByDate(consultationId: string, consultation: Phases, now: Date): PhaseEvent[] {
  if (consultation.closedEarly) return [];
  return consultation.phases.flatMap((phase): PhaseEvent[] => {
    const data = { consultationId, phaseId: phase.phaseId };
    const opens = isBegun(phase, consultation, now) && !phase.opened;
    const closes = phaseStatusAt(phase, consultation, now) === 'closed' && !phase.closed;
    return [...(opens ? [{ type: 'PhaseOpened', data } as const] : []), ...(closes ? [{ type: 'PhaseClosed', data } as const] : [])];
  });
}

/** The next date at which something is to be recorded; undefined if there is none. */
export function nextDate({ phases, closedEarly }: Phases): number | undefined {
  if (closedEarly) return undefined;
  const next = phases.find(({ closed }) => !closed);
  return (next?.opened ? next.closesAt : next?.opensAt) ?? undefined;
}

export function phaseAfter(phase: PhaseState, { type, data }: PhaseEvent): PhaseState {
  if (phase.phaseId !== data.phaseId) return phase;
  return type === 'PhaseOpened' ? { ...phase, opened: true } : { ...phase, closed: true };
}

/** The same phases with the given dates; phases that are given none stay as they are. */
export function withDates(phases: readonly PhaseState[], dated: readonly DatedPhase[]): PhaseState[] {
  const dates = new Map(dated.map(({ phaseId, ...given }) => [phaseId, given]));
  return phases.map((phase) => {
    const given = dates.get(phase.phaseId);
    return given ? { ...phase, opensAt: Date.parse(given.opensAt), closesAt: Date.parse(given.closesAt) } : phase;
  });
}

export interface DatedPhase {
  readonly phaseId: string;
  readonly opensAt: string;
  readonly closesAt: string;
}

/** @throws Rejection VALIDATION_FAILED or DATES_IN_WRONG_ORDER, naming the field */
export function datedPhases(phases: readonly PhaseState[], dates: readonly PhaseDates[], now: Date): DatedPhase[] {
  return datesInOrder(phases.length, dates, now).map(({ opensAt, closesAt }, index) => ({
    phaseId: phases[index]!.phaseId,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  }));
}

function isBegun(phase: PhaseState, consultation: Phases, now: Date): boolean {
  return phase.opened || ['open', 'closed'].includes(phaseStatusAt(phase, consultation, now));
}
