import type { Phases } from '../phase/phase.decider';

/** What the rules need to know of a consultation. */
export interface ConsultationState extends Phases {
  /** The unit whose consultation it is. */
  readonly unit: string;
  readonly externalId: string | null;
  readonly outcome: { readonly youSaid: string; readonly weDid: string } | null;
}
