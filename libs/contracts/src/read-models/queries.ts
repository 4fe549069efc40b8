/** How the rows of a group of read models stand. */
export interface ReadModelView {
  readonly group: string;
  readonly version: number;
  /** The log position that the rows include, and when they came so far. */
  readonly position: number;
  readonly computedAt: string;
  /** The event that cannot be applied, with its position and SQLSTATE or the name of the error; null while the group goes on. */
  readonly stopped: { readonly eventId: string; readonly position: number; readonly code: string } | null;
  /** Events that were left out on record. While there are any, the figures of the group are incomplete. */
  readonly skippedEvents: readonly string[];
}
