import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, isUnit, roles, type Role } from '@isegoria/kernel';
import {
  blankForm,
  carry,
  dayForField,
  formFor,
  idInPath,
  mustBeWhole,
  sentForm,
  textOf,
  unitsOf,
  withQuery,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { EraseAccountPage } from '../../erasure/request/erase-account.page';
import { eraseAccount } from '../../erasure/erasure.contract';
import { ChangeRolePage, untilIn } from '../../role/change-role.page';
import { grantRole, revokeRole } from '../../role/role.contract';
import { resetSecondFactor } from '../../second-factor/second-factor.contract';
import { ResetSecondFactorPage } from '../../second-factor/second-factor.page';
import { listAccounts, showAccount } from '../account.contract';
import { findAccount } from '../search/account-search.contract';
import { AccountsPage } from './accounts-office.page';

@Controller('office/accounts')
export class AccountsOfficeController {
  @Get()
  async list(@Res() { visit }: Visited): Promise<void> {
    await show(visit);
  }

  @Post('search')
  async find(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    visit.mustBePermitted('administer');
    const form = sentForm(body);
    const email = textOf(form, 'email').trim();
    const find = async () => {
      mustBeWhole(form);
      return visit.api.do(findAccount, { email }, { idempotencyKey: form.key });
    };
    const sent = await visit.attempt(form, find, findAccount);
    if (sent.form) await show(visit, sent.form, sent.status);
    else visit.seeOther(`/office/accounts/${sent.accepted.id}`);
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

  /** What the role allows, before anybody gets or loses it. */
  @Get(':id/roles/:unit/:role')
  async role(@Res() { visit }: Visited, @Param('id') id: string, @Param('unit') unit: string, @Param('role') role: string): Promise<void> {
    await showRole(visit, { accountId: idInPath(id), ...roleIn(unit, role) });
  }

  @Post(':id/roles/:unit/:role')
  async change(
    @Res() { visit }: Visited,
    @Param('id') id: string,
    @Param('unit') unit: string,
    @Param('role') asked: string,
    @Body() body: unknown,
  ): Promise<void> {
    const held = { accountId: idInPath(id), ...roleIn(unit, asked) };
    const takes = (form: FormState) => textOf(form, 'change') === 'revoke';
    await carry(visit, body, takes(sentForm(body)) ? revokeRole : grantRole, {
      command: (form) => ({ ...held, ...(!takes(form) && untilIn(visit, form)) }),
      accepted: ({ position }) => visit.seeOther(withQuery('/office/accounts', { unit, cursor: visit.cursor() }), position),
      refused: (form, status) => showRole(visit, held, form, status),
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

/** @throws Rejection NOT_FOUND */
function roleIn(unit: string, asked: string): { unit: string; role: Role } {
  const role = roles.find((known) => known === asked);
  if (!role || !isUnit(unit)) throw new Rejection('NOT_FOUND');
  return { unit, role };
}

interface AskedRole {
  readonly accountId: string;
  readonly unit: string;
  readonly role: Role;
}

async function showRole(visit: Visit, { accountId, unit, role }: AskedRole, refused?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('administer', unit);
  const [account, tree] = await Promise.all([visit.api.ask(showAccount, { accountId }), unitsOf(visit)]);
  const held = account.roles.find((one) => one.role === role && one.unit === unit);
  const { t } = visit.texts;
  const unitName = tree.nameOf(unit);
  const action = `/office/accounts/${accountId}/roles/${unit}/${role}`;
  const standing = { values: { until: dayForField(held?.until, visit.siteZone) }, version: account.rolesVersion };
  const form = formFor(standing, refused);
  const page = <ChangeRolePage account={account} role={role} unitName={unitName} action={action} isHeld={held !== undefined} form={form} />;
  const title = t('changeRole.title', { role: t(`role.${role}`), unit: unitName });
  visit.show(page, { title, status, address: action });
}

async function show(visit: Visit, search: FormState = blankForm(), status = 200): Promise<void> {
  visit.mustBePermitted('administer');
  const cursor = visit.cursor();
  const [{ items, next }, tree] = await Promise.all([visit.api.ask(listAccounts, { cursor }), unitsOf(visit)]);
  const units = tree.choices(({ unit }) => visit.may('administer', unit));
  const asked = visit.request.query['unit'];
  const unit = (units.find(({ value }) => value === asked) ?? units[0])?.value;
  if (unit === undefined) throw new Rejection('UNIT_NOT_FOUND');
  const shown = { accounts: items, own: visit.account?.id, cursor, next, tree, units, unit, search };
  const page = <AccountsPage {...shown} />;
  visit.show(page, { title: visit.texts.t('accounts.title'), status, address: `/office/accounts?unit=${unit}` });
}
