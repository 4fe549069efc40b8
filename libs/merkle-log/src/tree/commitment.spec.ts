import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commitmentTo, newOpening, verifyCommitment } from './commitment';
import { webCrypto } from '../web-crypto';
import { sha256 } from '../../test/vectors.fixture';

const opening = new Uint8Array(32).fill(3);

describe('a commitment to a plaintext', () => {
  it('is SHA-256 over the opening and the canonical JSON', async () => {
    const expected = createHash('sha256').update(opening).update('{"a":1,"text":"€ 5"}').digest();
    expect(Buffer.from(await commitmentTo({ text: '€ 5', a: 1.0 }, opening, webCrypto.sha256))).toEqual(expected);
  });

  it('verifies for its plaintext however that is written, and for no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (value, other) => {
        const commitment = await commitmentTo(value, opening, sha256);
        expect(await verifyCommitment(commitment, JSON.parse(JSON.stringify(value)), opening, sha256)).toBe(true);
        const isSame = Buffer.compare(commitment, await commitmentTo(other, opening, sha256)) === 0;
        expect(await verifyCommitment(commitment, other, opening, sha256)).toBe(isSame);
      }),
    );
  });

  it('fails with any changed bit of the commitment or the opening', async () => {
    const commitment = await commitmentTo('text', opening, sha256);
    const flipped = (bytes: Uint8Array, bit: number) => bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    await fc.assert(
      fc.asyncProperty(fc.nat(255), async (bit) => {
        expect(await verifyCommitment(flipped(commitment, bit), 'text', opening, sha256)).toBe(false);
        expect(await verifyCommitment(commitment, 'text', flipped(opening, bit), sha256)).toBe(false);
      }),
    );
  });

  it('has an opening of 32 random bytes', async () => {
    expect(newOpening()).toHaveLength(32);
    expect(newOpening()).not.toEqual(newOpening());
    await expect(commitmentTo('text', new Uint8Array(31), sha256)).rejects.toThrow(TypeError);
    const long = await sha256(Buffer.concat([new Uint8Array(33), Buffer.from('"text"')]));
    expect(await verifyCommitment(long, 'text', new Uint8Array(33), sha256)).toBe(false);
    expect(await verifyCommitment(new Uint8Array(32), '\ud800', opening, sha256)).toBe(false);
  });
});
