import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { withPortalInBrowser, type BuiltPortal } from './testing/built-portal.fixture';
import { account, ids } from './testing/sample-data.fixture';

/** A person writes in one window; what becomes of the session happens in another one. */
describe.each([360, 1280])('words in one window, %i pixels wide, while in a second one', (width) => {
  let portal: BuiltPortal;
  let browser: Browser;
  withPortalInBrowser((...parts) => ([portal, browser] = parts));
  let context: BrowserContext;
  let page: Page;
  const words = 'Written in the first window';

  beforeEach(async () => {
    portal.api.account = account;
    portal.api.requests.length = 0;
    await context?.close();
    context = await browser.newContext({ locale: 'en-GB', viewport: { width, height: 800 } });
    await context.addCookies([{ name: 'isegoria_session', value: 'good-token', url: portal.origin }]);
    page = await context.newPage();
    await page.goto(`${portal.origin}/questions`);
    await page.fill('#question-text', words);
  });

  const press = (button: string) => Promise.all([page.waitForEvent('load'), page.click(button)]);
  const sendAgain = 'main form[action="/questions"] button[type=submit]';
  const isNarrow = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  const wordsOnPage = () => page.inputValue('main form textarea[name=text]');

  it('the session ends, come back and are sent after signing in', async () => {
    await context.clearCookies();
    await press('#question button[type=submit]');
    expect(await wordsOnPage()).toBe(words);
    expect(await isNarrow()).toBe(true);
    const [second] = await Promise.all([context.waitForEvent('page'), page.click('main a[href*=aside]')]);
    await second.waitForLoadState();
    await second.fill('[name=email]', account.email);
    await second.fill('[name=password]', 'a long password');
    await Promise.all([second.waitForURL('**/sign-in/aside'), second.click('#sign-in button[type=submit]')]);
    expect(await second.innerText('main')).toContain('Go back to the window');
    await press(sendAgain);
    expect(portal.api.lastWrite).toMatchObject({ path: '/questions', body: { text: words } });
  });

  it('another person signs in, are sent as that person only on purpose', async () => {
    portal.api.account = { ...account, id: ids.page, name: 'Amal with a name as long as any can be'.repeat(3).slice(0, 120) };
    await press('#question button[type=submit]');
    expect(portal.api.lastWrite).toBeUndefined();
    expect(await wordsOnPage()).toBe(words);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('ds-error-summary');
    expect(await isNarrow()).toBe(true);
    expect(await page.innerText(sendAgain)).toContain('Send as Amal');
    await press(sendAgain);
    expect(portal.api.lastWrite).toMatchObject({ path: '/questions', body: { text: words } });
  });
});
