import { IsUUID } from 'class-validator';
import { ModeratorsDecision } from '@isegoria/content';
import { command, event, type DomainEvent } from '@isegoria/kernel';
import type { Reasoned } from '../../moderation/decided.contract';
import { comments, sampleIds } from '../../streams.contract';

/** What makes a new version of a comment: a decision is about words, and about what was decided of them before. */
export const newVersionsOfComment = ['CommentSubmitted', 'CommentEdited', 'CommentHidden', 'CommentRestored'];

export class HideComment extends ModeratorsDecision {
  @IsUUID()
  commentId: string;
}
export const hideComment = command(HideComment, {
  route: 'POST /comments/:commentId/hiding',
  may: 'moderate',
  summary: 'Hide a comment, with the reason',
  versionedBy: newVersionsOfComment,
});

export class RestoreComment extends ModeratorsDecision {
  @IsUUID()
  commentId: string;
}
export const restoreComment = command(RestoreComment, {
  route: 'POST /comments/:commentId/restoration',
  may: 'moderate',
  summary: 'Show a hidden comment again, with the reason',
  versionedBy: newVersionsOfComment,
});

type AboutComment = Reasoned & { commentId: string; consultationId: string };
const { commentId, consultationId, by } = sampleIds;

export type CommentHidden = DomainEvent<'CommentHidden', AboutComment>;
export const commentHidden = event<CommentHidden>('CommentHidden', {
  stream: comments,
  says: 'The text is no longer shown; count and reason are. `rule`, where one fits, names the rule that it breaks.',
  may: 'moderate',
  act: { subject: 'commentId' },
  sample: { commentId, consultationId, by, reason: 'Names a private person.' },
});

export type CommentRestored = DomainEvent<'CommentRestored', AboutComment>;
export const commentRestored = event<CommentRestored>('CommentRestored', {
  stream: comments,
  says: 'The text is shown again.',
  may: 'moderate',
  act: { subject: 'commentId' },
  sample: { commentId, consultationId, by, reason: 'It names nobody.' },
});
