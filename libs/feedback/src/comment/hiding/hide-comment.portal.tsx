import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { blankForm, carry, idInPath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showComment } from '../comment.contract';
import { hideComment } from './hiding.contract';
import { HideCommentPage } from './hide-comment.page';

@Controller('office/moderation/comments')
export class HideCommentController {
  @Get(':id')
  async comment(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showHide(visit, id, blankForm());
  }

  @Post(':id')
  async hide(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const commentId = idInPath(id);
    await carry(visit, body, hideComment, {
      command: (form) => ({ commentId, reason: textOf(form, 'reason') }),
      accepted: async ({ position }) => {
        const { consultationId } = await visit.api.ask(showComment, { commentId });
        visit.seeOther(`/consultations/${consultationId}/comments`, position);
      },
      refused: (form, status) => showHide(visit, id, form, status),
    });
  }
}

async function showHide(visit: Visit, id: string, form: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('moderate');
  const comment = await visit.api.ask(showComment, { commentId: idInPath(id) });
  visit.show(<HideCommentPage commentId={comment.id} consultationId={comment.consultationId} text={comment.text} form={form} />, {
    title: visit.texts.t('comments.hide'),
    status,
    address: `/office/moderation/comments/${comment.id}`,
  });
}
