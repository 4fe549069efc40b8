import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, Nested, OrNull, limits } from '@isegoria/kernel';
import type { ByAssurance } from '../../results/by-assurance.contract';
import { moderationModes, type ModerationMode } from './deliberation.contract';

export class DeliberationDraft {
  /** Deliberations: when added statements may be voted on; `before` when absent. */
  @IsOptional()
  @IsIn(moderationModes)
  moderation?: ModerationMode;

  /** Deliberations: the statements that the office puts first, accepted from the start. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(limits.seedStatementsMax)
  @IsPlainText({ each: true })
  @MaxLength(limits.statementLength, { each: true })
  statements?: string[];
}

export class DeliberationView {
  @OrNull() @IsIn(moderationModes) readonly moderation: ModerationMode | null;
}

export const statementStatuses = ['pending', 'accepted', 'rejected'] as const;
export type StatementStatus = (typeof statementStatuses)[number];

export class VoteTally {
  @IsInt() readonly agrees: number;
  @IsInt() readonly disagrees: number;
  @IsInt() readonly passes: number;
}

export class TallyByAssurance implements ByAssurance<VoteTally> {
  @Nested(() => VoteTally) readonly verified: VoteTally;
  @Nested(() => VoteTally) readonly unverified: VoteTally;
}

export class StatementResult extends VoteTally {
  @IsUUID() readonly id: string;
  @OrNull() @IsString() readonly externalId: string | null;
  @IsIn(statementStatuses) readonly status: StatementStatus;
  @OrNull() @IsString() readonly text: string | null;
  @Nested(() => TallyByAssurance) readonly byAssurance: ByAssurance<VoteTally>;
}

export class DeliberationResults {
  /** Deliberations; rejected statements included, so that nothing is silently dropped. In order of submission. */
  @Nested(() => StatementResult, { each: true }) readonly statements: readonly StatementResult[];
}
