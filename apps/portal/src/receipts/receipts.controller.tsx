import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiProblem } from '@isegoria/api-client';
import { checkReceipt, limits, type ReceiptCheck } from '@isegoria/contracts';
import { parseReceipt } from '@isegoria/merkle-log';
import type { FormState } from '@isegoria/ui';
import { blankForm, sentForm, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { aboutReceipt, type AboutReceipt } from './about-receipt';
import { PrintedReceipt } from './printed-receipt.page';
import { ReceiptCheckPage } from './receipts.page';

@Controller('receipts')
export class ReceiptsController {
  /** The link in a QR code is short: `/receipts?r=`. */
  @Get(['', 'check'])
  async form(@Res() { visit }: Visited, @Query('receipt') receipt?: unknown, @Query('r') r?: unknown): Promise<void> {
    const text = textIn(receipt) || textIn(r);
    if (text) return check(visit, blankForm({ receipt: text }));
    show(visit, blankForm());
  }

  /** A plain page, for the browser's own print command. What is no receipt is sent to the check, which says so. */
  @Get('print')
  print(@Res() { visit }: Visited, @Query('r') r?: unknown): void {
    const text = textIn(r);
    const read = readIn(text);
    if (!read?.ok) return visit.seeOther('/receipts/check');
    const link = `${visit.origin}/receipts?r=${text}`;
    const { id, time } = read.receipt.promise;
    visit.show(<PrintedReceipt text={text} entry={id} time={time} link={link} />, {
      title: visit.texts.t('receipt.printTitle'),
      islands: ['receipt-tools'],
    });
  }

  /** As a file: some browsers within apps save nothing that the page itself holds. What is no receipt becomes no file of this site. */
  @Get('file')
  file(@Res() response: Visited, @Query('r') r?: unknown): void {
    const text = textIn(r);
    if (!readIn(text)?.ok) return response.visit.seeOther('/receipts/check');
    response.set({ 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="receipt.txt"' });
    response.type('text/plain').send(text);
  }

  /** Checking changes nothing, so its page is the answer itself, at an address without the receipt. */
  @Post('check')
  async check(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await check(visit, sentForm(body));
  }
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function readIn(text: string) {
  return text.length <= limits.receiptLength ? parseReceipt(text) : undefined;
}

async function check(visit: Visit, form: FormState): Promise<void> {
  const receipt = textOf(form, 'receipt').trim();
  const words = textOf(form, 'words');
  try {
    const answer = await visit.api.do(checkReceipt, { receipt, ...(words.trim() !== '' && { words }) });
    visit.tellOfAcceptance(form, checkReceipt);
    show(visit, form, { check: answer, about: await aboutReceipt(visit, answer) });
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.status >= 500) throw error;
    if (receipt !== '' && error.is('RECEIPT_INVALID', 'RECEIPT_NOT_FOUND'))
      return show(visit, form, { refused: error.problem.detail }, error.problem.status);
    show(visit, visit.refuse(form, error), {}, error.problem.status);
  }
}

function show(
  visit: Visit,
  form: FormState,
  result: { check?: ReceiptCheck; about?: AboutReceipt; refused?: string } = {},
  status = 200,
): void {
  visit.show(<ReceiptCheckPage form={form} {...result} />, {
    title: visit.texts.t('check.title'),
    status,
    address: '/receipts/check',
    islands: ['receipt-check'],
  });
}
