import type { ConsultationDrafted } from '../consultation/consultation.contract';
import type { PhaseStatus, PhaseView } from './phase.contract';

/** A phase as it is stored in the row of its consultation; no dates while that is a draft. */
export interface PhaseInRow extends Omit<PhaseView, 'status'> {
  /** What acts keep with a phase, each under its name; rows of an earlier version have nothing there. */
  readonly kept?: Readonly<Record<string, unknown>>;
}

export function draftedPhases({ phases }: Pick<ConsultationDrafted['data'], 'phases'>): PhaseInRow[] {
  return phases.map(({ phaseId, title }) => ({ id: phaseId, title, opensAt: null, closesAt: null }));
}

/** Dates of a phase as an event says them. */
export interface SaidDates {
  readonly phaseId: string;
  readonly opensAt: string;
  readonly closesAt: string;
}

/** The same phases with the given dates; phases that are given none stay as they are. */
export function datedPhases(phases: readonly PhaseInRow[], dates: readonly SaidDates[]): PhaseInRow[] {
  const dateOf = new Map(dates.map(({ phaseId, opensAt, closesAt }) => [phaseId, { opensAt: utc(opensAt), closesAt: utc(closesAt) }]));
  return phases.map((phase) => ({ ...phase, ...dateOf.get(phase.id) }));
}

const utc = (time: string) => new Date(time).toISOString();

/** The phases at a moment: dates count by themselves, whether or not the log has recorded an opening or closing yet. */
export function phaseViews(phases: readonly PhaseInRow[], closed: boolean, now: Date): PhaseView[] {
  return phases.map(({ id, title, opensAt, closesAt }) => {
    return { id, title, status: closed ? 'closed' : statusAt({ opensAt, closesAt }, now), opensAt, closesAt };
  });
}

function statusAt({ opensAt, closesAt }: Pick<PhaseInRow, 'opensAt' | 'closesAt'>, now: Date): PhaseStatus {
  if (opensAt === null || closesAt === null) return 'draft';
  if (Date.parse(closesAt) <= now.getTime()) return 'closed';
  return Date.parse(opensAt) > now.getTime() ? 'scheduled' : 'open';
}

/** SQL: whether one of the phases in the row of a consultation is open at a moment. */
export function isInPhase(now: string): string {
  return `EXISTS (SELECT FROM jsonb_to_recordset(phases) AS phase ("opensAt" timestamptz, "closesAt" timestamptz)
      WHERE "opensAt" <= ${now} AND "closesAt" > ${now})`;
}

/** When an official closed the consultation with these phases before its date; null where nobody did. */
export function closedEarlyAtIn(phases: readonly PhaseInRow[]): string | null {
  return (phases.at(-1)?.kept?.['closedEarlyAt'] as string | undefined) ?? null;
}
