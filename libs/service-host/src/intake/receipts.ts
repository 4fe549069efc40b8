import { hash, sign, type KeyObject } from 'node:crypto';
import { formatReceipt, leafButPlace, receiptSigningBytes } from '@isegoria/merkle-log';
import type { Recorded } from '@isegoria/kernel';
import { leafWithoutPlace } from './leaf-of';

/** Gives the person who contributed a signed promise: this event, recorded at this time and with exactly this leaf, is in the log. */
export class ReceiptSigner {
  constructor(private readonly key: KeyObject) {}

  /**
   * One line of text; the same event always gives the same receipt.
   * @param opening of its words, with which the author can prove what was recorded
   */
  receiptFor(event: Omit<Recorded, 'position'>, opening?: Uint8Array): string {
    const { id, type, recordedAt: time } = event;
    // The store has them in these very bytes: the client writes JSON in this way.
    const stored = { data: Buffer.from(JSON.stringify(event.stored ?? event.data)), metadata: Buffer.from(JSON.stringify(event.metadata)) };
    const leaf = hash('sha256', leafButPlace(leafWithoutPlace({ ...event, ...stored })), 'hex');
    const promise = { v: 2, id, type, leaf, time } as const;
    return formatReceipt(promise, sign(null, receiptSigningBytes(promise), this.key), opening);
  }
}
