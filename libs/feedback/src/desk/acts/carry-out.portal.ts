import { ApiProblem } from '@isegoria/api-client';
import type { Visit } from '@isegoria/portal-kit';
import type { Step } from './desk-acts';

/** What became of a decision: where it stands in the log, or why it was not taken. */
export type Outcome = { readonly position: number } | { readonly problem: ApiProblem };

/**
 * Carries a decision out, step by step, until one is refused.
 * @param key makes it harmless to send the same form twice
 * @throws what is nobody's mistake
 */
export async function carryOut(visit: Visit, steps: readonly Step[], key: string): Promise<Outcome> {
  let position = 0;
  for (const [index, { contract, command, version, isDoneAnyway }] of steps.entries()) {
    try {
      const accepted = (await visit.api.do(contract, command, { idempotencyKey: `${key}-${index}`, version })) as { position: number };
      position = accepted.position;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status >= 500) throw error;
      if (!(isDoneAnyway && error.is('ALREADY_DONE', 'STATEMENT_ALREADY_MODERATED'))) return { problem: error };
    }
  }
  return { position };
}
