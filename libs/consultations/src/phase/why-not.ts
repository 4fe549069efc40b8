import type { RejectionCode } from '@isegoria/kernel';
import type { PhaseStatus } from './phase.contract';

/**
 * Why something cannot be done as the phases of a consultation stand; undefined where it can. Deciders refuse by these rules and pages
 * offer by them, so that no page offers what is refused at once.
 */
export type WhyNot = RejectionCode | undefined;

/** A consultation as both know it. */
export interface Standing {
  /** Of its phases, in their order. */
  readonly statuses: readonly PhaseStatus[];
  readonly isCancelled: boolean;
}

/** People contribute while a phase is open. */
export function whyNotOpen(status: PhaseStatus | undefined): WhyNot {
  if (status === 'closed') return 'CONSULTATION_CLOSED';
  return status === 'open' ? undefined : 'CONSULTATION_NOT_OPEN';
}

/** A phase that is over stays as it was. */
export function whyNotToComeOrOpen(status: PhaseStatus | undefined): WhyNot {
  return status === 'scheduled' ? undefined : whyNotOpen(status);
}

/** What people may still do in a phase is not judged as a whole. */
export const whyNotOver = (status: PhaseStatus | undefined): WhyNot => (status === 'closed' ? undefined : 'CONSULTATION_NOT_CLOSED');

/** What is a draft is drafted anew, and what was called off never comes. */
export const whyNotPublished = ({ statuses, isCancelled }: Standing): WhyNot =>
  isCancelled || statuses.includes('draft') ? 'CONSULTATION_NOT_OPEN' : undefined;

/**
 * Where a unit has it so, what opens is what a second official checked, in every language. From then on people see what stood before, and
 * what is changed is changed in the open.
 */
export const whyStaysAsChecked = ({ statuses }: Pick<Standing, 'statuses'>, needsReview = false): WhyNot =>
  needsReview && statuses.every((status) => status === 'scheduled') ? 'STAYS_AS_CHECKED' : undefined;
