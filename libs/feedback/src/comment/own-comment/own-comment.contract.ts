import { IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, command, event, limits, type DomainEvent, type RecordedText } from '@isegoria/kernel';
import { comments, sampleIds, sampleText } from '../../streams.contract';
import { newVersionsOfComment } from '../hiding/hiding.contract';

export class EditComment {
  @IsUUID()
  commentId: string;

  @IsPlainText()
  @MaxLength(limits.commentLength)
  text: string;
}

export class WithdrawComment {
  @IsUUID()
  commentId: string;
}

export const editComment = command(EditComment, {
  route: 'PUT /comments/:commentId/text',
  may: 'contribute',
  summary: 'Change the words of an own comment, within the time that the settings say',
  versionedBy: newVersionsOfComment,
});

export const withdrawComment = command(WithdrawComment, {
  route: 'POST /comments/:commentId/withdrawal',
  may: 'participate',
  summary: 'Withdraw an own comment: its words go, its place stays',
});

const { commentId, consultationId, author } = sampleIds;

/** `author` is the one who said it. */
export type CommentEdited = DomainEvent<'CommentEdited', { commentId: string; consultationId: string; author: string; text: RecordedText }>;
export const commentEdited = event<CommentEdited>('CommentEdited', {
  stream: comments,
  says: 'Its author says it in other words, which are shown in place of the earlier ones; `text` is sealed.',
  sample: { commentId, consultationId, author, text: sampleText },
});

export type CommentWithdrawn = DomainEvent<'CommentWithdrawn', { commentId: string; consultationId: string; author: string }>;
export const commentWithdrawn = event<CommentWithdrawn>('CommentWithdrawn', {
  stream: comments,
  says: 'Its author takes it back: the words are no longer shown, its place is.',
  sample: { commentId, consultationId, author },
});
