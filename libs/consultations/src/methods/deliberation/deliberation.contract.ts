import type { ConsultationMethod } from '../method.contract';

export const voteChoices = ['agree', 'disagree', 'pass'] as const;
export type VoteChoice = (typeof voteChoices)[number];

/** When added statements may be voted on: `before` = only once a moderator accepted them, `after` = at once, until one rejects them. */
export const moderationModes = ['before', 'after'] as const;
export type ModerationMode = (typeof moderationModes)[number];

export interface DeliberationSettings {
  /** Null in consultations by other methods. */
  readonly moderation: ModerationMode | null;
}

export const deliberation = {
  kind: 'deliberation',
  exports: ['statements', 'comments', 'questions', 'votes'],
  castEvent: 'StatementVoteCast',
  noSettings: { moderation: null },
  noResults: { statements: [] },
} as const satisfies ConsultationMethod;
