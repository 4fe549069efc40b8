import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, describeFields, idInPath, textIfAny, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showComment } from '../comment/comment.contract';
import { showQuestion } from '../question/question.contract';
import { reportContribution, reportedKinds, type ReportReason, type ReportedKind } from './report.contract';
import { ReportPage, ReportReceived, reportPath, type ReportedWords } from './report.page';

describeFields({ reason: { wrong: 'field.reportReason.wrong', steers: true }, itemId: { steers: true } }, reportContribution);

@Controller('report')
export class ReportPages {
  @Get(':item/:id')
  async form(@Res() { visit }: Visited, @Param('item') item: string, @Param('id') id: string): Promise<void> {
    await show(visit, kindIn(item), id, blankForm());
  }

  @Post(':item/:id')
  async send(@Res() { visit }: Visited, @Param('item') kind: string, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const [item, itemId] = [kindIn(kind), idInPath(id)];
    await carry(visit, body, reportContribution, {
      command: (form) => ({
        ...{ item, itemId, reason: textIfAny(form, 'reason') as ReportReason },
        text: textOf(form, 'text').trim() || undefined,
      }),
      accepted: () => visit.seeOther(`${reportPath(item, itemId)}/received`),
      refused: (form, status) => show(visit, item, id, form, status),
    });
  }

  @Get(':item/:id/received')
  received(@Res() { visit }: Visited, @Param('item') kind: string, @Param('id') id: string): void {
    const [item, itemId] = [kindIn(kind), idInPath(id)];
    const back = { comment: `/comments/${itemId}`, question: `/questions/${itemId}`, statement: '/consultations' }[item];
    visit.show(<ReportReceived back={back} isSignedIn={visit.account !== undefined} />, {
      title: visit.texts.t('report.received'),
      address: reportPath(item, itemId),
    });
  }
}

function kindIn(item: string): ReportedKind {
  const kind = reportedKinds.find((known) => known === item);
  if (!kind) throw new Rejection('NOT_FOUND');
  return kind;
}

async function show(visit: Visit, item: ReportedKind, id: string, form: FormState, status = 200): Promise<void> {
  const itemId = idInPath(id);
  visit.show(<ReportPage item={item} itemId={itemId} words={await wordsIn(visit, item, itemId)} form={form} />, {
    title: visit.texts.t('report.title'),
    status,
    address: reportPath(item, itemId),
  });
}

/** What is reported; undefined for statements, which are asked for by their deliberation. */
async function wordsIn(visit: Visit, item: ReportedKind, itemId: string): Promise<ReportedWords | undefined> {
  if (item === 'comment') return visit.api.ask(showComment, { commentId: itemId });
  if (item === 'question') return visit.api.ask(showQuestion, { questionId: itemId });
  return undefined;
}
