import { createHash, sign, type KeyObject } from 'node:crypto';
import { formatReceipt, receiptSigningBytes } from '@isegoria/merkle-log';
import type { Recorded } from '@isegoria/contracts';

/** Gives the person who contributed a signed promise: this event, with exactly this content, recorded at this time, is in the log. */
export class ReceiptSigner {
  constructor(private readonly key: KeyObject) {}

  /** One line of text; the same event always gives the same receipt. */
  receiptFor({ id, type, data, recordedAt: time }: Pick<Recorded, 'id' | 'type' | 'data' | 'recordedAt'>): string {
    const promise = { v: 1 as const, id, type, data: createHash('sha256').update(JSON.stringify(data)).digest('hex'), time };
    return formatReceipt(promise, sign(null, receiptSigningBytes(promise), this.key));
  }
}
