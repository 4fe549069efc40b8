import { describe, expect, it } from '@jest/globals';
import { receiptFor } from '../../test/check-receipt.fixture';
import { toHex } from '../encoding';
import { commitmentTo } from '../tree/commitment';
import { webCrypto } from '../web-crypto';
import { checkWords } from './check-words';
import { formatReceipt, parseReceipt } from './receipt';

const [opening, another] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)];
const words = 'Buses every ten minutes, أيضًا 🚌';
const commitments = [toHex(await commitmentTo(words, opening, webCrypto.sha256))];
const receipt = await receiptFor(3);
const parsed = parseReceipt(receipt);
if (!parsed.ok) throw new Error(parsed.reason);
const { promise, signature } = parsed.receipt;
const receiptWith = (bytes?: Uint8Array): string => formatReceipt(promise, signature, bytes);

describe('checkWords', () => {
  it('knows the words again that the receipt opens, to the letter', async () => {
    expect(await checkWords(receiptWith(opening), words, { commitments })).toBe('same');
    for (const other of [`${words} `, words.toLowerCase(), '', '\ud800'])
      expect(await checkWords(receiptWith(opening), other, { commitments })).toBe('different');
  });

  it('is not deceived by another opening, or by the leaf of other words', async () => {
    expect(await checkWords(receiptWith(another), words, { commitments })).toBe('different');
    expect(await checkWords(receiptWith(opening), words, { commitments: ['ab'.repeat(32)] })).toBe('different');
  });

  it('says nothing where there were no words', async () => {
    expect(await checkWords(receipt, words, { commitments })).toBeUndefined();
    expect(await checkWords(receiptWith(opening), words, {})).toBeUndefined();
    expect(await checkWords('words', words, { commitments })).toBeUndefined();
  });

  it('reads an opening of 32 bytes and nothing else', () => {
    expect(parseReceipt(receiptWith(opening))).toMatchObject({ ok: true, receipt: { opening } });
    for (const end of ['.', '.AAAA', `.${'A'.repeat(42)}`, `.${'A'.repeat(43)}.`, `.${'A'.repeat(44)}`])
      expect(parseReceipt(`${receipt}${end}`)).toEqual({ ok: false, reason: 'malformed' });
    expect(() => receiptWith(opening.subarray(1))).toThrow(TypeError);
  });
});
