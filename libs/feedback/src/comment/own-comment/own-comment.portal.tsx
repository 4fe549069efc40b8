import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, limits } from '@isegoria/kernel';
import {
  changeOwnWords,
  editableForAWhile,
  idInPath,
  showOwnWords,
  withdrawOwn,
  type OwnThing,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import { showMyFeedback } from '../../my-feedback/my-feedback.contract';
import { showComment, type CommentView } from '../comment.contract';
import { editComment, withdrawComment } from './own-comment.contract';

@Controller('my/comments')
export class OwnCommentPages {
  @Get(':id')
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showOwnWords(visit, load(visit, idInPath(id)));
  }

  @Post(':id/text')
  async change(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const commentId = idInPath(id);
    const command = (text: string) => ({ commentId, text });
    await changeOwnWords(visit, body, editComment, { command, path: pathOf(commentId), load: load(visit, commentId) });
  }

  @Post(':id/withdrawal')
  async withdraw(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const commentId = idInPath(id);
    await withdrawOwn(visit, body, withdrawComment, { command: { commentId }, path: pathOf(commentId), load: load(visit, commentId) });
  }
}

const pathOf = (commentId: string) => `/my/comments/${commentId}`;

function load(visit: Visit, commentId: string): () => Promise<OwnThing> {
  return async () => {
    const comment = await visit.api.ask(showComment, { commentId });
    const { author } = await visit.api.ask(showMyFeedback, { consultationId: comment.consultationId });
    if (comment.author !== author) throw new Rejection('NOT_YOURS');
    return {
      kind: 'comment',
      path: pathOf(commentId),
      place: `/consultations/${comment.consultationId}/comments`,
      text: comment.text,
      version: comment.version,
      max: limits.commentLength,
      withdrawn: comment.withdrawnAt !== null,
      editing: editingOf(visit, comment),
    };
  };
}

function editingOf(visit: Visit, { hiddenReason, submittedAt }: CommentView): OwnThing['editing'] {
  if (hiddenReason !== null) return { refused: 'own.hidden' };
  return editableForAWhile(visit, submittedAt);
}
