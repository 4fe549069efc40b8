import { Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Rejection, validated, type ReceiptCheck, type ReceiptProof } from '@isegoria/contracts';
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

  @Get(':eventId')
  async proof(@Param('eventId', eventId) id: string): Promise<ReceiptProof> {
    const proof = await this.transparencyLog.proofOf(id);
    if (!proof) throw new Rejection('RECEIPT_NOT_FOUND');
    return proof;
  }
}
