import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Accepted, Session } from '@isegoria/contracts';
import { Rejection } from '@isegoria/contracts';
import { Api, ApiError } from '../web/api-client';
import { blankForm, sentForm, textOf } from '../web/form';
import { safePath } from '../web/safe-path';
import type { Visit, Visited } from '../web/visit';
import { AccountPage, ConfirmPage, RegisterPage, RegisteredPage, SignInPage } from './account.page';

@Controller()
export class AccountController {
  @Get('register')
  register(@Res() { visit }: Visited): void {
    visit.show(<RegisterPage form={blankForm()} />, { title: visit.texts.t('register.title') });
  }

  @Post('register')
  async sendRegistration(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const registration = sentForm(body);
    const send = () =>
      visit.api.post<{ position: number }>(
        '/accounts',
        { name: textOf(registration, 'name'), email: textOf(registration, 'email').trim(), password: textOf(registration, 'password'), language: visit.texts.language },
        registration.key,
      );
    const { form, status } = await visit.attempt(registration, send);
    const { t } = visit.texts;
    if (form) return visit.show(<RegisterPage form={form} />, { title: t('form.errorTitle', { title: t('register.title') }), status, address: '/register' });
    visit.seeOther('/register/sent');
  }

  @Get('register/sent')
  async registered(@Res() { visit }: Visited): Promise<void> {
    visit.show(<RegisteredPage hasMailbox={await hasMailbox(visit)} />, { title: visit.texts.t('registered.title') });
  }

  @Get('confirm')
  confirm(@Res() { visit }: Visited, @Query('token') token?: string, @Query('done') done?: string): void {
    visit.show(<ConfirmPage form={blankForm()} token={String(token ?? '')} isDone={done !== undefined} />, { title: visit.texts.t('confirm.title') });
  }

  @Post('confirm')
  async sendConfirmation(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const confirmation = sentForm(body);
    const token = textOf(confirmation, 'token');
    const { form, status } = await visit.attempt(confirmation, () => visit.api.post<Accepted>('/accounts/confirmations', { token }, confirmation.key));
    const { t } = visit.texts;
    if (form) {
      const state = { ...form, errors: form.errors.map(({ message }) => ({ message })) };
      return visit.show(<ConfirmPage form={state} token={token} isDone={false} />, { title: t('form.errorTitle', { title: t('confirm.title') }), status, address: '/confirm' });
    }
    visit.seeOther('/confirm?done');
  }

  @Get('sign-in')
  signIn(@Res() { visit }: Visited, @Query('return') back?: string): void {
    const path = safePath(back);
    if (visit.account) return visit.seeOther(path);
    visit.show(<SignInPage form={blankForm()} back={path} />, { title: visit.texts.t('nav.signIn') });
  }

  @Post('sign-in')
  async sendSignIn(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const credentials = sentForm(body);
    const back = safePath(textOf(credentials, 'return'));
    const send = () => visit.api.post<Session>('/sessions', { email: textOf(credentials, 'email').trim(), password: textOf(credentials, 'password') });
    const { accepted, form, status } = await visit.attempt(credentials, send);
    const { t } = visit.texts;
    if (form) return visit.show(<SignInPage form={form} back={back} />, { title: t('form.errorTitle', { title: t('nav.signIn') }), status, address: '/sign-in' });
    visit.rememberSession(accepted.token, accepted.expiresAt);
    visit.seeOther(back);
  }

  @Post('sign-out')
  async signOut(@Res() { visit }: Visited): Promise<void> {
    if (visit.account) await visit.api.delete('/sessions/current');
    visit.forgetSession();
    visit.seeOther('/');
  }

  @Get('account')
  account(@Res() { visit }: Visited): void {
    if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
    visit.show(<AccountPage account={visit.account} />, { title: visit.texts.t('nav.account') });
  }
}

/** The embedded default shows its messages instead of sending them; a real installation has no such page. */
async function hasMailbox(visit: Visit): Promise<boolean> {
  const api: Api = visit.publicApi;
  return api.get('/mailbox').then(
    () => true,
    (error: unknown) => !(error instanceof ApiError) || !error.is('NOT_FOUND', 'UNAVAILABLE'),
  );
}
