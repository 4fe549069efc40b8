import { describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { withPortalInBrowser, type BuiltPortal } from './testing/built-portal.fixture';
import { ids } from './testing/sample-data.fixture';

/** Words in heads of tables that are broken over lines, which have a box for each of these. */
function brokenHeads(): string[] {
  const broken: string[] = [];
  for (const head of document.querySelectorAll('thead th')) {
    const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { index, 0: word } of text.textContent!.matchAll(/\p{L}+/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (range.getClientRects().length > 1) broken.push(word);
      }
  }
  return broken;
}

/** Marks of what can be folded, which paper cannot. */
const marks = () =>
  [...document.querySelectorAll<HTMLElement>('main summary')]
    .filter((one) => getComputedStyle(one, '::before').display !== 'none')
    .map((one) => one.innerText);

describe('pages on paper', () => {
  let portal: BuiltPortal;
  let browser: Browser;
  withPortalInBrowser((...parts) => ([portal, browser] = parts));


  it.each(['results', 'answers', 'outcome'])('keep words of table heads whole and show no marks of folds: %s', async (name) => {
    // A4 within its margins.
    const page = await browser.newPage({ viewport: { width: 642, height: 971 }, locale: 'en-GB' });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${portal.origin}/consultations/${ids.deliberation}/${name}`);
    expect([await page.evaluate(brokenHeads), await page.evaluate(marks)]).toEqual([[], []]);
    await page.close();
  });
});
