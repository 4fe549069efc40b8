/** Ballots that rank the same options in the same order. */
export interface Ranked {
  /** Numbers of options, the most preferred one first, each once; those that are missing come level behind them all. */
  readonly ranking: ArrayLike<number>;
  readonly ballots: number;
}

/** What is counted, and how ties are broken. */
export interface RankedBallots {
  /** How many options there are; their numbers are those below it. */
  readonly options: number;
  readonly ranked: readonly Ranked[];
  /** The numbers of all options in the order in which lots were drawn for them; in a tie, an earlier one prevails. */
  readonly lots: readonly number[];
}
