import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Rejection, validated, type ReceiptCheck } from '@isegoria/contracts';
import { bodyOf } from '../request/body';
import { eventId } from '../request/path-id';
import { CheckReceipt } from './check-receipt';
import { checkAgainst } from './receipt-check';
import { TransparencyLog } from './transparency-log';

@Controller('receipts')
export class ReceiptsController {
  constructor(@Inject(TransparencyLog) private readonly transparencyLog: TransparencyLog) {}

  @Post('checks')
  @HttpCode(200)
  check(@Req() request: Request): Promise<ReceiptCheck> {
    const { receipt } = validated(CheckReceipt, bodyOf(request));
    return checkAgainst(this.transparencyLog, receipt.trim());
  }

  /** As text (C2SP tlog-proof), which programs of others read; as JSON, with the leaf, for whoever asks for that. */
  @Get(':eventId')
  async proof(@Req() request: Request, @Param('eventId', eventId) id: string, @Res() response: Response): Promise<void> {
    const asJson = request.accepts(['text/plain', 'application/json']) === 'application/json';
    const proof = await (asJson ? this.transparencyLog.proofOf(id) : this.transparencyLog.proofTextOf(id));
    if (!proof) throw new Rejection('RECEIPT_NOT_FOUND');
    response.vary('accept').type(asJson ? 'application/json' : 'text/plain; charset=utf-8').send(proof);
  }
}
