import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, safePath, sentForm, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { leadingBack } from '../return-path/return-path.page';
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  showSecondFactor,
  signInWithCode,
  turnOffSecondFactor,
  type NewSecondFactor,
} from './second-factor.contract';
import { RecoveryCodesPage, SecondFactorPage, SetUpPage } from './second-factor.page';
import { SignInCodePage } from './sign-in/sign-in-code.page';

const address = '/account/second-factor';

@Controller()
export class SecondFactorController {
  @Get('sign-in/code')
  step(@Res() { visit }: Visited, @Query('return') back?: string): void {
    if (!visit.waitsForCode) return visit.seeOther(visit.account ? safePath(back) : leadingBack('/sign-in', safePath(back)));
    showStep(visit, blankForm(), safePath(back));
  }

  @Post('sign-in/code')
  async enter(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const form = sentForm(body);
    const back = safePath(textOf(form, 'return'));
    const attempt = await visit.attempt(form, () => visit.waitingApi.do(signInWithCode, { code: textOf(form, 'code') }));
    if (attempt.form) showStep(visit, attempt.form, back, attempt.status);
    else visit.begin(attempt.accepted, back);
  }

  @Get('account/second-factor')
  async show(@Res() { visit }: Visited): Promise<void> {
    await showOwn(visit);
  }

  @Post('account/second-factor')
  async begin(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, beginSecondFactor, {
      command: (form) => ({ password: textOf(form, 'password') }),
      accepted: (factor) => showSetUp(visit, factor, blankForm()),
      refused: (form, status) => showOwn(visit, { begin: form }, status),
    });
  }

  @Post('account/second-factor/confirmation')
  async confirm(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, confirmSecondFactor, {
      command: (form) => ({ code: textOf(form, 'code') }),
      accepted: ({ codes }) => showCodes(visit, codes),
      // What the person's app has by now stands in the form: a second secret would not fit.
      refused: (form, status) => showSetUp(visit, factorIn(form), form, status),
    });
  }

  @Post('account/second-factor/recovery-codes')
  async renew(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, renewRecoveryCodes, {
      command: proofIn,
      accepted: ({ codes }) => showCodes(visit, codes),
      refused: (form, status) => showOwn(visit, { renew: form }, status),
    });
  }

  @Post('account/second-factor/removal')
  async turnOff(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, turnOffSecondFactor, {
      command: proofIn,
      accepted: () => visit.seeOther('/account?saved'),
      refused: (form, status) => showOwn(visit, { off: form }, status),
    });
  }
}

const proofIn = (form: FormState) => ({ password: textOf(form, 'password'), code: textOf(form, 'code') });

/** @throws Rejection NOT_FOUND for a form that none of our pages has */
function factorIn(form: FormState): NewSecondFactor {
  const [secret, link] = [textOf(form, 'secret'), textOf(form, 'link')];
  if (!/^[A-Z2-7]{32}$/.test(secret) || !link.startsWith('otpauth://totp/') || link.length > 1_000) throw new Rejection('NOT_FOUND');
  return { secret, link };
}

function showStep(visit: Visit, form: FormState, back: string, status = 200): void {
  const page = <SignInCodePage form={form} back={back} />;
  visit.show(page, { title: visit.texts.t('signInCode.title'), status, address: '/sign-in/code' });
}

function showSetUp(visit: Visit, factor: NewSecondFactor, form: FormState, status = 200): void {
  visit.show(<SetUpPage factor={factor} form={form} />, { title: visit.texts.t('secondFactor.title'), status, address });
}

function showCodes(visit: Visit, codes: readonly string[]): void {
  visit.show(<RecoveryCodesPage codes={codes} />, { title: visit.texts.t('recoveryCodes.title'), address });
}

async function showOwn(visit: Visit, forms: Parameters<typeof SecondFactorPage>[0]['forms'] = {}, status = 200): Promise<void> {
  if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
  const view = await visit.api.do(showSecondFactor, {});
  const page = <SecondFactorPage account={visit.account} view={view} blank={blankForm()} forms={forms} />;
  visit.show(page, { title: visit.texts.t('secondFactor.title'), status, address });
}
