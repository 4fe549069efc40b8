import { IsBoolean, IsIn, IsInt, IsISO8601, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { ModeratorsDecision, moderationRules, type ModerationRule } from '@isegoria/content';
import {
  IsOneLine,
  IsPlainText,
  ListOpenings,
  Nested,
  OpeningView,
  OrAbsent,
  OrNull,
  IsUnit,
  PageRequest,
  command,
  event,
  limits,
  pageQuery,
  type AssuranceLevel,
  type DomainEvent,
  type RecordedText,
} from '@isegoria/kernel';
import { sampleIds, statements } from '../../../streams.contract';
import { AnnotationPlace, CarriedPlace, paragraphName } from '../../document/annotation/place.contract';
import type { StatementDecisionUndone } from '../moderation/undone-decision.contract';
import { newVersionsOfStatement, type StatementEdited, type StatementWithdrawn } from '../own-statement/own-statement.contract';

export class SubmitStatement {
  @IsUUID()
  activityId: string;

  @IsPlainText()
  @MaxLength(limits.statementLength)
  text: string;

  /** Documents: the paragraph that it is about. */
  @OrAbsent()
  @Matches(paragraphName)
  paragraph?: string;

  /** Documents: the version of the text that was read; the newest when absent. */
  @OrAbsent()
  @IsInt()
  @Min(1)
  version?: number;

  /** Documents: the words of the paragraph that it is about; the paragraph as a whole when absent or empty. */
  @OrAbsent()
  @IsString()
  @MaxLength(limits.paragraphLength)
  words?: string;

  /** Documents: where the words begin, in characters from 0: of several places the nearest. There must be one where they stand twice. */
  @OrAbsent()
  @IsInt()
  @Min(0)
  @Max(limits.paragraphLength)
  near?: number;

  /** Documents: whether the text is what should stand there instead; false when absent. */
  @OrAbsent()
  @IsBoolean()
  replaces?: boolean;

  /**
   * Documents: whether it proposes to leave the words out, so that nothing stands in their place; the text says why. False when absent: no
   * text that is left empty is taken for it.
   */
  @OrAbsent()
  @IsBoolean()
  leavesOut?: boolean;

  /**
   * Documents: why these words should stand there. It is kept with them as one text, behind an empty line, and both together are at most as
   * long as a statement. Where words are to be left out, the text says why.
   */
  @OrAbsent()
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason?: string;

  /** Imports only: the statement's id at its source. */
  @OrAbsent()
  @IsOneLine()
  @MaxLength(limits.externalIdLength)
  externalId?: string;
}

export class AcceptStatement {
  @IsUUID()
  statementId: string;

  /** How often it had been changed when its words were read. Refused if it was changed since; when absent, nobody looks. */
  @OrAbsent()
  @IsInt()
  @Min(0)
  edits?: number;
}

export class RejectStatement extends ModeratorsDecision {
  @IsUUID()
  statementId: string;
}

export const submitStatement = command(SubmitStatement, {
  route: 'POST /activities/:activityId/statements',
  may: 'contribute',
  summary: 'Add a statement to a deliberation, or an annotation to a document',
});
export const acceptStatement = command(AcceptStatement, {
  route: 'POST /statements/:statementId/acceptance',
  may: 'moderate',
  summary: 'Accept a statement',
  versionedBy: newVersionsOfStatement,
});
export const rejectStatement = command(RejectStatement, {
  route: 'POST /statements/:statementId/rejection',
  may: 'moderate',
  summary: 'Reject a statement, with the reason',
  versionedBy: newVersionsOfStatement,
});

/** One that was rejected stays so if its author withdraws it. */
export const statementStatuses = ['pending', 'accepted', 'rejected', 'withdrawn'] as const;
export type StatementStatus = (typeof statementStatuses)[number];

export class StatementView {
  @IsUUID() readonly id: string;
  @IsUUID() readonly consultationId: string;
  @IsUUID() readonly activityId: string;
  @OrNull() @IsString() readonly externalId: string | null;
  @IsIn(statementStatuses) readonly status: StatementStatus;
  /** Null when rejected (shown to moderators only) or withdrawn, or when the author's key no longer exists. */
  @OrNull() @IsString() readonly text: string | null;
  @OrNull() @IsString() readonly author: string | null;
  @OrNull() @IsString() readonly rejectionReason: string | null;
  /** The rule that the reason names. */
  @OrNull() @IsIn(moderationRules) readonly rejectionRule: ModerationRule | null;
  @IsISO8601() readonly submittedAt: string;
  /** When its author last changed the words. */
  @OrNull() @IsISO8601() readonly editedAt: string | null;
  /** How often its author has changed it: who accepts it says which words were read. */
  @IsInt() readonly edits: number;
  /** What an annotation of a document is about; null for a statement of a deliberation. */
  @OrNull() @Nested(() => AnnotationPlace) readonly at: AnnotationPlace | null;
  /** Where that stands in the newest version of the document; null for a statement of a deliberation. */
  @OrNull() @Nested(() => CarriedPlace) readonly carried: CarriedPlace | null;
  /** The version of the document that first changed something because of it. */
  @OrNull() @IsInt() readonly followedIn: number | null;
}

const isId = '[\\da-fA-F]{8}(?:-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12}';
/** As many as a page has. */
export const statementIds = new RegExp(`^${isId}(?:,${isId}){0,${limits.pageSize - 1}}$`);

export class ListStatements extends PageRequest {
  @IsUUID() activityId: string;
  @OrAbsent() @IsIn(statementStatuses) status?: StatementStatus;
  /** Documents: those on this paragraph. */
  @OrAbsent() @Matches(paragraphName) paragraph?: string;
  /** Those that the office has not answered. */
  @OrAbsent() @IsIn(['no']) answered?: 'no';
  /** Documents: those whose words, or whose paragraph, stand no longer in the newest version. */
  @OrAbsent() @IsIn(['lost']) place?: 'lost';
  /** Ids, separated by commas: these statements alone. */
  @OrAbsent() @Matches(statementIds) only?: string;
}
export const listStatements = pageQuery(ListStatements, StatementView, {
  route: 'GET /activities/:activityId/statements',
  may: 'anyone',
  summary: 'Statements in order of submission; texts that are not accepted are shown to moderators',
});

export class PendingStatementView extends StatementView {
  @IsString() readonly consultationTitle: string;
}
export class ListPendingStatements extends PageRequest {
  /** Only in this unit and below it. */
  @OrAbsent() @IsUnit() unit?: string;
}
export const listPendingStatements = pageQuery(ListPendingStatements, PendingStatementView, {
  route: 'GET /statements/pending',
  may: 'moderate',
  summary: 'Statements that wait for a moderator, oldest first',
});

export const listStatementOpenings = pageQuery(ListOpenings, OpeningView, {
  route: 'GET /openings/statements',
  may: 'audit',
  summary: 'What opens the words of the statements that may be voted on, for auditors of the whole site',
});

const { consultationId, activityId, statementId, by } = sampleIds;

/**
 * `author` is the pseudonym of the person who added it, null for one that the office put first. `at` is the place in a document that an
 * annotation is about, and absent in a deliberation. Version 1 of that proposes other words or none; words are never left out.
 */
export type StatementSubmitted = DomainEvent<
  'StatementSubmitted',
  {
    statementId: string;
    consultationId: string;
    activityId: string;
    author: string | null;
    assurance: AssuranceLevel | null;
    text: RecordedText;
    externalId: string | null;
    at?: AnnotationPlace;
  }
>;
const submittedSample = {
  ...{ statementId, consultationId, activityId, author: null, assurance: null },
  ...{ text: { plain: 'There should be a pool.' }, externalId: null },
};
export const statementSubmitted = event<StatementSubmitted>('StatementSubmitted', {
  stream: statements,
  says:
    'A statement to vote on; `text` is sealed. The office puts one in plain words, with `author` and `assurance` null. In a document it ' +
    'is an annotation: `at` is the place that it is about, with the words that stand there; where it proposes to leave them out, the ' +
    'text says why.',
  sample: submittedSample,
  earlier: [{ sample: submittedSample, upcast: ({ at, ...data }) => (at ? { ...data, at: { leavesOut: false, ...at } } : data) }],
});

export type StatementAccepted = DomainEvent<
  'StatementAccepted',
  { statementId: string; consultationId: string; activityId: string; by: string }
>;
export const statementAccepted = event<StatementAccepted>('StatementAccepted', {
  stream: statements,
  says: 'It may be voted on. What the office puts first, the official who puts it accepts at once.',
  may: 'moderate',
  act: { subject: 'statementId' },
  sample: { statementId, consultationId, activityId, by },
});

export type StatementRejected = DomainEvent<
  'StatementRejected',
  { statementId: string; consultationId: string; activityId: string; by: string; reason: string; rule?: ModerationRule }
>;
export const statementRejected = event<StatementRejected>('StatementRejected', {
  stream: statements,
  says: 'It is not shown, and may not be voted on; the reason is shown. `rule`, where one fits, names the rule that it breaks.',
  may: 'moderate',
  act: { subject: 'statementId' },
  sample: { statementId, consultationId, activityId, by, reason: 'Names a private person.' },
});
export type StatementEvent =
  StatementSubmitted | StatementAccepted | StatementRejected | StatementDecisionUndone | StatementEdited | StatementWithdrawn;
