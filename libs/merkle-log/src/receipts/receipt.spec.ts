import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatReceipt, parseReceipt, receiptSigningBytes, verifyReceipt, type ReceiptPromise } from './receipt';
import { PETER, sha256, signerOf } from '../../test/vectors.fixture';
import { verifierKey } from '../signing/verifier-key';
import { webCrypto } from '../web-crypto';

const { sign, publicKey } = signerOf(PETER.secret);
const key = await verifierKey('ministry.example/receipts', publicKey, sha256);
const promise: ReceiptPromise = {
  v: 2,
  id: '5f0c8c5e-8b0a-4a5e-9d59-2b1d8f6c7a10',
  type: 'BallotCast',
  leaf: 'ab'.repeat(32),
  time: '2026-01-31T12:00:00.123Z',
};
const signature = await sign(receiptSigningBytes(promise));
const text = formatReceipt(promise, signature);
const base64url = (value: string | Uint8Array) => Buffer.from(value).toString('base64url');

async function isGenuine(candidate: string): Promise<boolean> {
  const parsed = parseReceipt(candidate);
  return parsed.ok && (await verifyReceipt(parsed.receipt, [key], webCrypto.verifyEd25519));
}

describe('receipts', () => {
  it('are one line of text that is read back and verified', async () => {
    const json = `{"id":"5f0c8c5e-8b0a-4a5e-9d59-2b1d8f6c7a10","leaf":"${'ab'.repeat(32)}","time":"2026-01-31T12:00:00.123Z","type":"BallotCast","v":2}`;
    expect(text).toBe(`isegoria-receipt.2.${base64url(json)}.${base64url(signature)}`);
    expect(parseReceipt(text)).toEqual({ ok: true, receipt: { promise, signature } });
    expect(await isGenuine(text)).toBe(true);
  });

  it('sign bytes that begin with their purpose and are no note', () => {
    expect(Buffer.from(receiptSigningBytes(promise)).toString()).toMatch(/^isegoria-receipt\.2\0\{"id":/);
  });

  it('do not hold with any character changed, left out or added', async () => {
    const alphabet = [...'ABCDwxyz0189-_.=+/ \n'];
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom(...alphabet), async (at, char) => {
        const [before, after] = [text.slice(0, at), text.slice(at + 1)];
        if (char !== text[at]) expect(await isGenuine(before + char + after)).toBe(false);
        expect(await isGenuine(before + after)).toBe(false);
        // Doubling a character of the signature or the promise lengthens it.
        expect(await isGenuine(before + text[at] + text[at] + after)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('do not hold by another key, or with the signature of another purpose', async () => {
    const stranger = signerOf(new Uint8Array(32).fill(9));
    expect(await isGenuine(formatReceipt(promise, await stranger.sign(receiptSigningBytes(promise))))).toBe(false);
    const bare = receiptSigningBytes(promise).subarray('isegoria-receipt.2\0'.length);
    expect(await isGenuine(formatReceipt(promise, await sign(bare)))).toBe(false);
  });

  it('hold by any one of the trusted keys, and by none of no keys', async () => {
    const parsed = parseReceipt(text);
    const other = await verifierKey('old.example', signerOf(new Uint8Array(32).fill(9)).publicKey, sha256);
    if (!parsed.ok) throw new Error('unreadable');
    expect(await verifyReceipt(parsed.receipt, [other, key], webCrypto.verifyEd25519)).toBe(true);
    expect(await verifyReceipt(parsed.receipt, [], webCrypto.verifyEd25519)).toBe(false);
  });

  const withJson = (json: string) => `isegoria-receipt.2.${base64url(json)}.${base64url(signature)}`;
  const json = Buffer.from(text.split('.')[2]!, 'base64url').toString();
  it.each([
    ['nothing', ''],
    ['a trailing newline', `${text}\n`],
    ['a leading blank', ` ${text}`],
    ['a further part', `${text}.AA`],
    ['a missing part', text.slice(0, text.lastIndexOf('.'))],
    ['padding', `${text}==`],
    ['a set unused bit in its base64', text.replace(/.$/, 'B')],
    ['blanks in its JSON', withJson(json.replace('{', '{ '))],
    ['fields in another order', withJson(JSON.stringify(promise))],
    ['a further field', withJson(json.replace('"v":2', '"v":2,"w":1'))],
    ['a doubled field', withJson(json.replace('"v":2', '"v":2,"v":2'))],
    ['another version within', withJson(json.replace('"v":2', '"v":3'))],
    ['an empty id', withJson(json.replace(promise.id, ''))],
    ['a long id', withJson(json.replace(promise.id, 'a'.repeat(201)))],
    ['a short hash', withJson(json.replace('abab', ''))],
    ['no time', withJson(json.replace(/"time":"[^"]*",/, ''))],
    ['a time that is none', withJson(json.replace('2026-01-31', '2026-02-31'))],
    ['no JSON', withJson('{')],
    ['null', withJson('null')],
    ['no UTF-8', `isegoria-receipt.2.${base64url(Uint8Array.of(0xff))}.${base64url(signature)}`],
    ['a short signature', formatReceipt(promise, signature).slice(0, -4)],
    ['another name', text.replace('isegoria', 'Isegoria')],
    ['a version that is no number', text.replace('.2.', '.2a.')],
    ['a version with a zero', text.replace('.2.', '.02.')],
    ['five thousand characters', text.padEnd(5000, 'A')],
  ])('are malformed with %s', (_, wrong) => {
    expect(parseReceipt(wrong)).toEqual({ ok: false, reason: 'malformed' });
  });

  it('of another version are told apart from damaged ones', () => {
    expect(parseReceipt(text.replace('.2.', '.3.'))).toEqual({ ok: false, reason: 'unsupported-version' });
    expect(parseReceipt('isegoria-receipt.1')).toEqual({ ok: false, reason: 'unsupported-version' });
    expect(parseReceipt(undefined as unknown as string)).toEqual({ ok: false, reason: 'malformed' });
  });

  it.each([
    { ...promise, v: 1 },
    { ...promise, id: '' },
    { ...promise, type: '\ud800' },
    { ...promise, leaf: 'AB'.repeat(32) },
    { ...promise, extra: 1 },
    null,
  ])('are not made of %j', (wrong) => {
    expect(() => receiptSigningBytes(wrong as ReceiptPromise)).toThrow(TypeError);
    expect(() => formatReceipt(wrong as ReceiptPromise, signature)).toThrow(TypeError);
  });

  it('are not made with a signature of another length', () => {
    expect(() => formatReceipt(promise, signature.subarray(1))).toThrow('64 bytes');
  });
});
