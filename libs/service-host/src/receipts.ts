import { createHash, sign, type KeyObject } from 'node:crypto';
import { formatReceipt, receiptSigningBytes } from '@isegoria/merkle-log';
import type { DomainEvent } from '@isegoria/contracts';

/** Gives the person who contributed a signed promise: this event, with exactly this content, is in the log. */
export class ReceiptSigner {
  constructor(private readonly key: KeyObject) {}

  /** One line of text; the same event always gives the same receipt. */
  receiptFor({ id, type, data }: DomainEvent & { readonly id: string }): string {
    const promise = { v: 1 as const, id, type, data: createHash('sha256').update(JSON.stringify(data)).digest('hex') };
    return formatReceipt(promise, sign(null, receiptSigningBytes(promise), this.key));
  }
}
