import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { blankForm, carry, idInPath, textOf, withQuery, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { ModerationPage } from './moderation.page';
import { acceptStatement, listPendingStatements, rejectStatement } from '../statement/statement.contract';

@Controller('office/moderation')
export class ModerationController {
  @Get()
  async pending(@Res() { visit }: Visited): Promise<void> {
    await showPending(visit);
  }

  @Post(':id/acceptance')
  async accept(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const statementId = idInPath(id);
    await carry(visit, body, acceptStatement, {
      command: (form) => ({ statementId, edits: editsIn(form) }),
      accepted: ({ position }) => visit.seeOther(withQuery('/office/moderation', { cursor: visit.cursor() }), position),
      refused: (form, status) => showPending(visit, { statementId, form }, status),
    });
  }

  @Post(':id/rejection')
  async reject(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const statementId = idInPath(id);
    await carry(visit, body, rejectStatement, {
      command: (form) => ({ statementId, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(withQuery('/office/moderation', { cursor: visit.cursor() }), position),
      refused: (form, status) => showPending(visit, { statementId, form }, status),
    });
  }
}

async function showPending(visit: Visit, sent?: { statementId: string; form: FormState }, status = 200): Promise<void> {
  visit.mustBePermitted('moderate');
  const cursor = visit.cursor();
  const { items, next } = await visit.api.ask(listPendingStatements, { cursor });
  const page = <ModerationPage statements={items} cursor={cursor} next={next} blank={blankForm()} sent={sent} />;
  visit.show(page, { title: visit.texts.t('moderation.title'), status, address: '/office/moderation' });
}

/** How often the statement had been changed when its words were shown. */
function editsIn(form: FormState): number | undefined {
  const text = textOf(form, 'edits');
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
