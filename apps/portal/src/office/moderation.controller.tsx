import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Rejection, type CommentView, type ConsultationSummary, type StatementView } from '@isegoria/contracts';
import type { FormState } from '@isegoria/ui';
import { blankForm, sentForm, textOf } from '../web/form';
import { idInPath } from '../web/id-in-path';
import type { Visit, Visited } from '../web/visit';
import { HideCommentPage, ModerationPage } from './moderation.page';
import { requireRole } from './require-role';

type Listed<T> = { items: T[] };

@Controller('office/moderation')
export class ModerationController {
  @Get()
  async pending(@Res() { visit }: Visited): Promise<void> {
    requireRole(visit, 'moderator');
    await showPending(visit);
  }

  @Post(':id/acceptance')
  async accept(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const sent = sentForm(body);
    requireRole(visit, 'moderator');
    const { accepted, form, status } = await visit.attempt(sent, () => visit.api.post(`/statements/${idInPath(id)}/acceptance`, {}, sent.key));
    if (form) return showPending(visit, { statementId: id, form }, status);
    visit.seeOther('/office/moderation', accepted.position);
  }

  @Post(':id/rejection')
  async reject(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const sent = sentForm(body);
    requireRole(visit, 'moderator');
    const { accepted, form, status } = await visit.attempt(sent, () => visit.api.post(`/statements/${idInPath(id)}/rejection`, { reason: textOf(sent, 'reason') }, sent.key));
    if (form) return showPending(visit, { statementId: id, form }, status);
    visit.seeOther('/office/moderation', accepted.position);
  }

  @Get('comments/:id')
  async comment(@Res() { visit }: Visited, @Param('id') id: string, @Query('consultation') consultationId?: string): Promise<void> {
    requireRole(visit, 'moderator');
    await showHide(visit, id, String(consultationId ?? ''), blankForm());
  }

  @Post('comments/:id')
  async hide(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const sent = sentForm(body);
    const consultationId = idInPath(textOf(sent, 'consultationId'));
    requireRole(visit, 'moderator');
    const { accepted, form, status } = await visit.attempt(sent, () => visit.api.post(`/comments/${idInPath(id)}/hiding`, { reason: textOf(sent, 'reason') }, sent.key));
    if (form) return showHide(visit, id, consultationId, form, status);
    visit.seeOther(`/consultations/${consultationId}#comments`, accepted.position);
  }
}

async function showPending(visit: Visit, sent?: { statementId: string; form: FormState }, status = 200): Promise<void> {
  const consultations = (await visit.api.get<Listed<ConsultationSummary>>('/consultations')).items.filter(({ kind, phase }) => kind === 'deliberation' && phase !== 'draft');
  const lists = await Promise.all(
    consultations.map(async ({ id, title }) => {
      const { items } = await visit.api.get<Listed<StatementView>>(`/consultations/${id}/statements`, { status: 'pending' });
      return items.map((statement) => ({ ...statement, consultationTitle: title }));
    }),
  );
  visit.show(<ModerationPage statements={lists.flat()} blank={blankForm()} sent={sent} />, { title: visit.texts.t('moderation.title'), status, address: '/office/moderation' });
}

async function showHide(visit: Visit, id: string, consultationId: string, form: FormState, status = 200): Promise<void> {
  const { items } = await visit.api.get<Listed<CommentView>>(`/consultations/${idInPath(consultationId)}/comments`);
  const comment = items.find((candidate) => candidate.id === id);
  if (!comment) throw new Rejection('NOT_FOUND');
  visit.show(<HideCommentPage commentId={comment.id} consultationId={consultationId} text={comment.text} form={form} />, {
    title: visit.texts.t('comments.hide'),
    status,
    address: `/office/moderation/comments/${comment.id}?consultation=${consultationId}`,
  });
}
