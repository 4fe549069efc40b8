/** A way of taking part, as the contract says it. Its commands, events and fields are in its folder; `methods.contract.ts` names them. */
export interface MethodContract {
  /** Its name in events, rows and the API. */
  readonly method: string;
  /** What can be taken out of such an activity as one file. */
  readonly exports: readonly string[];
  /** The event that records what a person cast. */
  readonly castEvent: string;
  /** Its own results, as an activity by another method has them. */
  readonly noResults: Readonly<Record<string, unknown>>;
  /** What is its own of what a person cast, where the person cast nothing. */
  readonly noBallot: Readonly<Record<string, unknown>>;
}
