import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { overStatuses, showConsultation } from '@isegoria/consultations';
import {
  blankForm,
  carry,
  describeFields,
  idInPath,
  namesOf,
  textOf,
  withQuery,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showMyFeedback } from '../../my-feedback/my-feedback.contract';
import { supportComment } from '../../support/support.contract';
import { backAtSupported, supportingIn } from '../../support/button/supporting.portal';
import { showComment, submitComment, type CommentView } from '../comment.contract';
import { listReplies } from './thread.contract';
import { ThreadPage } from './thread.page';

describeFields({ inReplyTo: { steers: true }, supports: { steers: true } });

@Controller('comments')
export class ThreadController {
  @Get(':id')
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const comment = await visit.api.ask(showComment, { commentId: idInPath(id) });
    if (comment.inReplyTo !== null) return visit.seeOther(withQuery(`/comments/${comment.threadId}#comment-${comment.id}`, {}));
    await showThread(visit, comment, blankForm());
  }

  @Post(':id/replies')
  async reply(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const comment = await visit.api.ask(showComment, { commentId: idInPath(id) });
    const { consultationId } = comment;
    await carry(visit, body, submitComment, {
      command: (form) => ({ consultationId, text: textOf(form, 'text'), inReplyTo: visit.cursor('to') ?? comment.id }),
      accepted: (accepted) => visit.thank(accepted, `/comments/${comment.id}`, 'comment'),
      refused: (form, status) => showThread(visit, comment, form, status),
    });
  }

  @Post(':id/support')
  async support(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const commentId = idInPath(id);
    await carry(visit, body, supportComment, {
      command: (form) => ({ commentId, supports: textOf(form, 'supports') === 'true' }),
      accepted: ({ position }) => visit.seeOther(backAtSupported(body, commentId, `/comments/${commentId}`), position),
      refused: async (form, status) => {
        const { threadId } = await visit.api.ask(showComment, { commentId });
        await showThread(visit, await visit.api.ask(showComment, { commentId: threadId }), form, status);
      },
    });
  }
}

/** @param comment that began the thread */
async function showThread(visit: Visit, comment: CommentView, form: FormState, status = 200): Promise<void> {
  const [commentId, consultationId, cursor, asked] = [comment.id, comment.consultationId, visit.cursor(), visit.cursor('to')];
  const [{ unit, status: stage }, replies, mine, to] = await Promise.all([
    visit.api.ask(showConsultation, { consultationId }),
    visit.api.ask(listReplies, { commentId, cursor }),
    visit.account && visit.api.ask(showMyFeedback, { consultationId }),
    asked === undefined ? comment : visit.api.ask(showComment, { commentId: idInPath(asked) }),
  ]);
  const shown = [comment, to, ...replies.items];
  const back = withQuery(`/comments/${commentId}`, { cursor });
  const [nameOf, supporting] = await Promise.all([
    namesOf(
      visit,
      shown.map(({ author }) => author),
    ),
    supportingIn(
      visit,
      shown.map(({ id }) => id),
      back,
    ),
  ]);
  visit.show(
    <ThreadPage
      comment={comment}
      replies={{ ...replies, cursor }}
      to={to}
      shownTo={{ nameOf, reader: mine?.author, supporting, mayModerate: visit.may('moderate', unit) }}
      form={form}
      isSignedIn={visit.account !== undefined}
      isOver={overStatuses.includes(stage)}
      allowance={mine && { most: mine.most, added: mine.comments, words: 'comments.allowance', usedUp: 'comments.usedUp' }}
      receipt={visit.thanks?.for === 'comment' ? visit.thanks.receipt : undefined}
    />,
    { title: visit.texts.t('thread.title'), status, address: `/comments/${commentId}`, islands: ['receipt-tools', 'share'] },
  );
}
