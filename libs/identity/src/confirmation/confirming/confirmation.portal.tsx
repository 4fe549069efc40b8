import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { blankForm, carry, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { aboutPassword, showFollowed, tokenIn } from '../../link/followed-link.portal';
import { confirmAnew, confirmEmail } from '../confirmation.contract';
import { ConfirmPage, ConfirmedPage, type ConfirmForms } from './confirmation.page';

@Controller('confirm')
export class ConfirmationController {
  @Get()
  async confirm(@Res() { visit }: Visited, @Query('token') token?: string, @Query('done') done?: string): Promise<void> {
    if (done !== undefined) return visit.show(<ConfirmedPage />, { title: visit.texts.t('confirm.done') });
    await show(visit, String(token ?? ''), {});
  }

  @Post()
  async send(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, confirmEmail, {
      command: (form) => ({ token: tokenIn(form), password: textOf(form, 'password') }),
      accepted: (session) => signedIn(visit, session),
      refused: (form, status) => show(visit, tokenIn(form), { known: aboutPassword(form, status) }, status),
    });
  }

  @Post('anew')
  async sendAnew(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, confirmAnew, {
      command: (form) => ({ token: tokenIn(form), name: textOf(form, 'name'), password: textOf(form, 'password') }),
      accepted: (session) => signedIn(visit, session),
      refused: (form, status) => show(visit, tokenIn(form), { anew: form }, status),
    });
  }
}

function signedIn(visit: Visit, { token, expiresAt, position }: { token: string; expiresAt: string; position: number }): void {
  visit.rememberSession(token, expiresAt);
  visit.seeOther('/confirm?done', position);
}

async function show(visit: Visit, token: string, sent: Partial<ConfirmForms>, status = 200): Promise<void> {
  const { t } = visit.texts;
  const forms = { known: blankForm(), anew: blankForm(), ...sent };
  const isWaiting = visit.account?.assurance === 'unverified';
  const next = [
    ...(isWaiting ? [{ href: '/account/address', label: t('address.sendAgain') }] : []),
    { href: '/sign-in', label: t('nav.signIn') },
    { href: '/forgotten-password', label: t('forgotten.title') },
    { href: '/register', label: t('register.title') },
  ];
  const page = (link: Parameters<typeof ConfirmPage>[0]['link']) => <ConfirmPage forms={forms} link={link} token={token} />;
  await showFollowed(visit, token, { purpose: 'confirmation', path: '/confirm', title: t('confirm.title'), page, next }, status);
}
