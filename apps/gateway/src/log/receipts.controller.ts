import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { Serves, bodyOf, parametersOf } from '@isegoria/api-host';
import { isLate } from '@isegoria/consultations/read-models';
import { Rejection, checkReceipt, fetchProof, validated, type ReceiptCheck } from '@isegoria/contracts';
import { checkAgainst } from './receipt-check';
import { TransparencyLog } from './transparency-log';

/** Receipts are checked against the log itself, which is no read model and no command; the rows say what came too late. */
@Controller()
export class ReceiptsController {
  constructor(
    @Inject(TransparencyLog) private readonly transparencyLog: TransparencyLog,
    @Inject(DataSource) private readonly rows: DataSource,
  ) {}

  @Serves(checkReceipt)
  check(@Req() request: Request): Promise<ReceiptCheck> {
    const { receipt, words } = validated(checkReceipt.shape, bodyOf(request));
    const evidence = { log: this.transparencyLog, isLate: (eventId: string) => isLate(this.rows, eventId) };
    return checkAgainst(evidence, receipt.trim(), words);
  }

  /** As text (C2SP tlog-proof), which other programs read; as JSON, with the leaf, for clients that ask for it. */
  @Serves(fetchProof)
  async proof(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { receiptId } = parametersOf(request, fetchProof);
    const asJson = request.accepts(['text/plain', 'application/json']) === 'application/json';
    const proof = await (asJson ? this.transparencyLog.proofOf(receiptId) : this.transparencyLog.proofTextOf(receiptId));
    if (!proof) throw new Rejection('RECEIPT_NOT_FOUND');
    response
      .vary('accept')
      .type(asJson ? 'application/json' : 'text/plain; charset=utf-8')
      .send(proof);
  }
}
