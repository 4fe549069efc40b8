import { expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { untilShown, violations } from './browser.fixture';

interface Asked {
  readonly origin: string;
  /** The path of a consultation with a poll. */
  readonly poll: string;
  readonly email: string;
}

const password = 'a long password';

/** Fits the page, and breaks no rule of WCAG as far as scripts can look for that. */
async function isSound(page: Page, withScripts: boolean): Promise<void> {
  if (withScripts) expect(await violations(page)).toEqual([]);
  const { width } = page.viewportSize()!;
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

/**
 * Somebody comes upon a consultation, registers with a mistyped address, votes, corrects the address, and follows the link in another
 * browser, where it leads back to the consultation. The links that are of no use any more say so.
 */
export async function beginOnConsultation(browser: Browser, { origin, poll, email }: Asked, options: BrowserContextOptions): Promise<void> {
  const home = await browser.newContext(options);
  const page = await home.newPage();
  const withScripts = options.javaScriptEnabled ?? true;
  const main = () => page.innerText('main');
  await page.goto(origin + poll);
  await page.click('main a[href^="/sign-in?return="]');
  await page.click('main a[href^="/register?return="]');
  await page.fill('[name=name]', 'A person');
  await page.fill('[name=email]', `mistyped-${email}`);
  await page.fill('[name=password]', 'short');
  await page.click('#register button');
  await page.fill('[name=password]', password);
  await page.click('#register button');
  await isSound(page, withScripts);
  await page.click(`main a[href^="${poll}"]`);
  expect(await main()).toContain('What you contribute here counts as: Anonymous');
  await page.check('input[name=options] >> nth=0');
  await page.click('form:has(input[name=options]) button');
  expect(await main()).toContain('the votes you have already cast here will count as confirmed too');
  await isSound(page, withScripts);

  await page.click('main a[href^="/account/address?return="]');
  expect(await page.inputValue('[name=email]')).toBe(`mistyped-${email}`);
  await page.fill('[name=email]', 'no address');
  await page.click('#address button');
  expect(await page.inputValue('[name=email]')).toBe('no address');
  await page.fill('[name=email]', email);
  await page.click('#address button');
  await isSound(page, withScripts);
  expect(await page.isVisible(`main a[href^="${poll}"]`)).toBe(true);
  await home.close();

  const elsewhere = await browser.newContext(options);
  const other = await elsewhere.newPage();
  await expect(untilShown(other, () => other.goto(`${origin}/mailbox`), `article:has-text("mistyped-${email}") a`)).resolves.toBe(true);
  const [replaced, link] = [await linkTo(other, `mistyped-${email}`), await linkTo(other, email)];
  await other.goto(origin + replaced);
  expect(await other.innerText('main')).toContain('A newer link was sent');
  await other.goto(origin + link);
  await isSound(other, withScripts);
  await other.fill('#confirm-password', password);
  await other.click('#confirm button');
  expect(await other.innerText('main')).toContain('Your address is confirmed');
  await isSound(other, withScripts);
  await other.click('main a.ds-button');
  expect(new URL(other.url()).pathname).toBe(poll);
  expect(await other.innerText('main')).not.toContain('counts as: Anonymous');
  await other.goto(origin + link);
  expect(await other.innerText('main')).toContain('It has already been used');
  await isSound(other, withScripts);
  await other.click(`main a[href^="${poll}"]`);
  await elsewhere.close();
}

/** From the mailbox, the link of the message to exactly this address. */
async function linkTo(page: Page, email: string): Promise<string> {
  for (const article of await page.locator('article').all()) {
    const words = (await article.innerText()).split(/\s+/);
    if (words.includes(email)) return (await article.locator('a').first().getAttribute('href'))!;
  }
  throw new Error(`There is no message to ${email}.`);
}
