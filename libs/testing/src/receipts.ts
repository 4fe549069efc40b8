import { deepStrictEqual, ok } from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Recorded } from '@isegoria/contracts';
import { parseReceipt, receiptSigningBytes } from '@isegoria/merkle-log';

/** Checks that a receipt is signed with the key in `RECEIPT_PUBLIC_KEY` and promises exactly this event. @throws AssertionError otherwise */
export function expectReceiptFor(receipt: string | undefined, event: Recorded | undefined): void {
  const parsed = parseReceipt(receipt ?? '');
  ok(parsed.ok && event, 'There is no receipt or no event to compare.');
  const { promise, signature } = parsed.receipt;
  const hash = createHash('sha256').update(JSON.stringify(event.data)).digest('hex');
  deepStrictEqual(promise, { v: 1, id: event.id, type: event.type, data: hash, time: event.recordedAt });
  const key = createPublicKey({ key: Buffer.from(process.env['RECEIPT_PUBLIC_KEY'] ?? '', 'base64'), format: 'der', type: 'spki' });
  ok(verify(null, receiptSigningBytes(promise), key, signature), 'The receipt is not signed with the key of this platform.');
}
