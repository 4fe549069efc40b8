import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import type { ReceiptEvidence, ReceiptStep } from './check-receipt';
import { evidenceFor, keys, receiptFor } from '../test/check-receipt.fixture';

type Library = typeof import('./index');

let browser: Browser;
let script: string;

beforeAll(async () => {
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath, args });
  const entry = fileURLToPath(new URL('./index.ts', import.meta.url));
  // Building for a browser fails on any import from Node.
  const form = { bundle: true, platform: 'browser', format: 'iife', globalName: 'merkleLog', write: false } as const;
  const built = await build({ entryPoints: [entry], ...form });
  script = built.outputFiles[0]!.text;
}, 60_000);

afterAll(() => browser?.close());

async function stepsOn(origin: string, receipt: string, evidence: ReceiptEvidence): Promise<ReceiptStep[]> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Receipt</title>' }));
  await page.goto(origin);
  await page.addScriptTag({ content: script });
  const given = { receipt, evidence, keys };
  const steps = await page.evaluate(
    ({ receipt: text, evidence: shown, keys: trusted }) =>
      (globalThis as unknown as { merkleLog: Library }).merkleLog.checkReceipt(text, shown, trusted),
    given,
  );
  await page.close();
  return steps;
}

describe('checkReceipt in a browser', () => {
  it('verifies a receipt to the end, by the browser\'s own cryptography', async () => {
    const steps = await stepsOn('https://portal.example/', await receiptFor(13), await evidenceFor(13));
    expect(steps.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
  });

  it('finds an altered receipt and an altered leaf', async () => {
    const altered = `${(await receiptFor(12)).slice(0, -86)}${(await receiptFor(13)).slice(-86)}`;
    const evidence = await evidenceFor(12);
    const steps = await stepsOn('https://portal.example/', altered, { ...evidence, leaf: { ...evidence.leaf, revision: 1 } });
    expect(steps.map(({ ok, reason }) => (ok ? 'ok' : reason))).toEqual(['ok', 'wrong-signature', 'ok', 'ok', 'not-included']);
  });

  it('says that it cannot verify on an origin without WebCrypto', async () => {
    const steps = await stepsOn('http://portal.example/', await receiptFor(13), await evidenceFor(13));
    expect(steps.map(({ ok, reason }) => (ok ? 'ok' : reason))).toEqual(['ok', 'unsupported', 'ok', 'unsupported', 'not-checked']);
  });
});
