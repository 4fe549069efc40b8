import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, roles, type AccountView } from '@isegoria/contracts';
import type { FormState } from '@isegoria/ui';
import { blankForm, sentForm, textOf } from '../web/form';
import { idInPath } from '../web/id-in-path';
import type { Visit, Visited } from '../web/visit';
import { AccountsPage } from './accounts.page';
import { requireRole } from './require-role';

@Controller('office/accounts')
export class AccountsOfficeController {
  @Get()
  async list(@Res() { visit }: Visited): Promise<void> {
    requireRole(visit, 'administrator');
    await show(visit, blankForm());
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

async function show(visit: Visit, form: FormState, status = 200): Promise<void> {
  const { items, next } = await visit.api.get<{ items: AccountView[]; next: number | null }>('/accounts', { page: visit.page });
  visit.show(<AccountsPage accounts={items} form={form} page={visit.page} next={next ?? null} />, { title: visit.texts.t('accounts.title'), status, address: '/office/accounts' });
}
