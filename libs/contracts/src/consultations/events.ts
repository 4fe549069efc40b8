import type { AssuranceLevel } from '../assurance';
import type { DomainEvent } from '../event';
import type { Language, RecordedText } from '../text';

export const consultationKinds = ['deliberation', 'poll'] as const;
export type ConsultationKind = (typeof consultationKinds)[number];

export const voteChoices = ['agree', 'disagree', 'pass'] as const;
export type VoteChoice = (typeof voteChoices)[number];

/** When added statements may be voted on: `before` = only once a moderator accepted them, `after` = at once, until one rejects them. */
export const moderationModes = ['before', 'after'] as const;
export type ModerationMode = (typeof moderationModes)[number];

export interface PollOption {
  readonly id: string;
  readonly text: string;
}

/** Stream: `consultation-<id>`, its own life only. `by` is the account of an official. `externalId` names an imported conversation. */
export type ConsultationDrafted = DomainEvent<
  'ConsultationDrafted',
  {
    consultationId: string;
    kind: ConsultationKind;
    title: string;
    description: string;
    language: Language;
    by: string;
    externalId: string | null;
    /** Deliberations only, else null. */
    moderation: ModerationMode | null;
    /** Polls only, else null. */
    poll: { multiple: boolean; options: readonly PollOption[] } | null;
  }
>;
export type ConsultationPublished = DomainEvent<
  'ConsultationPublished',
  { consultationId: string; opensAt: string; closesAt: string; by: string }
>;
/** Recorded when the opening date has come. */
export type ConsultationOpened = DomainEvent<'ConsultationOpened', { consultationId: string }>;
/** Recorded when the closing date has come (`by` null) or an official closed it early. */
export type ConsultationClosed = DomainEvent<'ConsultationClosed', { consultationId: string; by: string | null; reason: string | null }>;
/** Closes the loop: "you said, we did". Publishing again revises it; the earlier one stays in the log. */
export type OutcomePublished = DomainEvent<'OutcomePublished', { consultationId: string; youSaid: string; weDid: string; by: string }>;
export type ConsultationEvent = ConsultationDrafted | ConsultationPublished | ConsultationOpened | ConsultationClosed | OutcomePublished;

/** Stream: `statement-<id>`. `author` is the pseudonym of the person who added it, null for one that the office put first. */
export type StatementSubmitted = DomainEvent<
  'StatementSubmitted',
  { statementId: string; consultationId: string; author: string | null; assurance: AssuranceLevel | null; text: RecordedText; externalId: string | null }
>;
export type StatementAccepted = DomainEvent<'StatementAccepted', { statementId: string; consultationId: string; by: string }>;
export type StatementRejected = DomainEvent<'StatementRejected', { statementId: string; consultationId: string; by: string; reason: string }>;
export type StatementEvent = StatementSubmitted | StatementAccepted | StatementRejected;

/** Stream: `ballot-<consultation>-<pseudonym>`: everything one person cast in one consultation; for each statement the last vote counts. */
export type StatementVoteCast = DomainEvent<
  'StatementVoteCast',
  { consultationId: string; statementId: string; voter: string; choice: VoteChoice; assurance: AssuranceLevel }
>;
/** The same stream, for a poll: the last ballot counts. `options` are option ids, in the poll's order, without repeats. */
export type PollBallotCast = DomainEvent<
  'PollBallotCast',
  { consultationId: string; voter: string; options: readonly string[]; assurance: AssuranceLevel }
>;
/** The same stream: a moderator leaves all that the person cast out of every count, for a reason that everybody may read. */
export type BallotExcluded = DomainEvent<'BallotExcluded', { consultationId: string; voter: string; by: string; reason: string }>;
/** The same stream: what was left out counts again. */
export type BallotReinstated = DomainEvent<'BallotReinstated', { consultationId: string; voter: string; by: string; reason: string }>;
/** What a person cast. */
export type CastEvent = StatementVoteCast | PollBallotCast;
export type BallotEvent = CastEvent | BallotExcluded | BallotReinstated;

/** What can be taken out of a consultation as one file. */
export const exportContents = ['statements', 'comments', 'questions', 'votes'] as const;
export type ExportContents = (typeof exportContents)[number];

/** Stream: `export-<id>`. Somebody of the staff takes a copy of what people contributed; recorded before the file is given. */
export type ContributionsExported = DomainEvent<
  'ContributionsExported',
  { exportId: string; consultationId: string; contents: ExportContents; purpose: string; by: string }
>;

export type ConsultationsEvent = ConsultationEvent | StatementEvent | BallotEvent | ContributionsExported;
