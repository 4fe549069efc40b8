import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
} from 'class-validator';
import {
  Nested,
  OrNull,
  PageRequest,
  assuranceLevels,
  languages,
  pageQuery,
  query,
  type AssuranceLevel,
  type Language,
} from '@isegoria/kernel';
import {
  consultationKinds,
  exportContents,
  moderationModes,
  voteChoices,
  type ConsultationKind,
  type ExportContents,
  type ModerationMode,
  type VoteChoice,
} from './events';

/** `scheduled` = published, opening date to come; `decided` = closed and its outcome published. */
export const consultationPhases = ['draft', 'scheduled', 'open', 'closed', 'decided'] as const;
export type ConsultationPhase = (typeof consultationPhases)[number];

/** One line of the list of consultations. Drafts are seen by officials only. */
export class ConsultationSummary {
  @IsUUID() readonly id: string;
  @OrNull() @IsString() readonly externalId: string | null;
  @IsIn(consultationKinds) readonly kind: ConsultationKind;
  @IsIn(consultationPhases) readonly phase: ConsultationPhase;
  @IsString() readonly title: string;
  @IsIn(languages) readonly language: Language;
  @OrNull() @IsISO8601() readonly opensAt: string | null;
  @OrNull() @IsISO8601() readonly closesAt: string | null;
  @IsInt() readonly participants: number;
}

export class PollOptionView {
  @IsString() readonly id: string;
  @IsString() readonly text: string;
}
export class PollView {
  @IsBoolean() readonly multiple: boolean;
  @Nested(() => PollOptionView, { each: true }) readonly options: readonly PollOptionView[];
}
export class OutcomeView {
  @IsString() readonly youSaid: string;
  @IsString() readonly weDid: string;
  @IsISO8601() readonly publishedAt: string;
}

export class ConsultationView extends ConsultationSummary {
  /** Markdown. */
  @IsString() readonly description: string;
  @OrNull() @IsIn(moderationModes) readonly moderation: ModerationMode | null;
  @OrNull() @Nested(() => PollView) readonly poll: PollView | null;
  @OrNull() @IsString() readonly closedEarlyReason: string | null;
  @OrNull() @Nested(() => OutcomeView) readonly outcome: OutcomeView | null;
}

export class ListConsultations extends PageRequest {
  @IsOptional() @IsIn(consultationPhases) phase?: ConsultationPhase;
}
export const listConsultations = pageQuery(ListConsultations, ConsultationSummary, {
  route: 'GET /consultations',
  may: 'anyone',
  summary: 'Consultations, newest first',
});

/** A consultation, named by the path. */
export class OfConsultation {
  @IsUUID() consultationId: string;
}
export class ShowConsultation extends OfConsultation {}
export const showConsultation = query(ShowConsultation, ConsultationView, {
  route: 'GET /consultations/:consultationId',
  may: 'anyone',
  summary: 'One consultation',
});

export const statementStatuses = ['pending', 'accepted', 'rejected'] as const;
export type StatementStatus = (typeof statementStatuses)[number];

export class StatementView {
  @IsUUID() readonly id: string;
  @IsUUID() readonly consultationId: string;
  @OrNull() @IsString() readonly externalId: string | null;
  @IsIn(statementStatuses) readonly status: StatementStatus;
  /** Null when rejected (shown to moderators only), or when the author's key no longer exists. */
  @OrNull() @IsString() readonly text: string | null;
  @OrNull() @IsString() readonly author: string | null;
  @OrNull() @IsString() readonly rejectionReason: string | null;
  @IsISO8601() readonly submittedAt: string;
}

export class ListStatements extends PageRequest {
  @IsUUID() consultationId: string;
  @IsOptional() @IsIn(statementStatuses) status?: StatementStatus;
}
export const listStatements = pageQuery(ListStatements, StatementView, {
  route: 'GET /consultations/:consultationId/statements',
  may: 'anyone',
  summary: 'Statements in order of submission; texts that are not accepted are shown to moderators',
});

export class PendingStatementView extends StatementView {
  @IsString() readonly consultationTitle: string;
}
export class ListPendingStatements extends PageRequest {}
export const listPendingStatements = pageQuery(ListPendingStatements, PendingStatementView, {
  route: 'GET /statements/pending',
  may: 'moderate',
  summary: 'Statements of all consultations that wait for a moderator, oldest first',
});

export class VoteTally {
  @IsInt() readonly agrees: number;
  @IsInt() readonly disagrees: number;
  @IsInt() readonly passes: number;
}

