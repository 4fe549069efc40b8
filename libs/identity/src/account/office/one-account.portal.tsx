import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { rootUnit } from '@isegoria/kernel';
import { blankForm, carry, idInPath, reasonIn, textOf, unitsOf, wholeNumberIn, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { liftSuspension, suspendAccount } from '../../suspension/suspension.contract';
import { unless } from '@isegoria/api-client';
import { showSuspension, type SuspensionRecord } from '../../suspension/list/suspension-list.contract';
import { showAccount, type AccountView } from '../account.contract';
import { OneAccountPage } from './one-account.page';

@Controller('office/accounts/:id')
export class OneAccountController {
  @Get()
  async account(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await show(visit, idInPath(id));
  }

  @Post('suspension')
  async suspend(@Res() { visit }: Visited, @Param('id') asked: string, @Body() body: unknown): Promise<void> {
    const accountId = idInPath(asked);
    await carry(visit, body, suspendAccount, {
      command: (form) => ({ accountId, days: wholeNumberIn(form, 'days') as number, ...reasonIn(form) }),
      accepted: ({ position }) => visit.seeOther(`/office/accounts/${accountId}`, position),
      refused: (suspend, status) => show(visit, accountId, { suspend }, status),
    });
  }

  @Post('suspension-end')
  async lift(@Res() { visit }: Visited, @Param('id') asked: string, @Body() body: unknown): Promise<void> {
    const accountId = idInPath(asked);
    await carry(visit, body, liftSuspension, {
      command: (form) => ({ suspensionId: textOf(form, 'suspensionId'), reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`/office/accounts/${accountId}`, position),
      refused: (lift, status) => show(visit, accountId, { lift }, status),
    });
  }
}

async function show(visit: Visit, accountId: string, refused: { suspend?: FormState; lift?: FormState } = {}, status = 200): Promise<void> {
  visit.mustBePermitted('administer');
  const [account, tree] = await Promise.all([visit.api.ask(showAccount, { accountId }), unitsOf(visit)]);
  const forms = { suspend: refused.suspend ?? blankForm(), lift: refused.lift ?? blankForm() };
  const maySuspend = visit.may('administer', rootUnit);
  const standing = maySuspend ? await suspensionInForce(visit, account) : undefined;
  const isOwn = accountId === visit.account?.id;
  const page = <OneAccountPage {...{ account, isOwn, tree, maySuspend, standing, forms }} />;
  visit.show(page, { title: visit.texts.t('account.oneTitle'), status, address: `/office/accounts/${accountId}` });
}

async function suspensionInForce(visit: Visit, { suspension }: AccountView): Promise<SuspensionRecord | undefined> {
  if (!suspension) return undefined;
  return visit.api.ask(showSuspension, { suspensionId: suspension.id }).catch(unless('NOT_FOUND'));
}
