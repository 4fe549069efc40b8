/** A way of taking part, as the contract says it. Its commands, events and fields are in its folder; `methods.contract.ts` names them. */
export interface MethodContract {
  /** Its name in events, rows and the API. */
  readonly method: string;
  /** What can be exported from this kind of activity as one file. */
  readonly exports: readonly string[];
  /** Those of them that are files of people, for those who run consultations alone; absent where there are none. */
  readonly exportsOfFiles?: readonly string[];
  /** The event that records what a person cast. */
  readonly castEvent: string;
  /** The events that record what else people contribute. Like votes, they come too late behind the closing. */
  readonly alsoContributed: readonly string[];
  /** Its own results, as they are for an activity by another method. */
  readonly noResults: Readonly<Record<string, unknown>>;
  /** What a ballot says openly where what it says is hidden until the closing; absent where that cannot be. */
  readonly hides?: Readonly<Record<string, unknown>>;
  /** Its own part of a person's ballot, for a person who cast nothing. */
  readonly noBallot: Readonly<Record<string, unknown>>;
  /** Whether lots decide ties in an activity with these settings; absent where they never do. */
  drawsLots?(settings: object): boolean;
}

/** The types of the events that record what people contribute by these methods. */
export function contributionsTo(methods: readonly MethodContract[]): ReadonlySet<string> {
  return new Set(methods.flatMap(({ castEvent, alsoContributed }) => [castEvent, ...alsoContributed]));
}
