import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { unless } from '@isegoria/api-client';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, safePath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { appealSuspension } from '../appeal/suspension-appeal.contract';
import { showOwnSuspension } from '../list/suspension-list.contract';
import { OwnSuspensionPage, titleOf } from './own-suspension.page';

const address = '/account/suspension';

/** Where somebody is led who signs in while suspended; the rest of the site stays open to read. */
@Controller('account/suspension')
export class OwnSuspensionController {
  @Get()
  async suspension(@Res() { visit }: Visited, @Query('return') back?: string): Promise<void> {
    await show(visit, blankForm(), safePath(back));
  }

  @Post()
  async appeal(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, appealSuspension, {
      command: (form) => ({ suspensionId: textOf(form, 'suspensionId'), text: textOf(form, 'text') }),
      accepted: ({ position }) => visit.seeOther(address, position),
      refused: (form, status) => show(visit, form, '/', status),
    });
  }
}

async function show(visit: Visit, form: FormState, back: string, status = 200): Promise<void> {
  if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
  const suspension = await visit.api.ask(showOwnSuspension, {}).catch(unless('NOT_FOUND'));
  const page = <OwnSuspensionPage suspension={suspension} hasRoles={visit.account.roles.length > 0} form={form} back={back} />;
  visit.show(page, { title: visit.texts.t(titleOf(suspension)), status, address });
}
