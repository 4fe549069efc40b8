import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { blankForm, carry, safePath, sentForm, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { showFollowed, tokenIn } from '../../link/followed-link.portal';
import type { FormState } from '@isegoria/ui';
import type { LinkView } from '../../link/link.contract';
import type { NextStep } from '../../link/link.page';
import { backIn, leadingBack } from '../../return-path/return-path.page';
import type { Session } from '../../session/session.contract';
import { confirmAnew, confirmEmail } from '../confirmation.contract';
import { ConfirmPage, ConfirmedPage, type ConfirmForms } from './confirmation.page';

@Controller('confirm')
export class ConfirmationController {
  @Get()
  async confirm(
    @Res() { visit }: Visited,
    @Query('token') token?: string,
    @Query('done') done?: string,
    @Query('return') asked?: string,
  ): Promise<void> {
    const back = safePath(asked);
    if (done !== undefined) return visit.show(<ConfirmedPage back={back} />, { title: visit.texts.t('confirm.done') });
    await show(visit, { token: String(token ?? ''), back }, {});
  }

  @Post()
  async send(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, confirmEmail, {
      command: (form) => ({ token: tokenIn(form), password: textOf(form, 'password') }),
      accepted: (session) => signedIn(visit, session, backIn(sentForm(body))),
      refused: (form, status) => show(visit, followedIn(form), { known: form }, status),
    });
  }

  @Post('anew')
  async sendAnew(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, confirmAnew, {
      command: (form) => ({ token: tokenIn(form), name: textOf(form, 'name'), password: textOf(form, 'password') }),
      accepted: (session) => signedIn(visit, session, backIn(sentForm(body))),
      refused: (form, status) => show(visit, followedIn(form), { anew: form }, status),
    });
  }
}

/** The link that was followed, and where the person was when it was asked for. */
interface Followed {
  readonly token: string;
  readonly back: string;
}

const followedIn = (form: FormState): Followed => ({ token: tokenIn(form), back: backIn(form) });

function signedIn(visit: Visit, session: Session, back: string): void {
  visit.begin(session, leadingBack('/confirm?done', back), session.position);
}

async function show(visit: Visit, { token, back }: Followed, sent: Partial<ConfirmForms>, status = 200): Promise<void> {
  const { t } = visit.texts;
  const forms = { known: blankForm(), anew: blankForm(), ...sent };
  const page = (link: LinkView) => <ConfirmPage forms={forms} link={link} token={token} back={back} />;
  const followed = { purpose: 'confirmation', path: '/confirm', title: t('confirm.title'), page, next: nextSteps(visit, back) } as const;
  await showFollowed(visit, token, followed, status);
}

/** For a link that is of no use: whoever is signed in and confirmed has what it was for. */
function nextSteps({ account, texts: { t } }: Visit, back: string): NextStep[] {
  if (account && account.assurance !== 'anonymous') return [{ href: back, label: t('confirm.goOn') }];
  return [
    ...(account ? [{ href: leadingBack('/account/address', back), label: t('address.sendAgain') }] : []),
    { href: leadingBack('/sign-in', back), label: t('nav.signIn') },
    { href: leadingBack('/forgotten-password', back), label: t('forgotten.title') },
    { href: leadingBack('/register', back), label: t('register.title') },
  ];
}
