import type { ModerationRule } from '@isegoria/content';
import { Rejection, permitted, type Actor } from '@isegoria/kernel';
import type { Reasoned } from './decided.contract';

/** How moderators see a comment or a question. */
export interface Moderated {
  readonly hidden: boolean;
  /** Who decided last; null before anybody did. */
  readonly decidedBy: string | null;
}
export const notModerated: Moderated = { hidden: false, decidedBy: null };

export interface ByModerator {
  readonly actor: Actor;
  /** That of the consultation, or whom a question was put to. */
  readonly unit: string;
  readonly reason: string;
  readonly rule?: ModerationRule;
}

/**
 * Policy: what is hidden is hidden once and restored once.
 * @throws Rejection FORBIDDEN_ROLE or ALREADY_DONE
 */
export function decided({ actor, unit, reason, rule }: ByModerator, state: Moderated, hides: boolean): Reasoned {
  const by = permitted(actor, 'moderate', unit).accountId;
  if (state.hidden === hides) throw new Rejection('ALREADY_DONE');
  return { by, reason, ...(rule && { rule }) };
}

export function afterDecision(decidedBy: string, hidden: boolean): Moderated {
  return { hidden, decidedBy };
}
