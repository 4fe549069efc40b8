import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiProblem } from '@isegoria/api-client';
import { Rejection, rootUnit } from '@isegoria/kernel';
import { blankForm, carry, safePath, sentForm, textOf, unitsOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { confirmEmail } from '../confirmation/confirmation.contract';
import { readMailbox } from '../mailbox/mailbox.contract';
import { registerAccount } from '../registration/registration.contract';
import { signIn, signOut } from '../session/session.contract';
import { AccountPage, ConfirmPage, RegisterPage, RegisteredPage, SignInPage } from './account.page';

@Controller()
export class AccountController {
  @Get('register')
  register(@Res() { visit }: Visited): void {
    visit.show(<RegisterPage form={blankForm()} />, { title: visit.texts.t('register.title') });
  }

  @Post('register')
  async sendRegistration(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const { t, language } = visit.texts;
    await carry(visit, body, registerAccount, {
      command: (form) => ({
        name: textOf(form, 'name'),
        email: textOf(form, 'email').trim(),
        password: textOf(form, 'password'),
        language,
      }),
      accepted: () => visit.seeOther('/register/sent'),
      refused: (form, status) =>
        visit.show(<RegisterPage form={form} />, {
          title: t('form.errorTitle', { title: t('register.title') }),
          status,
          address: '/register',
        }),
    });
  }

  @Get('register/sent')
  async registered(@Res() { visit }: Visited): Promise<void> {
    visit.show(<RegisteredPage hasMailbox={await hasMailbox(visit)} />, { title: visit.texts.t('registered.title') });
  }

  @Get('confirm')
  confirm(@Res() { visit }: Visited, @Query('token') token?: string, @Query('done') done?: string): void {
    visit.show(<ConfirmPage form={blankForm()} token={String(token ?? '')} isDone={done !== undefined} />, {
      title: visit.texts.t('confirm.title'),
    });
  }

  @Post('confirm')
  async sendConfirmation(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const { t } = visit.texts;
    await carry(visit, body, confirmEmail, {
      command: (form) => ({ token: textOf(form, 'token') }),
      accepted: () => visit.seeOther('/confirm?done'),
      refused: (form, status) => {
        const state: FormState = { ...form, errors: form.errors.map(({ message }) => ({ message })) };
        const title = t('form.errorTitle', { title: t('confirm.title') });
        visit.show(<ConfirmPage form={state} token={textOf(form, 'token')} isDone={false} />, { title, status, address: '/confirm' });
      },
    });
  }

  @Get('sign-in')
  signIn(@Res() { visit }: Visited, @Query('return') back?: string): void {
    const path = safePath(back);
    if (visit.account) return visit.seeOther(path);
    visit.show(<SignInPage form={blankForm()} back={path} />, { title: visit.texts.t('nav.signIn') });
  }

  @Post('sign-in')
  async sendSignIn(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const { t } = visit.texts;
    const back = safePath(textOf(sentForm(body), 'return'));
    await carry(visit, body, signIn, {
      command: (form) => ({ email: textOf(form, 'email').trim(), password: textOf(form, 'password') }),
      accepted: ({ token, expiresAt }) => {
        visit.rememberSession(token, expiresAt);
        visit.seeOther(back);
      },
      refused: (form, status) =>
        visit.show(<SignInPage form={form} back={back} />, {
          title: t('form.errorTitle', { title: t('nav.signIn') }),
          status,
          address: '/sign-in',
        }),
    });
  }

  @Post('sign-out')
  async signOut(@Res() { visit }: Visited): Promise<void> {
    if (visit.account) await visit.api.do(signOut, {});
    visit.forgetSession();
    visit.seeOther('/');
  }

  @Get('account')
  async account(@Res() { visit }: Visited): Promise<void> {
    if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
    const isElsewhere = visit.account.roles.some(({ unit }) => unit !== rootUnit);
    const tree = isElsewhere ? await unitsOf(visit) : undefined;
    const page = <AccountPage account={visit.account} nameOf={(unit) => tree?.wayTo(unit) ?? unit} />;
    visit.show(page, { title: visit.texts.t('nav.account') });
  }
}

/** The embedded default shows its messages instead of sending them; a real installation has no such page. */
async function hasMailbox(visit: Visit): Promise<boolean> {
  return visit.publicApi.do(readMailbox, {}).then(
    () => true,
    (error: unknown) => !(error instanceof ApiProblem) || !error.is('NOT_FOUND', 'UNAVAILABLE'),
  );
}
