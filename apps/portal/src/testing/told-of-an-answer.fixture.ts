import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { untilShown } from './browser.fixture';

interface Told {
  readonly origin: string;
  /** A deliberation that is open. */
  readonly deliberation: string;
  /** Signed in as a citizen, and as an official. */
  readonly citizen: Page;
  readonly official: Page;
}

/** A question waits on the desk of the office until it is answered; then whoever asked is told, and says when not to be told. */
export async function tellOfAnAnswer({ origin, deliberation, citizen, official }: Told, question: string): Promise<void> {
  await citizen.goto(`${origin}/consultations/${deliberation}/questions`);
  await citizen.fill('#question-text', question);
  await citizen.click('#question button[type=submit]');
  expect(await citizen.innerText('#thanks')).toContain('Your question is recorded');

  const waiting = `main li:has-text("${question}") a`;
  await expect(untilShown(official, () => official.goto(`${origin}/office`), waiting)).resolves.toBe(true);
  await fits(official);
  await official.click(waiting);
  await official.fill('#answer-text', `An answer to ${question}`);
  await official.click('#answer button[type=submit]');
  expect(await official.innerText('.answer')).toContain(`An answer to ${question}`);
  const [, id] = /\/questions\/([\w-]+)/.exec(official.url())!;
  await official.goto(`${origin}/office`);
  expect(await official.locator(waiting).count()).toBe(0);

  const note = citizen.locator('main .rows li', { has: citizen.locator(`a[href="/questions/${id}"]`) });
  const shown = `main .rows a[href="/questions/${id}"]`;
  await expect(untilShown(citizen, () => citizen.goto(`${origin}/my/notes`), shown)).resolves.toBe(true);
  await fits(citizen);
  expect(await note.innerText()).toContain('New');
  await citizen.click('form[action="/my/notes"] button');
  expect(await note.innerText()).not.toContain('New');

  await citizen.click('main a[href="/account/notes"]');
  const first = citizen.locator('#notes input[type=checkbox]').first();
  const isTold = await first.isChecked();
  await first.setChecked(!isTold);
  await citizen.click('#notes button[type=submit]');
  await citizen.goto(`${origin}/account/notes`);
  expect(await first.isChecked()).toBe(!isTold);
  await fits(citizen);
}

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width);
}
