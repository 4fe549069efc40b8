import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@isegoria/kernel';
import { ReceiptSigner } from './receipts';

const event: Omit<Recorded, 'position'> = {
  type: 'LampSet',
  data: { on: true },
  id: '5f0c8c5e-8b0a-4a5e-9d59-2b1d8f6c7a10',
  stream: 'lamp-1',
  revision: 0,
  recordedAt: '2026-03-02T12:00:00.000Z',
  metadata: { schema: 1, at: '2026-03-02T12:00:00.000Z', correlationId: 'spec' },
};

describe('a receipt', () => {
  const signer = new ReceiptSigner(generateKeyPairSync('ed25519').privateKey);

  it('is the same for an event that was brought to a newer version: it binds what is stored', () => {
    const receipt = signer.receiptFor(event);
    expect(signer.receiptFor({ ...event, data: { on: true, percent: 100 }, stored: event.data })).toBe(receipt);
    expect(signer.receiptFor({ ...event, data: { on: true, percent: 100 } })).not.toBe(receipt);
  });
});
