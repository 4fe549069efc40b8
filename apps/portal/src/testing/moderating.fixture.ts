import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { untilShown } from './browser.fixture';

interface Seen {
  readonly origin: string;
  /** The path of the comments of a consultation, among which these words stand. */
  readonly comments: string;
  readonly words: string;
  /** Of somebody without an account, and of a moderator. */
  readonly anybody: Page;
  readonly moderator: Page;
}

/** Somebody reports a comment; a moderator hides it for a reason that everybody reads, and undoes that. */
export async function reportAndDecide({ origin, comments, words, anybody, moderator }: Seen): Promise<void> {
  await anybody.goto(origin + comments);
  await anybody.locator('main li', { hasText: words }).last().locator('a[href^="/report/comment/"]').first().click();
  expect(await anybody.innerText('blockquote')).toContain(words);
  await anybody.check('#report [name=reason] >> nth=1');
  await anybody.click('#report button[type=submit]');
  expect(await anybody.innerText('h1')).toContain('Your report was received');

  const waiting = `#decide li:has-text("${words}")`;
  await expect(untilShown(moderator, () => moderator.goto(`${origin}/office/moderation?kind=report`), waiting)).resolves.toBe(true);
  await fits(moderator);
  await moderator.locator(waiting).first().locator('[name=chosen]').check();
  await moderator.click('#decide button[value=hide]');
  expect(await moderator.innerText('#decide .ds-error-summary')).toContain('Choose a rule or give a reason');
  expect(await moderator.locator(waiting).first().locator('[name=chosen]').isChecked()).toBe(true);
  await moderator.fill('#decide [name=reason]', `Decided on ${words}`);
  await moderator.click('#decide button[value=hide]');
  expect(await moderator.innerText('main')).toContain('1 entry was rejected or hidden.');
  const desk = moderator.url();
  const hidden = `main li:has-text("Decided on ${words}")`;
  await expect(untilShown(anybody, () => anybody.goto(origin + comments), hidden)).resolves.toBe(true);
  expect(await anybody.locator(hidden).last().innerText()).not.toMatch(new RegExp(`^${words}$`, 'm'));
  await fits(anybody);

  expect(moderator.url()).toBe(desk);
  await moderator.click('#undo button[type=submit]');
  await expect(untilShown(anybody, () => anybody.goto(origin + comments), `main li:has-text("${words}")`)).resolves.toBe(true);
  expect(await anybody.innerText('main')).not.toContain(`Decided on ${words}`);
}

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width);
}
