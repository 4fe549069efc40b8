import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import type { LinkView } from '../link/link.contract';
import { aboutPassword, showFollowed, tokenIn } from '../link/followed-link.portal';
import { hasMailbox } from '../mailbox/has-mailbox.portal';
import { changePassword, chooseNewPassword, requestNewPassword } from './password.contract';
import { ChangePasswordPage, ForgottenPasswordPage, LookIntoMailPage, NewPasswordPage } from './password.page';

@Controller()
export class PasswordController {
  @Get('forgotten-password')
  forgotten(@Res() { visit }: Visited): void {
    visit.show(<ForgottenPasswordPage form={blankForm()} />, { title: visit.texts.t('forgotten.title') });
  }

  @Post('forgotten-password')
  async request(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const { t } = visit.texts;
    await carry(visit, body, requestNewPassword, {
      command: (form) => ({ email: textOf(form, 'email').trim() }),
      accepted: () => visit.seeOther('/forgotten-password/sent'),
      refused: (form, status) =>
        visit.show(<ForgottenPasswordPage form={form} />, { title: t('forgotten.title'), status, address: '/forgotten-password' }),
    });
  }

  @Get('forgotten-password/sent')
  async requested(@Res() { visit }: Visited): Promise<void> {
    const { t } = visit.texts;
    const page = <LookIntoMailPage lead={t('forgotten.sentLead')} hasMailbox={await hasMailbox(visit)} />;
    visit.show(page, { title: t('registered.title') });
  }

  @Get('new-password')
  async choose(@Res() { visit }: Visited, @Query('token') token?: string): Promise<void> {
    await showNew(visit, String(token ?? ''), blankForm());
  }

  @Post('new-password')
  async sendNew(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, chooseNewPassword, {
      command: (form) => ({ token: tokenIn(form), password: textOf(form, 'password') }),
      accepted: (session) => visit.begin(session, '/account?saved'),
      refused: (form, status) => showNew(visit, tokenIn(form), form, status),
    });
  }

  @Get('account/password')
  change(@Res() { visit }: Visited): void {
    showChange(visit, blankForm());
  }

  @Post('account/password')
  async sendChange(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, changePassword, {
      command: (form) => ({ password: textOf(form, 'password'), newPassword: textOf(form, 'newPassword') }),
      accepted: (session) => visit.begin(session, '/account?saved'),
      refused: (form, status) => showChange(visit, aboutPassword(form, status), status),
    });
  }
}

async function showNew(visit: Visit, token: string, form: FormState, status = 200): Promise<void> {
  const { t } = visit.texts;
  const page = (link: LinkView) => <NewPasswordPage form={form} link={link} token={token} />;
  const next = [
    { href: '/sign-in', label: t('nav.signIn') },
    { href: '/forgotten-password', label: t('forgotten.send') },
  ];
  await showFollowed(visit, token, { purpose: 'password', path: '/new-password', title: t('forgotten.title'), page, next }, status);
}

function showChange(visit: Visit, form: FormState, status = 200): void {
  if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
  const { t } = visit.texts;
  const title = t('password.title');
  visit.show(<ChangePasswordPage form={form} />, {
    title,
    status,
    address: '/account/password',
  });
}
