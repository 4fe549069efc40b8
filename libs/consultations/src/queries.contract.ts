import { IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import { Nested, OrNull, PageRequest, allFieldsOf, assuranceLevels, pageQuery, query, type AssuranceLevel } from '@isegoria/kernel';
import { languages, type Language } from '@isegoria/texts';
import { OfConsultation } from './consultation/of-consultation.contract';
import { voteChoices, type VoteChoice } from './methods/deliberation/deliberation.contract';
import { MethodResults, MethodView } from './methods/methods-fields.contract';
import { consultationKinds, exportContents, type ConsultationKind, type ExportContents } from './methods/methods.contract';
import { CountByAssurance, type ByAssurance } from './results/by-assurance.contract';

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

export class OutcomeView {
  @IsString() readonly youSaid: string;
  @IsString() readonly weDid: string;
  @IsISO8601() readonly publishedAt: string;
}

export class ConsultationView extends allFieldsOf(ConsultationSummary, MethodView) {
  /** Markdown. */
  @IsString() readonly description: string;
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

export class ShowConsultation extends OfConsultation {}
export const showConsultation = query(ShowConsultation, ConsultationView, {
  route: 'GET /consultations/:consultationId',
  may: 'anyone',
  summary: 'One consultation',
});

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
export class ConsultationResults extends MethodResults {
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
  @Nested(() => QuestionCounts) readonly questions: QuestionCounts;
  @IsInt() readonly comments: number;
}

export class ShowResults extends OfConsultation {}
export const showResults = query(ShowResults, ConsultationResults, {
  route: 'GET /consultations/:consultationId/results',
  may: 'anyone',
  summary: 'The figures of a consultation, with the log position they include',
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
   * Whether that is `unverified` because what the account was verified by, such as its e-mail address, belonged to an account before that
   * was erased after this consultation was published.
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
    'The file of an export (CSV) for the account that made it, within 24 hours; `Isegoria-Position` is the log position that it ' +
    'includes. ' +
    'What the export is for `Accept: application/json`',
  type: 'text/csv',
});
