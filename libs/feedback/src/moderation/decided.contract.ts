import type { ModerationRule } from '@isegoria/content';

/** Why something is hidden, or shown again. `rule` names the rule that it rests on, where one fits. */
export interface Reasoned {
  readonly by: string;
  readonly reason: string;
  readonly rule?: ModerationRule;
}
