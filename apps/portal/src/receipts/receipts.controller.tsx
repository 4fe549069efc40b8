import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { ReceiptCheck } from '@isegoria/contracts';
import type { FormState } from '@isegoria/ui';
import { ApiError } from '../web/api-client';
import { blankForm, sentForm, textOf } from '../web/form';
import { formErrors } from '../web/form-errors';
import type { Visit, Visited } from '../web/visit';
import { ReceiptCheckPage } from './receipts.page';

@Controller('receipts/check')
export class ReceiptsController {
  @Get()
  async form(@Res() { visit }: Visited, @Query('receipt') receipt?: string | string[]): Promise<void> {
    const text = typeof receipt === 'string' ? receipt.trim() : '';
    if (text) return check(visit, blankForm({ receipt: text }));
    show(visit, blankForm());
  }

  /** Checking changes nothing, so its page is the answer itself, at an address without the receipt. */
  @Post()
  async check(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await check(visit, sentForm(body));
  }
}

async function check(visit: Visit, form: FormState): Promise<void> {
  const receipt = textOf(form, 'receipt').trim();
  try {
    show(visit, form, { check: await visit.api.post<ReceiptCheck>('/receipts/checks', { receipt }) });
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.status >= 500) throw error;
    if (receipt !== '' && error.is('RECEIPT_INVALID', 'RECEIPT_NOT_FOUND', 'VALIDATION_FAILED')) return show(visit, form, { refused: error.problem.detail }, error.problem.status);
    show(visit, { ...form, errors: formErrors(error, visit.texts) }, {}, error.problem.status);
  }
}

function show(visit: Visit, form: FormState, result: { check?: ReceiptCheck; refused?: string } = {}, status = 200): void {
  visit.show(<ReceiptCheckPage form={form} {...result} />, { title: visit.texts.t('check.title'), status, address: '/receipts/check', islands: ['receipt-check'] });
}
