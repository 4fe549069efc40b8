import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, roles, type AccountView } from '@isegoria/contracts';
import type { FormState } from '@isegoria/ui';
import { blankForm, sentForm, textOf } from '../web/form';
import { idInPath } from '../web/id-in-path';
import type { Visit, Visited } from '../web/visit';
import { AccountsPage } from './accounts.page';
import { EraseAccountPage } from './erase-account.page';
import { requireRole } from './require-role';

@Controller('office/accounts')
export class AccountsOfficeController {
  @Get()
  async list(@Res() { visit }: Visited): Promise<void> {
    requireRole(visit, 'administrator');
    await show(visit, blankForm());
  }

  /** A page of its own between the list and what cannot be undone. */
  @Get(':id/erasure')
  async erasure(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    requireRole(visit, 'administrator');
    await showErasure(visit, idInPath(id), blankForm());
  }

  @Post(':id/erasure')
  async erase(@Res() { visit }: Visited, @Param('id') asked: string, @Body() body: unknown): Promise<void> {
    const sent = sentForm(body);
    const id = idInPath(asked);
    requireRole(visit, 'administrator');
    const { accepted, form, status } = await visit.attempt(sent, () => visit.api.post(`/accounts/${id}/erasure`, { reason: textOf(sent, 'reason') }, sent.key));
    if (form) return showErasure(visit, id, form, status);
    visit.seeOther('/office/accounts', accepted.position);
  }

  @Post(':id/roles/:role')
  async change(@Res() { visit }: Visited, @Param('id') id: string, @Param('role') asked: string, @Body() body: unknown): Promise<void> {
    const role = roles.find((known) => known === asked);
    if (!role) throw new Rejection('NOT_FOUND');
    const change = sentForm(body);
    const path = `/accounts/${idInPath(id)}/roles/${role}`;
    const send = () => (textOf(change, 'change') === 'revoke' ? visit.api.delete(path, change.key) : visit.api.put(path, {}, change.key));
    requireRole(visit, 'administrator');
    const { accepted, form, status } = await visit.attempt(change, send);
    if (form) return show(visit, form, status);
    visit.seeOther('/office/accounts', accepted.position);
  }
}

/** Whom it is about stands on the page as far as the list that led there has the account: accounts of imports have no name. */
async function showErasure(visit: Visit, id: string, form: FormState, status = 200): Promise<void> {
  const { items } = await visit.api.get<{ items: AccountView[] }>('/accounts', { page: visit.page });
  const { t } = visit.texts;
  const title = t('accounts.erase');
  visit.show(<EraseAccountPage id={id} account={items.find((account) => account.id === id)} form={form} />, {
    title: status === 200 ? title : t('form.errorTitle', { title }),
    status,
    address: `/office/accounts/${id}/erasure`,
  });
}

async function show(visit: Visit, form: FormState, status = 200): Promise<void> {
  const { items, next } = await visit.api.get<{ items: AccountView[]; next: number | null }>('/accounts', { page: visit.page });
  visit.show(<AccountsPage accounts={items} own={visit.account?.id} form={form} page={visit.page} next={next ?? null} />, { title: visit.texts.t('accounts.title'), status, address: '/office/accounts' });
}