/** Verified and unverified people, never mixed without being told apart. */
export interface ByAssurance<T> {
  readonly verified: T;
  readonly unverified: T;
}
export class TallyByAssurance implements ByAssurance<VoteTally> {
  @Nested(() => VoteTally) readonly verified: VoteTally;
  @Nested(() => VoteTally) readonly unverified: VoteTally;
}
export class CountByAssurance implements ByAssurance<number> {
  @IsInt() readonly verified: number;
  @IsInt() readonly unverified: number;
}

export class StatementResult extends VoteTally {
  @IsUUID() readonly id: string;
  @OrNull() @IsString() readonly externalId: string | null;
  @IsIn(statementStatuses) readonly status: StatementStatus;
  @OrNull() @IsString() readonly text: string | null;
  @Nested(() => TallyByAssurance) readonly byAssurance: ByAssurance<VoteTally>;
}

export class OptionResult {
  @IsString() readonly id: string;
  @IsString() readonly text: string;
  @IsInt() readonly votes: number;
  @Nested(() => CountByAssurance) readonly byAssurance: ByAssurance<number>;
}

/** People who cast their first vote on that day (UTC) and all up to then. */
export class ParticipationDay {
  @IsString() readonly day: string;
  @IsInt() readonly newParticipants: number;
  @IsInt() readonly participants: number;
  @Nested(() => CountByAssurance) readonly byAssurance: ByAssurance<number>;
}

export class QuestionCounts {
  @IsInt() readonly open: number;
  @IsInt() readonly answered: number;
}

/** The transparency dashboard of one consultation. The last vote of a person counts. */
export class ConsultationResults {
  @IsUUID() readonly consultationId: string;
  @IsIn(consultationKinds) readonly kind: ConsultationKind;
  /** The log position that these figures include, and when they were computed. */
  @IsInt() readonly position: number;
  @IsISO8601() readonly computedAt: string;
  /** Events that could not be applied and were left out on record: while there are any, these figures are incomplete. */
  @IsArray() @IsUUID(undefined, { each: true }) readonly skippedEvents: readonly string[];
  /** People with a counted ballot. */
  @IsInt() readonly participants: number;
  @Nested(() => CountByAssurance) readonly participantsByAssurance: ByAssurance<number>;
  /** Ballots that moderators left out of all other figures, each for a reason on record; one that was put back is none. */
  @IsInt() readonly excludedBallots: number;
  /** All vote events, changed ones and those of excluded ballots included. */
  @IsInt() readonly votesCast: number;
  @Nested(() => ParticipationDay, { each: true }) readonly participation: readonly ParticipationDay[];
  /** Deliberations; rejected statements included, so that nothing is silently dropped. In order of submission. */
  @Nested(() => StatementResult, { each: true }) readonly statements: readonly StatementResult[];
  /** Polls. */
  @Nested(() => OptionResult, { each: true }) readonly options: readonly OptionResult[];
  @Nested(() => QuestionCounts) readonly questions: QuestionCounts;
  @IsInt() readonly comments: number;
}

export class ShowResults extends OfConsultation {}
export const showResults = query(ShowResults, ConsultationResults, {
  route: 'GET /consultations/:consultationId/results',
  may: 'anyone',
  summary: 'The figures of a consultation, with the log position they include',
});

export class RepresentativeStatement {
  @IsUUID() readonly statementId: string;
  @IsIn(['agree', 'disagree']) readonly choice: 'agree' | 'disagree';
  @IsInt() readonly agrees: number;
  @IsInt() readonly disagrees: number;
  @IsInt() readonly votes: number;
  /** Representativeness: the group's smoothed share over everybody else's. */
  @IsNumber() readonly score: number;
}
export class OpinionGroup {
  /** A, B, C ... by size, largest first. */
  @IsString() readonly id: string;
  @IsInt() readonly participants: number;
  /** Statements whose votes set this group apart, strongest first. */
  @Nested(() => RepresentativeStatement, { each: true }) readonly representative: readonly RepresentativeStatement[];
}
export class MapParticipant {
  @IsString() readonly pseudonym: string;
  @IsNumber() readonly x: number;
  @IsNumber() readonly y: number;
  @IsString() readonly group: string;
}
export class ConsensusStatement {
  @IsUUID() readonly statementId: string;
  @IsNumber() readonly score: number;
}
export class MapView {
  @Nested(() => MapParticipant, { each: true }) readonly participants: readonly MapParticipant[];
  @Nested(() => OpinionGroup, { each: true }) readonly groups: readonly OpinionGroup[];
  /** Group-aware consensus: the product over the groups of (agrees+1)/(votes+2), highest first. */
  @Nested(() => ConsensusStatement, { each: true }) readonly consensus: readonly ConsensusStatement[];
  @IsNumber() readonly silhouette: number;
}

