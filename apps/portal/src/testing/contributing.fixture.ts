import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

interface Visited {
  readonly page: Page;
  readonly origin: string;
  /** A deliberation that is open. */
  readonly deliberation: string;
}

/** Registers somebody new, who is then signed in. */
export async function register({ page, origin }: Pick<Visited, 'page' | 'origin'>): Promise<void> {
  await page.goto(`${origin}/register`);
  await page.fill('[name=name]', 'A person');
  await page.fill('[name=email]', `${crypto.randomUUID()}@example.org`);
  await page.fill('[name=password]', 'a long password');
  await page.click('#register button[type=submit]');
}

/** Votes several times: the card and its three buttons stay where they are, and nothing looks chosen for the next statement. */
export async function voteInPlace({ page, origin, deliberation }: Visited): Promise<void> {
  await page.goto(`${origin}/consultations/${deliberation}`);
  const statement = () => page.innerText('.vote-card .statement');
  const measured = async () => {
    const parts = await page.locator('.vote-card, .vote-card .vote-buttons button').all();
    return Promise.all(parts.map(async (part) => Object.values((await part.boundingBox())!).map(Math.round)));
  };
  /** A page that was loaded scrolls to the card a moment after it is there. */
  const places = async () => {
    await page.waitForLoadState();
    for (let last = await measured(); ;) {
      await page.waitForTimeout(100);
      const now = await measured();
      if (JSON.stringify(now) === JSON.stringify(last)) return now;
      last = now;
    }
  };
  const vote = async (choice: string) => {
    const asked = await statement();
    await page.click(`.vote-card button[value=${choice}]`);
    await page.waitForFunction((before) => document.querySelector('.vote-card .statement')?.textContent?.trim() !== before, asked);
  };
  await vote('agree');
  const before = await places();
  expect(before).toHaveLength(4);
  for (const choice of ['agree', 'disagree', 'pass']) {
    await vote(choice);
    expect([choice, await places()]).toEqual([choice, before]);
    expect(await page.locator('.vote-card [aria-pressed]').count()).toBe(0);
    expect(await colourOf(page, choice)).toEqual(await colourOf(page, choice, 'away'));
  }
  expect(await page.innerText('#thanks')).toContain('Your vote is recorded.');
}

/** The colour of the words of a button, while the pointer still rests on it or after it went away. */
async function colourOf(page: Page, choice: string, pointer: 'there' | 'away' = 'there'): Promise<string> {
  if (pointer === 'away') await page.mouse.move(0, 0);
  const button = page.locator(`.vote-card button[value=${choice}]`);
  return button.evaluate((one) => getComputedStyle(one).color);
}

/** Comments, replies and supports, with the keyboard alone. */
export async function takePartByKeyboard({ page, origin, deliberation }: Visited, words: string): Promise<void> {
  await page.goto(`${origin}/consultations/${deliberation}/comments`);
  const name = /Here you are called (.+?)\. The name/.exec(await page.innerText('.own-name'))![1]!;
  await page.focus('#comment-text');
  await page.keyboard.type(words);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#thanks');
  expect(await page.innerText('#thanks')).toMatch(/Your comment is recorded[^]*Others can reply to it and support it/);
  expect(await page.locator('#receipt-text').isVisible()).toBe(false);

  const rows = page.locator('[aria-labelledby=comments] .rows > li');
  const own = rows.filter({ hasText: words });
  expect(await own.innerText()).toMatch(new RegExp(`${name}.*\\(you\\)`));
  expect(await own.locator('.support').count()).toBe(0);
  await supportByKeyboard(page, rows.filter({ hasNotText: '(you)' }).first());

  await own.locator('a', { hasText: 'Reply' }).first().focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await page.fill('#comment-text', `A reply to ${words}`);
  await page.click('#comment button[type=submit]');
  expect(await page.innerText('.replies')).toMatch(new RegExp(`in reply to ${name}[^]*A reply to ${words}`));
  await page.goto(`${origin}/consultations/${deliberation}/comments?order=supported`);
  expect(await own.locator('.replies').innerText()).toContain(`A reply to ${words}`);
}

/** Nobody has confirmed the address of the person, who is shown beside those who are counted. */
async function supportByKeyboard(page: Page, comment: Locator): Promise<void> {
  const beside = async () => Number(/(\d+) more, not counted in the headline figures/.exec(await comment.innerText())?.[1] ?? 0);
  const before = await beside();
  const button = comment.locator('.support button').first();
  await button.focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  expect([await button.getAttribute('aria-pressed'), await beside()]).toEqual(['true', before + 1]);
}
