import { IsIn, MaxLength } from 'class-validator';
import { IsPlainText, OrAbsent, limits } from '@isegoria/kernel';

/** The rules for what people write, by name. Each has a paragraph on the page of rules, and a sentence in every language. */
export const moderationRules = ['law', 'respect', 'privacy', 'honesty', 'advertising', 'topic', 'repetition'] as const;
export type ModerationRule = (typeof moderationRules)[number];

/** A decision of a moderator about what somebody wrote. */
export class ModeratorsDecision {
  /** Public, and on record for good. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;

  /** The rule that it rests on: whoever reads it, reads that sentence in their own language. */
  @OrAbsent()
  @IsIn(moderationRules)
  rule?: ModerationRule;
}
