import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, safePath, sentForm, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { Crumb, FormState } from '@isegoria/ui';
import type { LinkView } from '../link/link.contract';
import { showFollowed, tokenIn } from '../link/followed-link.portal';
import { hasMailbox } from '../mailbox/has-mailbox.portal';
import { LookIntoMailPage } from '../password/password.page';
import { mailablePath } from '../return-path/return-path.contract';
import { backIn, leadingBack } from '../return-path/return-path.page';
import { changeAddress, confirmNewAddress, keepOldAddress, sendConfirmation } from './change-of-address.contract';
import { AddressPage, NewAddressPage, OldAddressPage } from './change-of-address.page';

@Controller()
export class ChangeOfAddressController {
  @Get('account/address')
  address(@Res() { visit }: Visited, @Query('return') back?: string): void {
    const email = visit.account?.assurance === 'anonymous' ? visit.account.email : '';
    showAddress(visit, blankForm({ email, return: safePath(back) }));
  }

  @Post('account/address')
  async ask(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const back = backIn(sentForm(body));
    const answers = {
      accepted: () => visit.seeOther(leadingBack('/account/address/sent', back)),
      refused: (form: FormState, status: number) => showAddress(visit, form, status),
    };
    const email = (form: FormState) => textOf(form, 'email').trim();
    if (visit.account?.assurance === 'anonymous')
      return carry(visit, body, sendConfirmation, {
        command: (form) => ({ email: email(form), returnTo: mailablePath(back) }),
        ...answers,
      });
    const command = (form: FormState) => ({ email: email(form), password: textOf(form, 'password') });
    await carry(visit, body, changeAddress, { command, ...answers });
  }

  @Get('account/address/sent')
  async asked(@Res() { visit }: Visited, @Query('return') asked?: string): Promise<void> {
    const { t } = visit.texts;
    const back = safePath(asked);
    const next = back === '/' ? [{ href: '/account', label: t('nav.account') }] : [{ href: back, label: t('confirm.goOn') }];
    const page = <LookIntoMailPage lead={t('address.sentLead')} hasMailbox={await hasMailbox(visit)} next={next} />;
    visit.show(page, { title: t('registered.title') });
  }

  @Get('new-address')
  async newAddress(@Res() { visit }: Visited, @Query('token') token?: string): Promise<void> {
    await showNew(visit, String(token ?? ''), blankForm());
  }

  @Post('new-address')
  async confirmNew(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, confirmNewAddress, {
      command: (form) => ({ token: tokenIn(form), password: textOf(form, 'password') }),
      accepted: ({ position }) => visit.seeOther(visit.account ? '/account?saved' : '/sign-in', position),
      refused: (form, status) => showNew(visit, tokenIn(form), form, status),
    });
  }

  @Get('old-address')
  async oldAddress(@Res() { visit }: Visited, @Query('token') token?: string): Promise<void> {
    await showOld(visit, String(token ?? ''), blankForm());
  }

  @Post('old-address')
  async keepOld(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, keepOldAddress, {
      command: (form) => ({ token: tokenIn(form), password: textOf(form, 'password') }),
      accepted: (session) => visit.begin(session, '/account?saved', session.position),
      refused: (form, status) => showOld(visit, tokenIn(form), form, status),
    });
  }
}

function showAddress(visit: Visit, form: FormState, status = 200): void {
  if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
  const { t } = visit.texts;
  const title = t(visit.account.assurance === 'anonymous' ? 'address.unconfirmedTitle' : 'address.title');
  visit.show(<AddressPage account={visit.account} form={form} />, {
    title,
    status,
    address: '/account/address',
  });
}

async function showNew(visit: Visit, token: string, form: FormState, status = 200): Promise<void> {
  const { t } = visit.texts;
  const page = (link: LinkView) => <NewAddressPage form={form} link={link} token={token} trail={trailOf(visit)} />;
  const next = [{ href: '/account/address', label: t('address.title') }];
  await showFollowed(visit, token, { purpose: 'address', path: '/new-address', title: t('newAddress.title'), page, next }, status);
}

async function showOld(visit: Visit, token: string, form: FormState, status = 200): Promise<void> {
  const { t } = visit.texts;
  const page = (link: LinkView) => <OldAddressPage form={form} link={link} token={token} trail={trailOf(visit)} />;
  const next = [
    { href: '/sign-in', label: t('nav.signIn') },
    { href: '/forgotten-password', label: t('forgotten.title') },
  ];
  await showFollowed(visit, token, { purpose: 'undo', path: '/old-address', title: t('oldAddress.title'), page, next }, status);
}

/** Whoever follows a link of a mail need not be signed in. */
function trailOf({ account, texts: { t } }: Visit): Crumb[] {
  return [account ? { href: '/account', label: t('nav.account') } : { href: '/consultations', label: t('nav.consultations') }];
}
