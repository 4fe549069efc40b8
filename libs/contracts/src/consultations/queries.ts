import type { AssuranceLevel } from '../assurance';
import type { Role } from '../roles';
import type { Language } from '../text';
import type { ConsultationKind, ExportContents, ModerationMode, PollOption, VoteChoice } from './events';

/** `scheduled` = published, opening date to come; `decided` = closed and its outcome published. */
export const consultationPhases = ['draft', 'scheduled', 'open', 'closed', 'decided'] as const;
export type ConsultationPhase = (typeof consultationPhases)[number];

/** One line of the list of consultations. Drafts are seen by officials only. */
export interface ConsultationSummary {
  readonly id: string;
  readonly externalId: string | null;
  readonly kind: ConsultationKind;
  readonly phase: ConsultationPhase;
  readonly title: string;
  readonly language: Language;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly participants: number;
}

export interface ConsultationView extends ConsultationSummary {
  /** Markdown. */
  readonly description: string;
  readonly moderation: ModerationMode | null;
  readonly poll: { readonly multiple: boolean; readonly options: readonly PollOption[] } | null;
  readonly closedEarlyReason: string | null;
  readonly outcome: { readonly youSaid: string; readonly weDid: string; readonly publishedAt: string } | null;
}

export const statementStatuses = ['pending', 'accepted', 'rejected'] as const;
export type StatementStatus = (typeof statementStatuses)[number];

export interface StatementView {
  readonly id: string;
  readonly consultationId: string;
  readonly externalId: string | null;
  readonly status: StatementStatus;
  /** Null when rejected (shown to moderators only), or when the author's key no longer exists. */
  readonly text: string | null;
  readonly author: string | null;
  readonly rejectionReason: string | null;
  readonly submittedAt: string;
}

export interface VoteTally {
  readonly agrees: number;
  readonly disagrees: number;
  readonly passes: number;
}

/** Verified and unverified people, never mixed without being told apart. */
export interface ByAssurance<T> {
  readonly verified: T;
  readonly unverified: T;
}

export interface StatementResult extends VoteTally {
  readonly id: string;
  readonly externalId: string | null;
  readonly status: StatementStatus;
  readonly text: string | null;
  readonly byAssurance: ByAssurance<VoteTally>;
}

export interface OptionResult {
  readonly id: string;
  readonly text: string;
  readonly votes: number;
  readonly byAssurance: ByAssurance<number>;
}

/** People who cast their first vote on that day (UTC) and all up to then. */
export interface ParticipationDay {
  readonly day: string;
  readonly newParticipants: number;
  readonly participants: number;
  readonly byAssurance: ByAssurance<number>;
}

/** The transparency dashboard of one consultation. The last vote of a person counts. */
export interface ConsultationResults {
  readonly consultationId: string;
  readonly kind: ConsultationKind;
  /** The log position that these figures include, and when they were computed. */
  readonly position: number;
  readonly computedAt: string;
  /** Events that could not be applied and were left out on record: while there are any, these figures are incomplete. */
  readonly skippedEvents: readonly string[];
  /** People with a counted ballot. */
  readonly participants: number;
  readonly participantsByAssurance: ByAssurance<number>;
  /** Ballots that moderators left out of all other figures, each for a reason on record; one that was put back is none. */
  readonly excludedBallots: number;
  /** All vote events, changed ones and those of excluded ballots included. */
  readonly votesCast: number;
  readonly participation: readonly ParticipationDay[];
  /** Deliberations; rejected statements included, so that nothing is silently dropped. In order of submission. */
  readonly statements: readonly StatementResult[];
  /** Polls. */
  readonly options: readonly OptionResult[];
  readonly questions: { readonly open: number; readonly answered: number };
  readonly comments: number;
}

export interface OpinionGroup {
  /** A, B, C ... by size, largest first. */
  readonly id: string;
  readonly participants: number;
  /** Statements whose votes set this group apart, strongest first. */
  readonly representative: readonly {
    readonly statementId: string;
    readonly choice: 'agree' | 'disagree';
    readonly agrees: number;
    readonly disagrees: number;
    readonly votes: number;
    /** Representativeness: the group's smoothed share over everybody else's. */
    readonly score: number;
  }[];
}

/** The opinion map: same log, same map, to the last digit. */
export interface OpinionMap {
  readonly consultationId: string;
  readonly position: number;
  readonly computedAt: string;
  /** As in the results. */
  readonly skippedEvents: readonly string[];
  /** Null when there are too few votes for a map; the reason is in `participants` and `statements`. */
  readonly map: {
    readonly participants: readonly { readonly pseudonym: string; readonly x: number; readonly y: number; readonly group: string }[];
    readonly groups: readonly OpinionGroup[];
    /** Group-aware consensus: the product over the groups of (agrees+1)/(votes+2), highest first. */
    readonly consensus: readonly { readonly statementId: string; readonly score: number }[];
    readonly silhouette: number;
  } | null;
  readonly participants: number;
  readonly statements: number;
}

/** What the signed-in person has cast in one consultation; last vote counts. */
export interface MyBallot {
  readonly consultationId: string;
  readonly votes: readonly { readonly statementId: string; readonly choice: VoteChoice }[];
  readonly options: readonly string[];
  /** Why a moderator left this ballot out of the counts; null while it counts. */
  readonly excludedReason: string | null;
  /** What the person's contributions to this consultation count as from now on. */
  readonly assurance: AssuranceLevel;
  /**
   * Whether that is `unverified` because what the account was verified by, such as its e-mail address, belonged to an account before that was
   * erased after this consultation was published.
   */
  readonly reissued: boolean;
}

/** A person's ballot in one consultation, as moderators see it. */
export interface BallotView {
  /** The person's pseudonym in this consultation. */
  readonly voter: string;
  /** The day (UTC) of the first vote. */
  readonly firstDay: string;
  readonly verified: boolean;
  /** Statements voted on, or options chosen. */
  readonly votes: number;
  /** Null while it counts. */
  readonly excludedReason: string | null;
}

/** Who may take contributions out as a file. */
export const exportRoles: readonly Role[] = ['official', 'analyst', 'administrator'];

/** For how long after it was recorded the file of an export can be fetched, in milliseconds: the record says when data were taken. */
export const exportLife = 24 * 3_600_000;

/** An export as the account that made it sees it. */
export interface ExportView {
  readonly id: string;
  readonly consultationId: string;
  readonly contents: ExportContents;
  readonly purpose: string;
  readonly exportedAt: string;
  /** When the file can be fetched no longer. */
  readonly expiresAt: string;
}
