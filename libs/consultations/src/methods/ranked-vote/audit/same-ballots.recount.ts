/** People who rank the same options in the same order. */
export interface SameBallots {
  readonly ranking: readonly string[];
  readonly people: number;
}
