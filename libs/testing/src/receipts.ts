import { deepStrictEqual, ok } from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Recorded } from '@isegoria/kernel';
import { leafButPlace, parseReceipt, receiptSigningBytes } from '@isegoria/merkle-log';

/**
 * Checks that a receipt is signed with the key in `RECEIPT_PUBLIC_KEY` and promises exactly this event.
 * @param words of the contribution, which the opening in the receipt proves
 * @throws AssertionError otherwise
 */
export function expectReceiptFor(receipt: string | undefined, event: Recorded | undefined, words?: string): void {
  const parsed = parseReceipt(receipt ?? '');
  ok(parsed.ok && event, 'There is no receipt or no event to compare.');
  const { promise, signature, opening } = parsed.receipt;
  const { id, type, recordedAt: time, stream, revision, metadata, data } = event;
  const leaf = {
    v: 1,
    stream,
    revision,
    id,
    type,
    time,
    schema: metadata.schema,
    data: hashOf(data),
    metadata: hashOf(metadata),
    ...committed(data),
  } as const;
  deepStrictEqual(promise, { v: 2, id, type, leaf: createHash('sha256').update(leafButPlace(leaf)).digest('hex'), time });
  const key = createPublicKey({ key: Buffer.from(process.env['RECEIPT_PUBLIC_KEY'] ?? '', 'base64'), format: 'der', type: 'spki' });
  ok(verify(null, receiptSigningBytes(promise), key, signature), 'The receipt is not signed with the key of this platform.');
  if (words === undefined) return;
  ok(opening, 'The receipt does not carry the opening of its words.');
  const commitment = createHash('sha256').update(opening).update(JSON.stringify(words)).digest('hex');
  deepStrictEqual(committed(data).commitments, [commitment]);
}

const hashOf = (stored: object): string => createHash('sha256').update(JSON.stringify(stored)).digest('hex');

/** The commitment of an event's one sealed text. */
function committed(data: object): { commitments?: string[] } {
  const { text } = data as { text?: { sealed?: string } };
  const commitment = text?.sealed?.split('.')[3];
  return commitment === undefined ? {} : { commitments: [commitment] };
}
