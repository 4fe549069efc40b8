/** A way of taking part, as the contract says it. Its commands, events and fields are in its folder, and `methods.ts` names them. */
export interface ConsultationMethod {
  /** Its name in events, rows and the API. */
  readonly kind: string;
  /** What can be taken out of such a consultation as one file. */
  readonly exports: readonly string[];
  /** The event that records what a person cast. */
  readonly castEvent: string;
  /** Its own settings and results as a consultation by another method has them. */
  readonly noSettings: Readonly<Record<string, unknown>>;
  readonly noResults: Readonly<Record<string, unknown>>;
}
