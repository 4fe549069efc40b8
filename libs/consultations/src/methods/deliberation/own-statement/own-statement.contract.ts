import { IsBoolean, IsISO8601, IsIn, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import { moderationRules, type ModerationRule } from '@isegoria/content';
import {
  IsPlainText,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  command,
  event,
  limits,
  pageQuery,
  query,
  type DomainEvent,
  type RecordedText,
} from '@isegoria/kernel';
import { AnswerInShort } from '../../../official-answer/official-answer.contract';
import { sampleIds, statements } from '../../../streams.contract';
import { AnnotationPlace, CarriedPlace } from '../../document/annotation/place.contract';

export class EditStatement {
  @IsUUID()
  statementId: string;

  @IsPlainText()
  @MaxLength(limits.statementLength)
  text: string;
}

export class WithdrawStatement {
  @IsUUID()
  statementId: string;
}

/** What makes a new version of a statement: a decision is about words, and about what was decided of them before. */
export const newVersionsOfStatement = [
  'StatementSubmitted',
  'StatementEdited',
  'StatementAccepted',
  'StatementRejected',
  'StatementDecisionUndone',
];

export const editStatement = command(EditStatement, {
  route: 'PUT /statements/:statementId/text',
  may: 'contribute',
  summary: 'Change the words of an own statement while it waits for a moderator, before anybody votes on it',
  versionedBy: newVersionsOfStatement,
});

export const withdrawStatement = command(WithdrawStatement, {
  route: 'POST /statements/:statementId/withdrawal',
  may: 'participate',
  summary: 'Withdraw an own statement: its words go, its place and the votes on it stay',
});

const ownStatuses = ['pending', 'accepted', 'rejected', 'withdrawn'] as const;

/** A statement, as its author sees it. */
export class OwnStatementView {
  @IsUUID() readonly id: string;
  @IsUUID() readonly consultationId: string;
  @IsString() readonly consultationTitle: string;
  @IsUUID() readonly activityId: string;
  @IsIn(ownStatuses) readonly status: (typeof ownStatuses)[number];
  /** Null once withdrawn. */
  @OrNull() @IsString() readonly text: string | null;
  @OrNull() @IsString() readonly rejectionReason: string | null;
  @OrNull() @IsIn(moderationRules) readonly rejectionRule: ModerationRule | null;
  @IsISO8601() readonly submittedAt: string;
  @OrNull() @IsISO8601() readonly editedAt: string | null;
  /** Whether anybody has voted on it, and its words therefore stay as they are. */
  @IsBoolean() readonly votedOn: boolean;
  /** What an annotation of a document is about, and what became of that; null for a statement of a deliberation. */
  @OrNull() @Nested(() => AnnotationPlace) readonly at: AnnotationPlace | null;
  @OrNull() @Nested(() => CarriedPlace) readonly carried: CarriedPlace | null;
  @OrNull() @IsInt() readonly followedIn: number | null;
  /** What the office answered to it; null where it has not. */
  @OrNull() @Nested(() => AnswerInShort) readonly answer: AnswerInShort | null;
  /** What it answered to the paragraph to which an annotation was written, as a whole; null where it has not. */
  @OrNull() @Nested(() => AnswerInShort) readonly answerToParagraph: AnswerInShort | null;
  /** Of its words and of what was decided about them; a change of the words may be based on it (`If-Match`). */
  @IsInt() readonly version: number;
}

export class ListOwnStatements extends PageRequest {
  /** Those added to this consultation; to all of them when absent. */
  @OrAbsent() @IsUUID() consultationId?: string;
}
export const listOwnStatements = pageQuery(ListOwnStatements, OwnStatementView, {
  route: 'GET /my-statements',
  may: 'participate',
  summary: 'The statements of the signed-in person, newest first',
});

export class ShowOwnStatement {
  @IsUUID() statementId: string;
}
export const showOwnStatement = query(ShowOwnStatement, OwnStatementView, {
  route: 'GET /my-statements/:statementId',
  may: 'participate',
  summary: 'One statement of the signed-in person',
});

const { consultationId, activityId, statementId, voter: author } = sampleIds;
const about = { statementId, consultationId, activityId, author };

interface OfAuthor {
  readonly statementId: string;
  readonly consultationId: string;
  readonly activityId: string;
  readonly author: string;
}

/** `author` is the one who added it. */
export type StatementEdited = DomainEvent<'StatementEdited', OfAuthor & { readonly text: RecordedText }>;
export const statementEdited = event<StatementEdited>('StatementEdited', {
  stream: statements,
  says:
    'Its author says it in other words while it waits for a moderator; `text` is sealed. Behind the first vote on it, or behind the ' +
    'closing, it has no effect.',
  sample: { ...about, text: { sealed: `2.${author}.AAECAwQFBgcICQoLDA0ODw.${'5e'.repeat(32)}` } },
});

export type StatementWithdrawn = DomainEvent<'StatementWithdrawn', OfAuthor>;
export const statementWithdrawn = event<StatementWithdrawn>('StatementWithdrawn', {
  stream: statements,
  says: 'Its author takes it back: the words are shown no longer, and nobody votes on it any more; votes that were cast count.',
  sample: about,
});
