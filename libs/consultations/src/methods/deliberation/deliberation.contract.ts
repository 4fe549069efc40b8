import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import { EntriesDiffer, IsPlainText, Nested, OrAbsent, OrNull, limits, sameWords } from '@isegoria/kernel';
import { fieldsByAssurance, type ByAssurance } from '../../results/assurance/by-assurance.contract';
import { AnnotationPlace } from '../document/annotation/place.contract';
import type { MethodContract } from '../method/method.contract';
import { OwnVote } from './vote/statement-vote.contract';
import { statementStatuses, type StatementStatus } from './statement/statement.contract';

/** When added statements may be voted on: `before` = only once a moderator accepted them, `after` = at once, until one rejects them. */
export const moderationModes = ['before', 'after'] as const;
export type ModerationMode = (typeof moderationModes)[number];

export const deliberation = {
  method: 'deliberation',
  exports: ['statements', 'votes'],
  castEvent: 'StatementVoteCast',
  alsoContributed: ['StatementSubmitted', 'StatementEdited'],
  noResults: { statements: [], statementCounts: { accepted: 0, pending: 0, rejected: 0, withdrawn: 0 } },
  noBallot: { votes: [], statementsAdded: 0 },
} as const satisfies MethodContract;

export interface DeliberationSettings {
  readonly moderation: ModerationMode;
}

export class DeliberationDraft {
  /** Deliberations: when added statements may be voted on; `before` when absent. */
  @OrAbsent()
  @IsIn(moderationModes)
  moderation?: ModerationMode;

  /** Deliberations: the statements that the office puts first, accepted from the start. */
  @OrAbsent()
  @IsArray()
  @EntriesDiffer(sameWords)
  @ArrayMaxSize(limits.seedStatementsMax)
  @IsPlainText({ each: true })
  @MaxLength(limits.statementLength, { each: true })
  statements?: string[];
}

export class DeliberationSettingsView {
  /** Deliberations. */
  @OrAbsent() @IsIn(moderationModes) readonly moderation?: ModerationMode;
}

export class VoteTally {
  @IsInt() readonly agrees: number;
  @IsInt() readonly disagrees: number;
  @IsInt() readonly passes: number;
}

export class TallyByAssurance extends fieldsByAssurance<VoteTally>(Nested(() => VoteTally)) {}

/** The tally counts people at the level that the consultation counts from, and above. */
export class StatementResult extends VoteTally {
  @IsUUID() readonly id: string;
  @OrNull() @IsString() readonly externalId: string | null;
  @IsIn(statementStatuses) readonly status: StatementStatus;
  @OrNull() @IsString() readonly text: string | null;
  /** The place in a document that it is about; null in a deliberation. */
  @OrNull() @Nested(() => AnnotationPlace) readonly at: AnnotationPlace | null;
  @Nested(() => TallyByAssurance) readonly byAssurance: ByAssurance<VoteTally>;
}

/** How many statements there are of each status. */
export class StatementCounts {
  @IsInt() readonly accepted: number;
  @IsInt() readonly pending: number;
  @IsInt() readonly rejected: number;
  @IsInt() readonly withdrawn: number;
}

export class DeliberationResults {
  /**
   * Deliberations: the statements with the most votes that are counted, of two with as many the earlier one, rejected ones included so
   * that nothing is silently dropped. In order of submission.
   */
  @Nested(() => StatementResult, { each: true }) readonly statements: readonly StatementResult[];
  /** Deliberations: of all statements. */
  @Nested(() => StatementCounts) readonly statementCounts: StatementCounts;
}

/** What a person voted in a deliberation; for each statement the last vote counts. */
export class DeliberationBallot {
  /** Deliberations. */
  @Nested(() => OwnVote, { each: true }) readonly votes: readonly OwnVote[];
  /** Deliberations: how many statements the person has added to the consultation. */
  @IsInt() readonly statementsAdded: number;
}
