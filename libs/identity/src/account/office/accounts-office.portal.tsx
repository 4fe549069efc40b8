import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, isUnit, roles } from '@isegoria/kernel';
import { blankForm, carry, idInPath, sentForm, textOf, unitsOf, withQuery, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { EraseAccountPage } from '../../erasure/request/erase-account.page';
import { eraseAccount } from '../../erasure/erasure.contract';
import { grantRole, revokeRole } from '../../role/role.contract';
import { resetSecondFactor } from '../../second-factor/second-factor.contract';
import { ResetSecondFactorPage } from '../../second-factor/second-factor.page';
import { listAccounts, showAccount } from '../account.contract';
import { AccountsPage } from './accounts-office.page';

@Controller('office/accounts')
export class AccountsOfficeController {
  @Get()
  async list(@Res() { visit }: Visited): Promise<void> {
    await show(visit, blankForm());
  }

  /** A page of its own between the list and an act that cannot be undone. */
  @Get(':id/erasure')
  async erasure(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showErasure(visit, idInPath(id), blankForm());
  }

  @Post(':id/erasure')
  async erase(@Res() { visit }: Visited, @Param('id') asked: string, @Body() body: unknown): Promise<void> {
    const accountId = idInPath(asked);
    await carry(visit, body, eraseAccount, {
      command: (form) => ({ accountId, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther('/office/accounts', position),
      refused: (form, status) => showErasure(visit, accountId, form, status),
    });
  }

  @Get(':id/second-factor')
  async secondFactor(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showReset(visit, idInPath(id), blankForm());
  }

  @Post(':id/second-factor')
  async resetSecondFactor(@Res() { visit }: Visited, @Param('id') asked: string, @Body() body: unknown): Promise<void> {
    const accountId = idInPath(asked);
    await carry(visit, body, resetSecondFactor, {
      command: () => ({ accountId }),
      accepted: ({ position }) => visit.seeOther('/office/accounts', position),
      refused: (form, status) => showReset(visit, accountId, form, status),
    });
  }

  @Post(':id/roles/:unit/:role')
  async change(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('unit') unit: string,
    @Param('role') asked: string,
    @Body() body: unknown,
  ): Promise<void> {
    const role = roles.find((known) => known === asked);
    if (!role || !isUnit(unit)) throw new Rejection('NOT_FOUND');
    const accountId = idInPath(id);
    await carry(visit, body, textOf(sentForm(body), 'change') === 'revoke' ? revokeRole : grantRole, {
      command: () => ({ accountId, unit, role }),
      accepted: ({ position }) => visit.seeOther(withQuery('/office/accounts', { unit, cursor: visit.cursor() }), position),
      refused: (form, status) => show(visit, form, status, unit),
    });
  }
}

async function showErasure(visit: Visit, id: string, form: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('administer');
  const account = await visit.api.ask(showAccount, { accountId: id });
  const { t } = visit.texts;
  const title = t('accounts.erase');
  visit.show(<EraseAccountPage id={id} account={account} form={form} />, {
    title,
    status,
    address: `/office/accounts/${id}/erasure`,
  });
}

async function showReset(visit: Visit, id: string, form: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('administer');
  const account = await visit.api.ask(showAccount, { accountId: id });
  const { t } = visit.texts;
  const title = t('resetFactor.title');
  visit.show(<ResetSecondFactorPage account={account} form={form} />, {
    title,
    status,
    address: `/office/accounts/${id}/second-factor`,
  });
}

async function show(visit: Visit, form: FormState, status = 200, asked: unknown = visit.request.query['unit']): Promise<void> {
  visit.mustBePermitted('administer');
  const cursor = visit.cursor();
  const [{ items, next }, tree] = await Promise.all([visit.api.ask(listAccounts, { cursor }), unitsOf(visit)]);
  const units = tree.choices(({ unit }) => visit.may('administer', unit));
  const unit = (units.find(({ value }) => value === asked) ?? units[0])?.value;
  if (unit === undefined) throw new Rejection('UNIT_NOT_FOUND');
  const page = (
    <AccountsPage accounts={items} own={visit.account?.id} form={form} cursor={cursor} next={next} tree={tree} units={units} unit={unit} />
  );
  visit.show(page, { title: visit.texts.t('accounts.title'), status, address: `/office/accounts?unit=${unit}` });
}