/** The opinion map: same log, same map, to the last digit. */
export class OpinionMap {
  @IsUUID() readonly consultationId: string;
  @IsInt() readonly position: number;
  @IsISO8601() readonly computedAt: string;
  /** As in the results. */
  @IsArray() @IsUUID(undefined, { each: true }) readonly skippedEvents: readonly string[];
  /** Null when there are too few votes for a map; the reason is in `participants` and `statements`. */
  @OrNull() @Nested(() => MapView) readonly map: MapView | null;
  @IsInt() readonly participants: number;
  @IsInt() readonly statements: number;
}

export class ShowOpinionMap extends OfConsultation {}
export const showOpinionMap = query(ShowOpinionMap, OpinionMap, {
  route: 'GET /consultations/:consultationId/opinion-map',
  may: 'anyone',
  summary: 'Groups of opinion and what they agree on',
});

/** A stream of server-sent events, `advanced` each time, and no JSON. */
export class LiveUpdate {
  @IsInt() readonly position: number;
}
export class WatchConsultation extends OfConsultation {}
export const watchConsultation = query(WatchConsultation, LiveUpdate, {
  route: 'GET /consultations/:consultationId/live',
  may: 'anyone',
  summary: 'Server-sent events: `advanced` whenever the results changed',
  type: 'text/event-stream',
});

export class OwnVote {
  @IsUUID() readonly statementId: string;
  @IsIn(voteChoices) readonly choice: VoteChoice;
}
/** What the signed-in person has cast in one consultation; last vote counts. */
export class MyBallot {
  @IsUUID() readonly consultationId: string;
  @Nested(() => OwnVote, { each: true }) readonly votes: readonly OwnVote[];
  @IsArray() @IsString({ each: true }) readonly options: readonly string[];
  /** Why a moderator left this ballot out of the counts; null while it counts. */
  @OrNull() @IsString() readonly excludedReason: string | null;
  /** What the person's contributions to this consultation count as from now on. */
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  /**
   * Whether that is `unverified` because what the account was verified by, such as its e-mail address, belonged to an account before that was
   * erased after this consultation was published.
   */
  @IsBoolean() readonly reissued: boolean;
}

export class ShowMyBallot extends OfConsultation {}
export const showMyBallot = query(ShowMyBallot, MyBallot, {
  route: 'GET /consultations/:consultationId/my-ballot',
  may: 'participate',
  summary: 'What the signed-in person has cast',
});

/** A person's ballot in one consultation, as moderators see it. */
export class BallotView {
  /** The person's pseudonym in this consultation. */
  @IsString() readonly voter: string;
  /** The day (UTC) of the first vote. */
  @IsString() readonly firstDay: string;
  @IsBoolean() readonly verified: boolean;
  /** Statements voted on, or options chosen. */
  @IsInt() readonly votes: number;
  /** Null while it counts. */
  @OrNull() @IsString() readonly excludedReason: string | null;
}

export class ListBallots extends PageRequest {
  @IsUUID() consultationId: string;
  /** All ballots unless the excluded ones are asked for. */
  @IsOptional() @IsIn(['excluded']) status?: 'excluded';
}
export const listBallots = pageQuery(ListBallots, BallotView, {
  route: 'GET /consultations/:consultationId/ballots',
  may: 'moderate',
  summary: 'Ballots by pseudonym, all or the excluded ones',
});

/** For how long after it was recorded the file of an export can be fetched, in milliseconds: the record says when data were taken. */
export const exportLife = 24 * 3_600_000;

/** An export as the account that made it sees it. */
export class ExportView {
  @IsUUID() readonly id: string;
  @IsUUID() readonly consultationId: string;
  @IsIn(exportContents) readonly contents: ExportContents;
  @IsString() readonly purpose: string;
  @IsISO8601() readonly exportedAt: string;
  /** When the file can be fetched no longer. */
  @IsISO8601() readonly expiresAt: string;
}

export class FetchExport {
  @IsUUID() exportId: string;
}
export const fetchExport = query(FetchExport, ExportView, {
  route: 'GET /exports/:exportId',
  may: 'export',
  summary:
    'The file of an export (CSV) for the account that made it, within 24 hours; `Isegoria-Position` is the log position that it includes. ' +
    'What the export is for `Accept: application/json`',
  type: 'text/csv',
});
