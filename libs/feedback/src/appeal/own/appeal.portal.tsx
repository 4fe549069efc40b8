import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, idInPath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { reportedKinds, type ReportedKind } from '../../report/report.contract';
import { appeal } from '../appeal.contract';
import { AppealPage } from './appeal.page';

@Controller('my/appeals')
export class AppealPages {
  @Get(':item/:id')
  form(@Res() { visit }: Visited, @Param('item') item: string, @Param('id') id: string): void {
    show(visit, kindIn(item), idInPath(id), blankForm());
  }

  @Post(':item/:id')
  async send(@Res() { visit }: Visited, @Param('item') kind: string, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const [item, itemId] = [kindIn(kind), idInPath(id)];
    await carry(visit, body, appeal, {
      command: (form) => ({ item, itemId, text: textOf(form, 'text') }),
      accepted: ({ position }) => visit.seeOther('/my', position),
      refused: (form, status) => show(visit, item, itemId, form, status),
    });
  }
}

function kindIn(item: string): ReportedKind {
  const kind = reportedKinds.find((known) => known === item);
  if (!kind) throw new Rejection('NOT_FOUND');
  return kind;
}

function show(visit: Visit, item: ReportedKind, itemId: string, form: FormState, status = 200): void {
  if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
  const title = visit.texts.t('appeal.title');
  visit.show(<AppealPage item={item} itemId={itemId} form={form} />, { title, status, address: `/my/appeals/${item}/${itemId}` });
}
