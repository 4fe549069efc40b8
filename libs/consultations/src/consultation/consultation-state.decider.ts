import type { Phases } from '../phase/phase.decider';

/** What the rules need to know of a consultation. */
export interface ConsultationState extends Phases {
  /** The unit whose consultation it is. */
  readonly unit: string;
  readonly externalId: string | null;
  /** How often the draft was revised; never when absent. */
  readonly edition?: number;
  /** Whether the draft was given up. */
  readonly discarded?: true;
  readonly outcome: { readonly youSaid: string; readonly weDid: string } | null;
}
