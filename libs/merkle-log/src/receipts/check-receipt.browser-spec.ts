import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import type { ReceiptEvidence, ReceiptStep } from './check-receipt';
import { cosign } from '../signing/cosignature';
import { leafHash } from '../tree/hash';
import { leafBytes } from '../tree/leaf';
import { parseNote, withSignatures } from '../signing/signed-note';
import { formatTlogProof } from './tlog-proof';
import { cosignerKey, formatCosignerKey } from '../signing/verifier-key';
import { evidenceFor, keys, receiptFor } from '../../test/check-receipt.fixture';
import { sha256, signerOf } from '../../test/vectors.fixture';

type Library = typeof import('../index');

let browser: Browser;
let script: string;

beforeAll(async () => {
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath, args });
  const entry = fileURLToPath(new URL('../index.ts', import.meta.url));
  // Building for a browser fails on any import from Node.
  const form = { bundle: true, platform: 'browser', format: 'iife', globalName: 'merkleLog', write: false } as const;
  const built = await build({ entryPoints: [entry], ...form });
  script = built.outputFiles[0]!.text;
}, 60_000);

afterAll(() => browser?.close());

/** Runs a function in a page of this origin that has loaded the library. */
async function onPage<T, R>(origin: string, run: (given: T) => R | Promise<R>, given: T): Promise<R> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Receipt</title>' }));
  await page.goto(origin);
  await page.addScriptTag({ content: script });
  const result = await page.evaluate(run as (given: unknown) => R | Promise<R>, given as unknown);
  await page.close();
  return result;
}

const stepsOn = (origin: string, receipt: string, evidence: ReceiptEvidence): Promise<ReceiptStep[]> =>
  onPage(
    origin,
    ({ receipt: text, evidence: shown, keys: trusted }) =>
      (globalThis as unknown as { merkleLog: Library }).merkleLog.checkReceipt(text, shown, trusted),
    { receipt, evidence, keys },
  );

describe('checkReceipt in a browser', () => {
  it("verifies a receipt to the end, by the browser's own cryptography", async () => {
    const steps = await stepsOn('https://portal.example/', await receiptFor(13), await evidenceFor(13));
    expect(steps.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
  });

  it('finds an altered receipt and an altered leaf', async () => {
    const altered = `${(await receiptFor(12)).slice(0, -86)}${(await receiptFor(13)).slice(-86)}`;
    const evidence = await evidenceFor(12);
    const verdict = async (change: object) =>
      (await stepsOn('https://portal.example/', altered, { ...evidence, leaf: { ...evidence.leaf, ...change } })).map(({ ok, reason }) =>
        ok ? 'ok' : reason,
      );
    expect(await verdict({ revision: 1 })).toEqual(['ok', 'wrong-signature', 'different-event', 'ok', 'not-checked']);
    expect(await verdict({ seq: 13 })).toEqual(['ok', 'wrong-signature', 'ok', 'ok', 'not-included']);
  });

  it('says that it cannot verify on an origin without WebCrypto', async () => {
    const steps = await stepsOn('http://portal.example/', await receiptFor(13), await evidenceFor(13));
    expect(steps.map(({ ok, reason }) => (ok ? 'ok' : reason))).toEqual(['ok', 'unsupported', 'unsupported', 'unsupported', 'not-checked']);
  });
});

describe('a proof to take away, in a browser', () => {
  const witness = signerOf(new Uint8Array(32).fill(3));

  async function verdictOn(proof: string, leaf: Uint8Array, policy: string): Promise<string> {
    return onPage(
      'https://portal.example/',
      async ({ proof: text, leaf: bytes, policy: lines }) => {
        const { merkleLog } = globalThis as unknown as { merkleLog: Library };
        const parsed = await merkleLog.parsePolicy(lines, merkleLog.webCrypto.sha256);
        if (!parsed.ok) return parsed.reason;
        const verified = await merkleLog.verifyTlogProof(text, new Uint8Array(bytes), parsed.policy);
        return verified.ok ? `ok, cosigned by ${verified.cosignatures.map(({ key }) => key.name).join()}` : verified.reason;
      },
      { proof, leaf: [...leaf], policy },
    );
  }

  it('verifies with the cosignature that the policy asks for, and not without', async () => {
    const { leaf, path, checkpoint } = await evidenceFor(13);
    const key = await cosignerKey('witness.example/w1', witness.publicKey, sha256);
    const policy = `log ${keys.log[0]}\nwitness w1 ${formatCosignerKey(key)}\nquorum w1`;
    const proofWith = (note: string) =>
      formatTlogProof({ index: 13, path: path.map((hash) => Buffer.from(hash, 'base64')), checkpoint: note });
    const cosignature = await cosign(parseNote(checkpoint)!.text, 1_700_000_000, key, witness.sign);
    const cosigned = proofWith(withSignatures(checkpoint, [cosignature])!);
    const hash = leafHash(sha256, leafBytes(leaf));
    expect(await verdictOn(cosigned, hash, policy)).toBe('ok, cosigned by witness.example/w1');
    expect(await verdictOn(proofWith(checkpoint), hash, policy)).toBe('no-quorum');
    expect(await verdictOn(cosigned.replace('index 13', 'index 12'), hash, policy)).toBe('not-included');
  });
});
