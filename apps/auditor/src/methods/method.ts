import type { OptionResult, StatementStatus } from '@isegoria/contracts';

/** What is told of a consultation. */
export interface Told {
  readonly statements: ReadonlyMap<string, { readonly status: StatementStatus }>;
  readonly options: readonly OptionResult[];
}

/** What an auditor needs to know of a way of taking part. */
export interface AuditedMethod {
  readonly contract: { readonly kind: string };
  /** Whether the site publishes a map of opinions. */
  readonly hasMap: boolean;
  /** The state that is its own, in lines. */
  inWords(told: Told): string[];
}
