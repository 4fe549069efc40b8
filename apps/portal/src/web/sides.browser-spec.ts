import { beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { withPortalInBrowser, type BuiltPortal } from '../testing/built-portal.fixture';
import { session } from '../testing/portal.fixture';
import { ids } from '../testing/sample-data.fixture';

/** Words in passing that do not begin at the right edge of the nearest box in the direction of the page. */
function awayFromTheStart(): { looked: number; away: string[] } {
  const kinds = 'h1, h2, h3, .lead, .excerpt, .loop-label, .statement, .featured p, .rows > li > bdi';
  const passing = [...document.querySelectorAll(`main :is(${kinds})`)];
  const shown = passing.filter((one) => one.textContent?.trim() && one.getClientRects().length > 0);
  const away = shown.filter((one) => {
    const words = document.createRange();
    words.selectNodeContents(one);
    const box = one.matches('bdi') ? one.parentElement! : one;
    const { paddingRight, borderRightWidth } = getComputedStyle(box);
    const edge = box.getBoundingClientRect().right - parseFloat(paddingRight) - parseFloat(borderRightWidth);
    const furthest = Math.max(...[...words.getClientRects()].filter(({ width }) => width > 0).map(({ right }) => right));
    return Math.abs(edge - furthest) > 8;
  });
  return { looked: shown.length, away: away.map((one) => one.outerHTML.slice(0, 160)) };
}

let portal: BuiltPortal;
let browser: Browser;
withPortalInBrowser((...parts) => ([portal, browser] = parts));
let page: Page;
beforeAll(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ar', reducedMotion: 'reduce' });
  const [name, value] = session.split('=') as [string, string];
  await context.addCookies([{ name, value, url: portal.origin }]);
  page = await context.newPage();
});

it('English titles, summaries and options stand at the right of an Arabic page, like everything else there', async () => {
  const consultation = (id: string) => `/consultations/${id}`;
  const consultations = [ids.poll, ids.decided, ids.deliberation].map(consultation);
  for (const path of ['/', '/consultations', '/announcements', '/questions', ...consultations]) {
    await page.goto(portal.origin + path);
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    const { looked, away } = await page.evaluate(awayFromTheStart);
    expect([path, away]).toEqual([path, []]);
    expect([path, looked > 1]).toEqual([path, true]);
  }
});
