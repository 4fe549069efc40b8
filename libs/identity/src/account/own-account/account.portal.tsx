import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { Rejection, rootUnit } from '@isegoria/kernel';
import {
  blankForm,
  carry,
  describeFields,
  safePath,
  sentForm,
  textIfAny,
  textOf,
  unitsOf,
  withQuery,
  type Visited,
} from '@isegoria/portal-kit';
import { hasMailbox } from '../../mailbox/has-mailbox.portal';
import { LookIntoMailPage } from '../../password/password.page';
import { registerAccount } from '../../registration/registration.contract';
import { mailablePath } from '../../return-path/return-path.contract';
import { backIn, leadingBack } from '../../return-path/return-path.page';
import { signIn, signOut } from '../../session/session.contract';
import { AccountPage, BeforeSigningOutPage, RegisterPage, SignInPage, SignedInAsidePage } from './account.page';

// The forms that ask for the address and the password at once: which of the two is wrong is not said.
const credential = { label: 'field.email', wrong: 'field.email.wrong', refusedBy: ['WRONG_CREDENTIALS'] } as const;
for (const contract of [signIn, registerAccount]) describeFields({ email: credential }, contract);

@Controller()
export class AccountController {
  @Get('register')
  register(@Res() { visit }: Visited, @Query('return') back?: string): void {
    visit.show(<RegisterPage form={blankForm()} back={safePath(back)} />, { title: visit.texts.t('register.title') });
  }

  @Post('register')
  async sendRegistration(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const { t, language } = visit.texts;
    const back = backIn(sentForm(body));
    await carry(visit, body, registerAccount, {
      command: (form) => ({
        name: textOf(form, 'name'),
        email: textOf(form, 'email').trim(),
        password: textOf(form, 'password'),
        language,
        returnTo: mailablePath(back),
      }),
      accepted: (session) => visit.begin(session, leadingBack('/register/sent', back), session.position),
      refused: (form, status) =>
        visit.show(<RegisterPage form={form} back={back} />, {
          title: t('register.title'),
          status,
          address: '/register',
        }),
    });
  }

  @Get('register/sent')
  async registered(@Res() { visit }: Visited, @Query('return') asked?: string): Promise<void> {
    const { t } = visit.texts;
    const back = safePath(asked);
    const next = [
      { href: back, label: t('confirm.goOn') },
      { href: leadingBack('/account/address', back), label: t('address.sendAgain') },
    ];
    const page = <LookIntoMailPage lead={t('registered.lead')} hasMailbox={await hasMailbox(visit)} next={next} />;
    visit.show(page, { title: t('registered.title') });
  }

  @Get('sign-in')
  signIn(@Res() { visit }: Visited, @Query('return') back?: string, @Query('again') again?: string): void {
    const path = safePath(back);
    if (visit.waitsForCode && again === undefined) return visit.seeOther(withQuery('/sign-in/code', { return: path }));
    if (visit.waitsForCode) visit.forgetSession();
    if (visit.account) return visit.seeOther(path);
    visit.show(<SignInPage form={blankForm()} back={path} />, { title: visit.texts.t('nav.signIn') });
  }

  /** Where somebody comes who signs in beside a form that is filled in. */
  @Get('sign-in/aside')
  signedInAside(@Res() { visit }: Visited): void {
    if (!visit.account) return visit.seeOther(withQuery('/sign-in', { return: '/sign-in/aside' }));
    visit.show(<SignedInAsidePage />, { title: visit.texts.t('signedInAside.title') });
  }

  @Post('sign-in')
  async sendSignIn(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const { t } = visit.texts;
    const back = backIn(sentForm(body));
    await carry(visit, body, signIn, {
      command: (form) => ({ email: textOf(form, 'email').trim(), password: textOf(form, 'password') }),
      accepted: (session) => visit.begin(session, back),
      refused: (form, status) =>
        visit.show(<SignInPage form={form} back={back} />, {
          title: t('nav.signIn'),
          status,
          address: '/sign-in',
        }),
    });
  }

  /** Nobody can sign in to an account that is not confirmed: signing out loses it. */
  @Get('account/sign-out')
  beforeSigningOut(@Res() { visit }: Visited): void {
    if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
    if (visit.account.assurance !== 'anonymous') return visit.seeOther('/account');
    visit.show(<BeforeSigningOutPage email={visit.account.email} />, { title: visit.texts.t('beforeSignOut.title') });
  }

  @Post('sign-out')
  async signOut(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const isWarned = textIfAny(sentForm(body), 'warned') !== '';
    if (visit.account?.assurance === 'anonymous' && !isWarned) return visit.seeOther('/account/sign-out');
    if (visit.account) await visit.api.do(signOut, {});
    visit.forgetSession();
    visit.tellOfAcceptance(blankForm(), signOut);
    visit.seeOther('/');
  }

  @Get('account')
  async account(@Res() { visit }: Visited, @Query('saved') saved?: string): Promise<void> {
    if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
    const isElsewhere = visit.account.roles.some(({ unit }) => unit !== rootUnit);
    const tree = isElsewhere ? await unitsOf(visit) : undefined;
    const page = <AccountPage account={visit.account} nameOf={(unit) => tree?.wayTo(unit) ?? unit} isSaved={saved !== undefined} />;
    visit.show(page, { title: visit.texts.t('nav.account') });
  }
}
