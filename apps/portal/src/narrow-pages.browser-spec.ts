import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { unfold, violations } from './testing/browser.fixture';
import { withPortalInBrowser, type BuiltPortal } from './testing/built-portal.fixture';
import { linksOn } from './testing/forms-of-the-portal.fixture';
import { official } from './testing/portal.fixture';
import { ids } from './testing/sample-data.fixture';

const word = 'Donaudampfschifffahrt'.repeat(72).slice(0, 1_500);
const address = `https://ministry.example/${'path-of-a-plan/'.repeat(25)}`.slice(0, 400);
const columns = Array.from({ length: 12 }, (_, index) => `A heading ${index}`);
const table = [columns, columns.map(() => '---'), columns.map(() => '1,234,567')].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
/** Headings as writers have them who look at their size. */
const jumping = '### Why this is asked\n\n###### In short\n\n# Background\n\n#### Before\n\n## ![](https://elsewhere.example/x.png)';

/** What people write without thinking of narrow screens. */
const long: Record<string, string> = {
  title: word,
  consultationTitle: word,
  name: word.slice(0, 120),
  text: `${word} ${address}`,
  reason: word.slice(0, 1_000),
  purpose: word.slice(0, 1_000),
  closedEarlyReason: word.slice(0, 1_000),
  hiddenReason: word.slice(0, 1_000),
  excludedReason: word.slice(0, 1_000),
  description: `${jumping}\n\n${word}\n\n${address}\n\n${table}\n\n\`${word}\`\n\n    ${word}`,
  body: `${jumping}\n\n${word}\n\n${address}\n\n${table}`,
  answer: `${jumping}\n\n${word}\n\n${table}`,
  youSaid: `${jumping}\n\n${word}\n\n${table}`,
  weDid: `${jumping}\n\n${word}\n\n${address}`,
  email: `${'a'.repeat(240)}@example.org`,
};

/** Those of which the level is more than one below that of the heading before. */
function headingsAfterAGap(): string[] {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  return headings
    .filter((heading, index) => Number(heading.tagName[1]) > Number(headings[index - 1]?.tagName[1] ?? 0) + 1)
    .map((heading) => heading.outerHTML.slice(0, 120));
}

/** What the site itself says on tags, buttons and beside fields may be as long in any language. */
function makeLabelsLong(words: string): void {
  const kinds = '.ds-tag, .ds-button, .ds-label, legend, summary, dt, dd, .meta > *, .tags > *';
  for (const label of document.querySelectorAll(`main :is(${kinds})`)) {
    const last = [...label.childNodes].filter((node) => node.nodeType === 3 && node.textContent?.trim()).at(-1);
    if (last) last.textContent = words;
  }
}

/** For whoever mends it: what reaches furthest. */
function pastTheEdge(): string[] {
  const past = [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > 321);
  return past.slice(0, 5).map((one) => one.outerHTML.slice(0, 120));
}

let number = 0;
/** No two headings of a real page are the same. */
const distinct = (words: string): string => `${(number += 1)}${words.slice(String(number).length)}`;

describe('pages full of long words', () => {
  let portal: BuiltPortal;
  let browser: Browser;
  withPortalInBrowser((...parts) => ([portal, browser] = parts));
  let page: Page;

  beforeAll(async () => {
    portal.api.account = official;
    portal.api.hasWritten = true;
    portal.api.said = (field, value) => (typeof value === 'string' && field in long ? distinct(long[field]!) : value);
    const context = await browser.newContext({ viewport: { width: 320, height: 700 }, locale: 'en-GB', reducedMotion: 'reduce' });
    await context.addCookies([{ name: 'isegoria_session', value: 'good-token', url: portal.origin }]);
    page = await context.newPage();
  });

  it('never scroll sideways at 320 pixels', async () => {
    const seen = new Set<string>();
    const found: unknown[] = [];
    const ways = ['/', '/office', `/my/comments/${ids.comment}`, `/my/questions/${ids.openQuestion}`];
    for (let path = ways.shift(); path !== undefined; path = ways.shift()) {
      const shape = path.replace(/=[^&]*/g, '=');
      if (seen.has(shape)) continue;
      seen.add(shape);
      await page.goto(portal.origin + path);
      ways.push(...linksOn(await page.content()));
      await unfold(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) found.push([path, width]);
      found.push(...(await page.evaluate(headingsAfterAGap)).map((heading) => [path, heading]));
      // Every page of the demo is looked at elsewhere; it has no consultation with several activities of a kind.
      if (path.includes(ids.phased)) found.push(...(await violations(page)).map((violation) => [path, violation]));
      await page.evaluate(makeLabelsLong, 'Se fait passer pour quelqu’un d’autre, ou trompe volontairement les personnes qui participent');
      const withLongLabels = await page.evaluate(() => document.documentElement.scrollWidth);
      if (withLongLabels > 320) found.push([path, withLongLabels, await page.evaluate(pastTheEdge)]);
    }
    expect(found).toEqual([]);
    expect(seen.size).toBeGreaterThan(30);
  });
});

describe('the results of a deliberation', () => {
  let portal: BuiltPortal;
  let browser: Browser;
  withPortalInBrowser((...parts) => ([portal, browser] = parts));


  const path = `/consultations/${ids.deliberation}/results`;

  it.each([
    [320, false],
    [360, false],
    [1280, true],
  ])('begin with the finding at %i px, with sections to open only where there is little room', async (width, isWide) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en-GB', javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(portal.origin + path);
    const finding = (await page.locator('#findings').boundingBox())!;
    expect(finding.y).toBeLessThan(800);
    const votes = page.locator('#all-votes .bar-list');
    expect(await votes.isVisible()).toBe(isWide);
    if (!isWide) {
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(width === 320 ? 3_200 : 2_950);
      await page.click('#all-votes > summary');
      await votes.waitFor({ state: 'visible' });
    }
    const boxes = await page.locator('.group-label circle').evaluateAll((labels) =>
      labels.map((label) => {
        const { x, y, width: across } = (label as unknown as { getBoundingClientRect(): DOMRect }).getBoundingClientRect();
        return { x: x + across / 2, y: y + across / 2, across };
      }),
    );
    expect(boxes.length).toBeGreaterThan(1);
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.across);
    await context.close();
  });

  it('are pictures that a browser reads by themselves', async () => {
    const page = await browser.newPage();
    await page.goto(portal.origin + path);
    const drawn = await page.locator('a[href$=".svg"]').evaluateAll((links) =>
      Promise.all(
        links.map(async (link) => {
          const text = await (await fetch((link as unknown as { href: string }).href)).text();
          const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
          return [documentElement.nodeName, documentElement.querySelectorAll('parsererror').length];
        }),
      ),
    );
    expect(drawn).toEqual([
      ['svg', 0],
      ['svg', 0],
    ]);
    await page.close();
  });
});
