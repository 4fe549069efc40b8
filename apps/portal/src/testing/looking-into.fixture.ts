import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** An analyst looks at the figures, says what votes are needed for, and takes them along, for programs and for spreadsheets. */
export async function takeVotesAlong(page: Page, origin: string, consultation: string, purpose: string): Promise<void> {
  await page.goto(`${origin}/consultations/${consultation}/results`);
  expect(await page.locator('main table').count()).toBeGreaterThan(0);
  await page.goto(`${origin}/office/consultations/${consultation}`);
  await page.check('#export input[value^=votes]');
  await page.click('#export button[type=submit]');
  expect(await page.innerText('#export .ds-error-summary')).toContain('Say what it is needed for');
  await page.fill('#export-purpose', purpose);
  await page.click('#export button[type=submit]');
  expect(await page.innerText('main')).toContain(purpose);
  const [plain, marked] = [await download(page, '/file'), await download(page, '?bom=1')];
  expect(marked.equals(Buffer.concat([Buffer.from('\uFEFF'), plain]))).toBe(true);
  const rows = plain.toString('utf8').split('\r\n').slice(0, -1);
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) expect(row).toMatch(/^"/);
  expect(plain.toString('utf8')).not.toMatch(/(^|")[=+@]/m);
}

async function download(page: Page, ending: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`main a[href$="${ending}"]`)]);
  return readFileSync(await file.path());
}

/** What auditors read before they begin: their commands name this site, the checkpoint is one that the log has signed. */
export async function readAsAuditor(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/transparency`);
  await page.click('main a[href="/transparency/auditors"]');
  expect(await page.innerText('main')).toMatch(/What an auditor does[^]*The commands[^]*What is not checked/);
  expect(await page.innerText('main')).toMatch(new RegExp(`npm run audit -- http://[\\w.]+:${new URL(origin).port}\\b`));
  const [size] = (await (await page.request.get(`${origin}/log/checkpoint`)).text()).split('\n').slice(1);
  expect(Number(size)).toBeGreaterThan(0);
}
