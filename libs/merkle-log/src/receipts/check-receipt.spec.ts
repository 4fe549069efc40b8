import { describe, expect, it } from '@jest/globals';
import { checkReceipt, type ReceiptEvidence, type TrustedKeys } from './check-receipt';
import { evidenceFor, keys, logKey, logSigner, receiptFor } from '../../test/check-receipt.fixture';
import { signCheckpoint } from '../signing/checkpoint';
import { CT_ROOTS, signerOf } from '../../test/vectors.fixture';
import { CryptoUnavailable, webCrypto } from '../web-crypto';

const receipt = await receiptFor(13);
const evidence = await evidenceFor(13);

/** The steps in one line: a name alone is right, with its reason it is not. */
async function verdict(text: string, given: unknown, trusted: TrustedKeys = keys, crypto = webCrypto): Promise<string> {
  const steps = await checkReceipt(text, given as ReceiptEvidence | undefined, trusted, crypto);
  const names = ['receipt-readable', 'receipt-signed', 'leaf-matches', 'checkpoint-signed', 'leaf-included'];
  expect(steps.map(({ name }) => name)).toEqual(names);
  for (const { ok, reason } of steps) expect(reason === undefined).toBe(ok);
  return steps.map(({ ok, reason }) => (ok ? 'ok' : reason)).join(' ');
}

describe('checkReceipt', () => {
  it('finds every step right for every event of a log', async () => {
    for (let seq = 0; seq < 21; seq++) expect(await verdict(await receiptFor(seq), await evidenceFor(seq))).toBe('ok ok ok ok ok');
  });

  it('has only the receipt to check while the log has no evidence', async () => {
    expect(await verdict(receipt, undefined)).toBe('ok ok no-evidence no-evidence no-evidence');
    expect(await verdict(receipt, null)).toBe('ok ok no-evidence no-evidence no-evidence');
  });

  it('tells an unreadable receipt, and still looks at the checkpoint', async () => {
    expect(await verdict(`${receipt}x`, evidence)).toBe('malformed not-checked not-checked ok not-checked');
    expect(await verdict(receipt.replace('.2.', '.9.'), evidence)).toBe('unsupported-version not-checked not-checked ok not-checked');
    expect(await verdict(undefined as unknown as string, evidence)).toBe('malformed not-checked not-checked ok not-checked');
  });

  it('tells a receipt that the platform did not sign', async () => {
    const other = receipt.split('.');
    other[3] = (await receiptFor(12)).split('.')[3]!;
    expect(await verdict(other.join('.'), evidence)).toBe('ok wrong-signature ok ok ok');
    expect(await verdict(receipt, evidence, { ...keys, receipt: keys.log })).toBe('ok wrong-signature ok ok ok');
    expect(await verdict(receipt, evidence, { ...keys, receipt: ['nonsense'] })).toBe('ok unknown-key ok ok ok');
  });

  it('tells the leaf of another event, and one that differs in anything but its place', async () => {
    expect(await verdict(receipt, await evidenceFor(12))).toBe('ok ok different-event ok not-checked');
    const [hash, other] = ['1'.repeat(64), '2'.repeat(64)];
    const ofTheEvent = [
      { id: 'event-12' },
      { type: 'BallotSpoilt' },
      { data: hash },
      { time: '2026-01-31T12:00:01Z' },
      { commitments: [other] },
    ];
    for (const change of [...ofTheEvent, { stream: 'ballot-12' }, { revision: 1 }, { schema: 2 }, { metadata: hash }]) {
      expect(await verdict(receipt, { ...evidence, leaf: { ...evidence.leaf, ...change } })).toBe('ok ok different-event ok not-checked');
    }
  });

  it('tells a leaf at another place, of which the receipt says nothing', async () => {
    expect(await verdict(receipt, { ...evidence, leaf: { ...evidence.leaf, seq: 12 } })).toBe('ok ok ok ok not-included');
  });

  it('tells a checkpoint that the log did not sign', async () => {
    const forged = await signCheckpoint({ size: 21, root: CT_ROOTS[0]! }, logKey, signerOf(new Uint8Array(32).fill(3)).sign);
    expect(await verdict(receipt, { ...evidence, checkpoint: forged })).toBe('ok ok ok wrong-signature not-checked');
    const resized = evidence.checkpoint.replace('\n21\n', '\n22\n');
    expect(await verdict(receipt, { ...evidence, checkpoint: resized })).toBe('ok ok ok wrong-signature not-checked');
    expect(await verdict(receipt, evidence, { ...keys, log: [] })).toBe('ok ok ok unknown-key not-checked');
  });

  it('tells an event that is not in the tree of a genuine checkpoint', async () => {
    const other = await signCheckpoint({ size: 21, root: CT_ROOTS[0]! }, logKey, logSigner.sign);
    expect(await verdict(receipt, { ...evidence, checkpoint: other })).toBe('ok ok ok ok not-included');
    const before = await signCheckpoint({ size: 13, root: CT_ROOTS[0]! }, logKey, logSigner.sign);
    expect(await verdict(receipt, { ...evidence, checkpoint: before })).toBe('ok ok ok ok not-included');
    expect(await verdict(receipt, { ...evidence, path: evidence.path.slice(1) })).toBe('ok ok ok ok not-included');
  });

  it('copes with any evidence', async () => {
    expect(await verdict(receipt, 'evidence')).toBe('ok ok malformed malformed not-checked');
    expect(await verdict(receipt, {})).toBe('ok ok malformed malformed not-checked');
    for (const path of [undefined, null, 'abc', ['*'], [7], [evidence.path]]) {
      expect(await verdict(receipt, { ...evidence, path })).toBe('ok ok ok ok malformed');
    }
    expect(await verdict(receipt, { ...evidence, leaf: { ...evidence.leaf, more: 1 } })).toBe('ok ok malformed ok not-checked');
    expect(await verdict(receipt, evidence, null as unknown as TrustedKeys)).toBe('ok malformed ok malformed not-checked');
    expect(await verdict(receipt, evidence, {} as TrustedKeys)).toBe('ok malformed ok malformed not-checked');
  });

  it('does not call a receipt forged where the browser cannot check it', async () => {
    const verifyEd25519 = () => Promise.reject(new CryptoUnavailable('none here'));
    expect(await verdict(receipt, evidence, keys, { ...webCrypto, verifyEd25519 })).toBe('ok unsupported ok unsupported not-checked');
  });
});
