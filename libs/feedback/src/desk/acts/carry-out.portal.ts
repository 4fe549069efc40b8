import { ApiProblem } from '@isegoria/api-client';
import { ModeratorsDecision } from '@isegoria/content';
import { validated } from '@isegoria/kernel';
import { mustBeWhole, reasonIn, sendFor, type Visit } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { hideComment } from '../../comment/hiding/hiding.contract';
import type { Step } from './desk-acts';

/**
 * Whether the reason, if there is one, may stand as it is. One that no event takes, such as for a statement that is accepted, is judged
 * as well, since it was typed.
 * @returns the form with what is wrong, or with none
 */
export async function judgeReason(visit: Visit, form: FormState): ReturnType<Visit['attempt']> {
  const decision = reasonIn(form);
  const judge = async () => {
    mustBeWhole(form);
    return decision.reason !== '' ? validated(ModeratorsDecision, decision) : undefined;
  };
  return visit.attempt(form, judge, hideComment);
}

/**
 * Carries a decision out, step by step, until one is refused.
 * @param key makes it harmless to send the same form twice
 * @returns where it stands in the log
 * @throws what refused it
 */
export async function carryOut(visit: Visit, steps: readonly Step[], key: string): Promise<number> {
  let position = 0;
  for (const [index, { contract, command, version, isDoneAnyway }] of steps.entries()) {
    try {
      const accepted = await sendFor(visit, contract, command, { idempotencyKey: `${key}-${index}`, version });
      ({ position } = accepted as { position: number });
    } catch (error) {
      const isDone = isDoneAnyway && error instanceof ApiProblem && error.is('ALREADY_DONE', 'STATEMENT_ALREADY_MODERATED');
      if (!isDone) throw error;
    }
  }
  return position;
}
