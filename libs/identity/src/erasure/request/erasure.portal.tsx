import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { eraseOwnAccount } from '../erasure.contract';
import { ErasedPage, ErasurePage } from './erasure.page';

@Controller('account')
export class ErasureController {
  @Get('erasure')
  erasure(@Res() { visit }: Visited): void {
    show(visit, blankForm());
  }

  @Post('erasure')
  async erase(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, eraseOwnAccount, {
      command: (form) => ({ password: textOf(form, 'password') }),
      accepted: () => {
        visit.forgetSession();
        visit.seeOther('/account/erased');
      },
      refused: (form, status) => show(visit, status === 429 ? atPassword(form) : form, status),
    });
  }

  @Get('erased')
  erased(@Res() { visit }: Visited): void {
    visit.show(<ErasedPage />, { title: visit.texts.t('erasure.done') });
  }
}

/** Too many guesses are about the field that was guessed. */
function atPassword(form: FormState): FormState {
  return { ...form, errors: form.errors.map(({ message }) => ({ field: 'password', message })) };
}

function show(visit: Visit, form: FormState, status = 200): void {
  if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
  const { t } = visit.texts;
  const title = t('erasure.title');
  visit.show(<ErasurePage form={form} isAdministrator={visit.may('administer')} />, {
    title,
    status,
    address: '/account/erasure',
  });
}
