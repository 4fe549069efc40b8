import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/**
 * Somebody who has voted, stated and asked goes over everything of theirs, changes a comment, withdraws it and takes their data along,
 * at the width that the page has, and in Arabic.
 * @param said what stands on the page of the person already
 */
export async function goOverOwnWords(page: Page, origin: string, consultation: string, said: readonly string[]): Promise<void> {
  const main = () => page.innerText('main');
  const words = `Buoys of ${said[0]}`;
  await page.goto(`${origin}/consultations/${consultation}/comments`);
  await page.fill('#comment-text', words);
  await page.click('#comment button[type=submit]');

  await page.goto(`${origin}/my`);
  for (const own of [words, ...said]) expect(await main()).toContain(own);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width);
  await page.click('main a[href^="/my/votes/"]');
  expect(await main()).toContain('Counted: your latest vote on this');
  await page.click('text=Check this receipt');
  expect(await main()).toMatch(/This contribution is in the log, unaltered|about to enter the log/);

  await page.goto(`${origin}/my`);
  await page.locator('main li', { hasText: words }).locator('a[href^="/my/comments/"]').click();
  await page.fill('#text-text', '');
  await page.click('#text button[type=submit]');
  expect(await page.innerText('.ds-error-summary')).toContain('Write something before sending');
  await page.fill('#text-text', `${words}, rather`);
  await page.click('#text button[type=submit]');
  expect(await main()).toContain('Your new text is recorded');
  const own = page.url().split('?')[0]!;
  await page.click('text=See it in its place');
  expect(await main()).toContain(`${words}, rather`);
  expect(await main()).toContain('Changed by its author');

  await page.goto(own);
  await page.click('#withdrawal button[type=submit]');
  expect(await main()).toContain('You have withdrawn this');
  await page.goto(`${origin}/consultations/${consultation}/comments`);
  expect(await main()).toContain('Withdrawn by its author.');
  expect(await main()).not.toContain(words);

  const data = await (await page.request.get(`${origin}/my/data.json`)).text();
  for (const member of [...said, '"receipt":"isegoria-receipt.']) expect(data).toContain(member);
  expect(data).not.toContain(words);
  await page.goto(`${origin}/my?lang=ar`);
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  expect(await main()).toContain('صفحتي');
  await page.goto(`${origin}/my?lang=en`);
}
