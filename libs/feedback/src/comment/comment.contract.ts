import { IsISO8601, IsIn, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import { moderationRules, type ModerationRule } from '@isegoria/content';
import {
  IsPlainText,
  ListOpenings,
  OpeningView,
  OrAbsent,
  OrNull,
  PageRequest,
  assuranceLevels,
  command,
  event,
  limits,
  pageQuery,
  query,
  type AssuranceLevel,
  type DomainEvent,
  type RecordedText,
} from '@isegoria/kernel';
import { comments, sampleIds, sampleText } from '../streams.contract';
import { Supported } from '../support/supported.contract';
import type { CommentHidden, CommentRestored } from './hiding/hiding.contract';
import type { CommentEdited, CommentWithdrawn } from './own-comment/own-comment.contract';

export class SubmitComment {
  @IsUUID()
  consultationId: string;

  @IsPlainText()
  @MaxLength(limits.commentLength)
  text: string;

  /** The comment to which this one replies. */
  @OrAbsent()
  @IsUUID()
  inReplyTo?: string;
}

export const submitComment = command(SubmitComment, {
  route: 'POST /consultations/:consultationId/comments',
  may: 'contribute',
  summary: 'Comment on a consultation, or reply to a comment on it',
});

export class CommentView extends Supported {
  @IsUUID() readonly id: string;
  @IsUUID() readonly consultationId: string;
  /** The pseudonym; names are not shown. */
  @IsString() readonly author: string;
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  /** Null when hidden or withdrawn, or when the person's key no longer exists. */
  @OrNull() @IsString() readonly text: string | null;
  @OrNull() @IsString() readonly hiddenReason: string | null;
  /** The rule that the reason names. */
  @OrNull() @IsIn(moderationRules) readonly hiddenRule: ModerationRule | null;
  @IsISO8601() readonly submittedAt: string;
  /** When its author last changed the words. */
  @OrNull() @IsISO8601() readonly editedAt: string | null;
  /** When its author took it back. */
  @OrNull() @IsISO8601() readonly withdrawnAt: string | null;
  /** The comment to which this one replies; null for one that begins a thread. */
  @OrNull() @IsUUID() readonly inReplyTo: string | null;
  /** The comment that began the thread: its own id where it did. */
  @IsUUID() readonly threadId: string;
  /** Of its words and of what moderators decided about them; a change of the words may be based on it (`If-Match`). */
  @IsInt() readonly version: number;
}

export class ListComments extends PageRequest {
  @IsUUID() consultationId: string;
}
export const listComments = pageQuery(ListComments, CommentView, {
  route: 'GET /consultations/:consultationId/comments',
  may: 'anyone',
  summary: 'Comments, newest first',
});

export class ShowComment {
  @IsUUID() commentId: string;
}
export const showComment = query(ShowComment, CommentView, { route: 'GET /comments/:commentId', may: 'anyone', summary: 'One comment' });
export const listCommentOpenings = pageQuery(ListOpenings, OpeningView, {
  route: 'GET /openings/comments',
  may: 'audit',
  summary: 'What opens the words of the comments that are shown, for auditors of the whole site',
});

const { commentId, consultationId, author } = sampleIds;

/**
 * `author` is the person's pseudonym in that consultation. `reply` is absent for a comment that begins a thread: `to` is the comment to
 * which it replies, `thread` the one that began the thread.
 */
export type CommentSubmitted = DomainEvent<
  'CommentSubmitted',
  {
    commentId: string;
    consultationId: string;
    author: string;
    assurance: AssuranceLevel;
    text: RecordedText;
    reply?: { readonly to: string; readonly thread: string };
  }
>;
export const commentSubmitted = event<CommentSubmitted>('CommentSubmitted', {
  stream: comments,
  says: 'A citizen comments on a consultation, or replies to a comment (`reply`); `text` is sealed.',
  sample: { commentId, consultationId, author, assurance: 'email', text: sampleText },
});

export type CommentEvent = CommentSubmitted | CommentHidden | CommentRestored | CommentEdited | CommentWithdrawn;
