import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { unless } from '@isegoria/api-client';
import { Rejection } from '@isegoria/kernel';
import { blankForm, idInPath, type Visited } from '@isegoria/portal-kit';
import { endOtherSessions, endOwnSession, showOwnSessions } from './own-sessions.contract';
import { OwnSessionsPage } from './own-sessions.page';

@Controller('account/sessions')
export class OwnSessionsController {
  @Get()
  async show(@Res() { visit }: Visited, @Query('ended') ended?: string): Promise<void> {
    if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
    const { items, count } = await visit.api.do(showOwnSessions, {});
    visit.show(<OwnSessionsPage sessions={items} count={count} isDone={ended !== undefined} />, { title: visit.texts.t('sessions.title') });
  }

  @Post('others')
  async endOthers(@Res() { visit }: Visited): Promise<void> {
    await visit.api.do(endOtherSessions, {});
    visit.tellOfAcceptance(blankForm(), endOtherSessions);
    visit.seeOther('/account/sessions?ended');
  }

  /** One that is over already is what was asked for. */
  @Post(':id')
  async endOne(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await visit.api.do(endOwnSession, { sessionId: idInPath(id) }).catch(unless('NOT_FOUND'));
    visit.tellOfAcceptance(blankForm(), endOwnSession);
    visit.seeOther('/account/sessions?ended');
  }
}
