import type { RecountedResults } from '../recount/consultation-recount';
import type { ConsultationThen } from '../replay/chronicle';

/** What an auditor needs to know of a way of taking part. */
export interface AuditedMethod {
  readonly contract: { readonly kind: string };
  /** Whether the site publishes a map of opinions. */
  readonly hasMap: boolean;
  /** The settings or the state that are its own, in lines. */
  inWords(consultation: ConsultationThen, results: RecountedResults): string[];
}
