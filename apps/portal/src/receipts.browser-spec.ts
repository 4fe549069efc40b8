import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demoPassword, launchChromium, receiptShown, runningSite, signIn, untilShown, watch, type Site } from './testing/browser.fixture';

const once = Date.now().toString(36);

describe('a receipt, with scripts on', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([runningSite(), launchChromium()]);
  });
  afterAll(() => browser?.close());

  it('is checked in the browser itself', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await signIn(context, site.origin, 'citizen@example.org', demoPassword);
    await page.goto(`${site.origin}/questions`);
    await page.fill('#question-text', `Asked by ${once} with scripts`);
    await page.click('#question button');
    const receipt = await receiptShown(page);
    await expect(untilShown(page, () => page.goto(`${site.origin}/receipts/check?receipt=${receipt}`), '.verdict-good')).resolves.toBe(
      true,
    );
    await page.waitForSelector('[data-checked-by=browser]');

    const checkedHere = () => page.waitForSelector('.verdict-good ~ [data-checked-by=browser]');
    await page.goto(`${site.origin}/receipts/check#${receipt}`);
    await checkedHere();
    await page.goto(`${site.origin}/receipts/check`);
    await page.setInputFiles('#check-file', { name: 'receipt.txt', mimeType: 'text/plain', buffer: Buffer.from(`${receipt}\n`) });
    await checkedHere();
    await page.goto(`${site.origin}/receipts/check`);
    await page.setInputFiles('#check-file', { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(5_000_000, 7) });
    await page.waitForSelector('.verdict-bad, .ds-error-summary');
    await context.close();
  });

  it('is saved as a file', async () => {
    const context = await browser.newContext({ locale: 'en-GB', acceptDownloads: true });
    const page = await signIn(context, site.origin, 'citizen@example.org', demoPassword);
    const faults = watch(page, site.origin);
    await page.goto(`${site.origin}/questions`);
    await page.fill('#question-text', `Saved by ${once}`);
    await page.click('#question button');
    const receipt = await receiptShown(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#thanks a[download]')]);
    expect(download.suggestedFilename()).toBe('receipt.txt');
    expect(readFileSync(await download.path(), 'utf8')).toBe(receipt);
    expect(faults).toEqual([]);
    await context.close();
  });
});
