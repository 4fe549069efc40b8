import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { languages } from '@isegoria/contracts';
import { directionOf } from '@isegoria/texts';
import { refused } from './phrases.fixture';

/** What search engines, other sites, printers and slow lines ask of every public page. */
export async function isAsTheWebExpects(page: Page, origin: string, path: string): Promise<void> {
  const answer = (await page.goto(origin + path))!;
  expect(await answer.headerValue('content-encoding')).toMatch(/^(br|gzip)$/);
  const ofHead = (selector: string, attribute: string) => page.locator(`head ${selector}`).first().getAttribute(attribute);
  const [icon, style] = [await ofHead('link[rel=icon]', 'href'), await ofHead('link[rel=stylesheet]', 'href')];
  for (const asset of [icon, style, '/api/v1/consultations', '/robots.txt', '/sitemap.xml']) {
    const got = await page.request.get(new URL(asset!, origin).href);
    expect([asset, got.status()]).toEqual([asset, 200]);
    const isPacked = 'content-encoding' in got.headers();
    expect([asset, isPacked || !(asset === style || asset?.startsWith('/api'))]).toEqual([asset, true]);
  }
  expect((await ofHead('meta[name=description]', 'content'))!.length).toBeGreaterThan(20);
  for (const property of ['og:title', 'og:description', 'og:site_name', 'og:type'])
    expect([property, await ofHead(`meta[property="${property}"]`, 'content')]).toEqual([property, expect.stringMatching(/./)]);
  // The picture at the top of its own page is what people came for; all others wait until they are scrolled to, and none is in the page.
  expect(await page.locator('img:not([loading=lazy])').count()).toBeLessThanOrEqual(1);
  expect(await page.locator('img[src^="data:"]').count()).toBe(0);
  const menu = page.locator('.site-menu').first();
  expect(await menu.isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await menu.isVisible()).toBe(false);
  expect(await page.isVisible('h1')).toBe(true);
  await page.emulateMedia({ media: 'screen' });
}

/** The same page in every language: its own words are in it, none is a literal translation, and other languages say that they are. */
export async function isWordedWell(page: Page, origin: string, paths: readonly string[]): Promise<void> {
  for (const language of languages) {
    for (const path of paths) {
      await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      const said = await page.evaluate(() => document.body.innerText);
      expect([path, ...refused.filter((phrase) => language === 'en' && phrase.test(said))]).toEqual([path]);
      // The name of a message, where its words should be.
      expect([path, /\b(?:[a-z]+\.)[a-z]+[A-Z]\w*\b/.exec(said)?.[0]]).toEqual([path, undefined]);
      expect([await page.getAttribute('html', 'lang'), await page.getAttribute('html', 'dir')]).toEqual([language, directionOf(language)]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width);
    }
  }
  await page.goto(`${origin}/?lang=en`);
}
