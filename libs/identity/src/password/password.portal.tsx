import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, describeFields, safePath, sentForm, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import type { LinkView } from '../link/link.contract';
import { showFollowed, tokenIn } from '../link/followed-link.portal';
import { hasMailbox } from '../mailbox/has-mailbox.portal';
import { mailablePath } from '../return-path/return-path.contract';
import { backIn, leadingBack } from '../return-path/return-path.page';
import { changePassword, chooseNewPassword, requestNewPassword } from './password.contract';
import { ChangePasswordPage, ForgottenPasswordPage, LookIntoMailPage, NewPasswordPage } from './password.page';

// What somebody chose long ago need not be as a new one must.
describeFields({ password: { isSecret: true } }, changePassword);

@Controller()
export class PasswordController {
  @Get('forgotten-password')
  forgotten(@Res() { visit }: Visited, @Query('return') back?: string): void {
    visit.show(<ForgottenPasswordPage form={blankForm()} back={safePath(back)} />, { title: visit.texts.t('forgotten.title') });
  }

  @Post('forgotten-password')
  async request(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const { t } = visit.texts;
    const back = backIn(sentForm(body));
    await carry(visit, body, requestNewPassword, {
      command: (form) => ({ email: textOf(form, 'email').trim(), returnTo: mailablePath(back) }),
      accepted: () => visit.seeOther('/forgotten-password/sent'),
      refused: (form, status) =>
        visit.show(<ForgottenPasswordPage form={form} back={back} />, {
          title: t('forgotten.title'),
          status,
          address: '/forgotten-password',
        }),
    });
  }

  @Get('forgotten-password/sent')
  async requested(@Res() { visit }: Visited): Promise<void> {
    const { t } = visit.texts;
    const page = <LookIntoMailPage lead={t('forgotten.sentLead')} hasMailbox={await hasMailbox(visit)} />;
    visit.show(page, { title: t('registered.title') });
  }

  @Get('new-password')
  async choose(@Res() { visit }: Visited, @Query('token') token?: string, @Query('return') back?: string): Promise<void> {
    await showNew(visit, { token: String(token ?? ''), back: safePath(back) }, blankForm());
  }

  @Post('new-password')
  async sendNew(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const back = backIn(sentForm(body));
    await carry(visit, body, chooseNewPassword, {
      command: (form) => ({ token: tokenIn(form), password: textOf(form, 'password') }),
      accepted: (session) => visit.begin(session, back === '/' ? '/account?saved' : back),
      refused: (form, status) => showNew(visit, { token: tokenIn(form), back }, form, status),
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
      check: ({ password }) => {
        if (password === '') throw new Rejection('VALIDATION_FAILED', { field: 'password', params: { constraint: 'isMissing' } });
      },
      accepted: (session) => visit.begin(session, '/account?saved'),
      refused: (form, status) => showChange(visit, form, status),
    });
  }
}

interface Followed {
  readonly token: string;
  readonly back: string;
}

async function showNew(visit: Visit, { token, back }: Followed, form: FormState, status = 200): Promise<void> {
  const { t } = visit.texts;
  const page = (link: LinkView) => <NewPasswordPage form={form} link={link} token={token} back={back} />;
  const next = [
    { href: leadingBack('/sign-in', back), label: t('nav.signIn') },
    { href: leadingBack('/forgotten-password', back), label: t('forgotten.send') },
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
