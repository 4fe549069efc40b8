import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Language, Role } from '@isegoria/kernel';
import { blankForm, carry, idInPath, textOf, unitsOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { untilIn } from '../../role/change-role.page';
import { inviteStaff, listInvitations, resendInvitation, withdrawInvitation } from '../invitation.contract';
import { InvitationsPage } from './invitations.page';

@Controller('office/invitations')
export class InvitationsOfficeController {
  @Get()
  async list(@Res() { visit }: Visited): Promise<void> {
    await show(visit);
  }

  @Post()
  async invite(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, inviteStaff, {
      command: (form) => ({
        email: textOf(form, 'email').trim(),
        role: textOf(form, 'role') as Role,
        unit: textOf(form, 'unit'),
        language: textOf(form, 'language') as Language,
        ...untilIn(visit, form),
      }),
      accepted: () => visit.seeOther('/office/invitations'),
      refused: (form, status) => show(visit, { form }, status),
    });
  }

  @Post(':id/messages')
  async resend(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const invitationId = idInPath(id);
    await carry(visit, body, resendInvitation, {
      command: () => ({ invitationId }),
      accepted: () => visit.seeOther('/office/invitations'),
      refused: (acts, status) => show(visit, { acts }, status),
    });
  }

  @Post(':id/withdrawal')
  async withdraw(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const invitationId = idInPath(id);
    await carry(visit, body, withdrawInvitation, {
      command: () => ({ invitationId }),
      accepted: () => visit.seeOther('/office/invitations'),
      refused: (acts, status) => show(visit, { acts }, status),
    });
  }
}

async function show(visit: Visit, sent: { form?: FormState; acts?: FormState } = {}, status = 200): Promise<void> {
  visit.mustBePermitted('administer');
  const [{ items }, tree] = await Promise.all([visit.api.do(listInvitations, {}), unitsOf(visit)]);
  const units = tree.choices(({ unit, closed }) => !closed && visit.may('administer', unit));
  const form = sent.form ?? blankForm({ role: 'official', language: visit.texts.language });
  const page = <InvitationsPage invitations={items} tree={tree} units={units} form={form} acts={sent.acts ?? blankForm()} />;
  visit.show(page, { title: visit.texts.t('invitations.title'), status, address: '/office/invitations' });
}
