import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { untilShown } from './browser.fixture';

interface Visited {
  readonly page: Page;
  readonly origin: string;
  /** A deliberation that is open. */
  readonly deliberation: string;
}

/** More stops than a page has: whoever has not arrived by then is caught in a trap. */
const mostStops = 150;

/** Registers, confirms, votes, comments, asks and reads the result, with Tab, Enter and what is typed; addresses are typed as well. */
export async function walkByKeyboard({ page, origin, deliberation }: Visited, email: string): Promise<void> {
  const password = 'a long password';
  await page.goto(`${origin}/register`);
  await write(page, '[name=name]', 'A person');
  await write(page, '[name=email]', email);
  await write(page, '[name=password]', password);
  await follow(page, '#register button[type=submit]');
  expect(await page.innerText('main')).toContain('Check your e-mail');

  const link = `article:has-text("${email}") a`;
  await expect(untilShown(page, () => page.goto(`${origin}/mailbox`), link)).resolves.toBe(true);
  await follow(page, `a[href="${await page.getAttribute(link, 'href')}"]`);
  await write(page, '#confirm-password', password);
  await follow(page, '#confirm button[type=submit]');
  expect(await page.innerText('main')).toContain('Your address is confirmed');

  const home = `/consultations/${deliberation}`;
  await page.goto(origin + home);
  await tabTo(page, '.vote-card button[value=agree]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('text=Your vote is recorded.');
  await hasFocus(page);
  for (const [step, form, words] of [
    ['comments', 'comment', 'By keyboard, too'],
    ['questions', 'question', 'What about trams?'],
  ] as const) {
    await follow(page, `main a[href^="${home}/${step}"]`);
    await write(page, `#${form}-text`, words);
    await follow(page, `#${form} button[type=submit]`);
    expect(await page.innerText('#thanks')).toContain(`Your ${form} is recorded`);
    await hasFocus(page);
  }
  await follow(page, `main a[href^="${home}/results"]`);
  expect(new URL(page.url()).pathname).toBe(`${home}/results`);
}

async function write(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

async function follow(page: Page, link: string): Promise<void> {
  await tabTo(page, link);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Presses Tab until this has the focus; each stop on the way is on the page and is seen to have it. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < mostStops; stops++) {
    await page.keyboard.press('Tab');
    const { isThere, fault } = await page.evaluate(stopAt, selector);
    expect(fault).toBeUndefined();
    if (isThere) return;
  }
  throw new Error(`Nobody comes to ${selector} on ${page.url()} by the keyboard.`);
}

/** After an act the focus is somewhere on the page, and the next Tab does not begin at its top. */
async function hasFocus(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement !== document.body);
}

/** Runs in the page. */
function stopAt(selector: string): { isThere: boolean; fault?: string } {
  const at = document.activeElement as HTMLElement | null;
  // Between the last stop and the first, the focus is in the window of the browser.
  if (!at || at === document.body || at === document.documentElement) return { isThere: false };
  const name = `${at.tagName.toLowerCase()}#${at.id} "${at.innerText.slice(0, 40)}"`;
  const { top, bottom, left, right, width, height } = at.getBoundingClientRect();
  const isOnScreen = width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  if (!isOnScreen) return { isThere: false, fault: `${name} has the focus and is not on the screen` };
  const shown = [at, at.closest('label'), at.parentElement].filter((one) => one !== null);
  const isMarked = shown.map((one) => getComputedStyle(one)).some((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
  if (!isMarked) return { isThere: false, fault: `${name} has the focus and does not look like it` };
  return { isThere: at.matches(selector) };
}
