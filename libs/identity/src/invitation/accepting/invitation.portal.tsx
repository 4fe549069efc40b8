import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { blankForm, carry, textOf, unitsOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { tokenIn } from '../../link/followed-link.portal';
import { DeadLinkPage } from '../../link/link.page';
import { acceptInvitation, showInvitation } from '../invitation.contract';
import { InvitationPage } from './invitation.page';

@Controller('invitation')
export class InvitationController {
  @Get()
  async follow(@Res() { visit }: Visited, @Query('token') token?: string): Promise<void> {
    await show(visit, String(token ?? ''), blankForm());
  }

  @Post()
  async accept(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, acceptInvitation, {
      command: (form) => ({ token: tokenIn(form), name: textOf(form, 'name').trim() || undefined, password: textOf(form, 'password') }),
      accepted: (session) => visit.begin(session, '/office', session.position),
      refused: (form, status) => show(visit, tokenIn(form), form, status),
    });
  }
}

/** Following a link changes nothing: mail scanners do. */
async function show(visit: Visit, token: string, form: FormState, status = 200): Promise<void> {
  const { t } = visit.texts;
  const invitation = await visit.api.do(showInvitation, { token: token.slice(0, 200) });
  const address = '/invitation';
  if (invitation.state !== 'open') {
    const next = [
      { href: '/sign-in', label: t('nav.signIn') },
      { href: '/consultations', label: t('nav.consultations') },
    ];
    const options = { title: t('link.dead'), status: status === 200 ? 410 : status, address };
    return visit.show(<DeadLinkPage state={invitation.state} next={next} />, options);
  }
  const unitName = (await unitsOf(visit)).nameOf(invitation.unit ?? '');
  const page = <InvitationPage invitation={invitation} unitName={unitName} token={token} form={form} />;
  visit.show(page, { title: t('invitation.title'), status, address });
}
