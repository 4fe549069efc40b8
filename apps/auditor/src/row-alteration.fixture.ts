import type { siteWithRows } from './site-with-rows.fixture';

type History = Awaited<ReturnType<typeof siteWithRows>>['history'];

/** What an insider does to a row of the read models, what that makes of the audit, and the type of the event that says otherwise. */
export interface RowAlteration {
  readonly does: string;
  readonly statement: (history: History) => readonly [statement: string, ...parameters: unknown[]];
  readonly exitCode: number;
  /** Null where no event has it. */
  readonly saidBy: string | null;
}
