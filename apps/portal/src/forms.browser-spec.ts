import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { watch } from './testing/browser.fixture';
import { signOut } from './testing/changing-an-account.fixture';
import { withPortalInBrowser, type BuiltPortal } from './testing/built-portal.fixture';
import { official } from './testing/portal.fixture';
import { account, ids } from './testing/sample-data.fixture';

/** How far the page has moved under its reader. */
const moves = () =>
  new Promise<number>((resolve) => {
    new PerformanceObserver((list, observer) => {
      observer.disconnect();
      resolve(list.getEntries().reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0));
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(0), 100);
  });

/** A phone and a desk. */
describe.each([360, 1280])('a form, %i pixels wide', (width) => {
  let portal: BuiltPortal;
  let browser: Browser;
  withPortalInBrowser((...parts) => ([portal, browser] = parts));
  let context: BrowserContext;
  let page: Page;
  let faults: string[];
  const comments = `/consultations/${ids.deliberation}/comments`;

  beforeEach(async () => {
    portal.api.refusal = undefined;
    portal.api.account = account;
    await context?.close();
    context = await browser.newContext({ locale: 'en-GB', viewport: { width, height: 800 } });
    await signIn();
    page = await context.newPage();
    faults = watch(page, portal.origin);
  });

  const signIn = () => context.addCookies([{ name: 'isegoria_session', value: 'good-token', url: portal.origin }]);
  const open = (path: string) => page.goto(portal.origin + path);
  const send = (form: string) => Promise.all([page.waitForEvent('load'), page.click(`#${form} button[type=submit]`)]);

  it('counts as the platform counts, names its limit once it is near, and cuts nothing that is pasted', async () => {
    await open(comments);
    const line = page.locator('#comment-text-most');
    await page.fill('#comment-text', 'a\nb😀❤️');
    expect(await line.isVisible()).toBe(false);
    await page.fill('#comment-text', `a\nb😀❤️${'x'.repeat(3_995)}`);
    expect(await line.innerText()).toBe('At most 5,000 characters. 4,000 / 5,000');
    await page.fill('#comment-text', 'x'.repeat(6_000));
    expect(await line.innerText()).toBe('Too long: 6,000 of 5,000 characters');
    expect((await page.inputValue('#comment-text')).length).toBe(6_000);
  });

  it.each([
    ['en-GB', 'Asia/Kathmandu', /UTC \(.* GMT\+5:45 where you are\)$/],
    ['ar', 'America/New_York', / UTC \(.*غرينتش-[45]\u2069? حيث أنت\)$/],
  ])('stands on a page that says deadlines in the zone of its reader as well, in %s in %s', async (locale, timezoneId, both) => {
    const path = `/consultations/${ids.deliberation}`;
    const said = async (zone: string, javaScriptEnabled: boolean) => {
      const elsewhere = await browser.newContext({ locale, timezoneId: zone, javaScriptEnabled, viewport: { width, height: 800 } });
      const other = await elsewhere.newPage();
      await other.goto(portal.origin + path);
      const times = await other.locator('.facts time').allInnerTexts();
      const inSentence = await other.locator('main .meta').first().innerText();
      const moved = javaScriptEnabled && (await other.evaluate(moves));
      await other.goto(`${portal.origin}/consultations`);
      const list = await other.innerText('main');
      await elsewhere.close();
      return { times, inSentence, list, moved };
    };
    const words = locale === 'ar' ? 'حيث أنت' : 'where you are';
    const there = await said(timezoneId, true);
    expect(there.times.at(-1)).toMatch(both);
    expect([there.inSentence.split(words).length, there.moved]).toEqual([2, 0]);
    expect(there.list).toContain(words);
    for (const one of [await said('Africa/Abidjan', true), await said(timezoneId, false)]) {
      expect(one.times.at(-1)).toMatch(/UTC$/);
      expect(one.inSentence + one.list).not.toContain(words);
    }
  });

  it('of a survey shows and hides questions as somebody answers, and says so; without scripts it asks when it is saved', async () => {
    await open(`/consultations/${ids.surveyed}/activities/${ids.survey}/survey/1`);
    const why = page.locator('[data-question=why]');
    const state = async () => [await why.isVisible(), await page.inputValue('[name=asked]'), await page.innerText('[data-conditions]')];
    expect(await state()).toEqual([false, 'mode', '']);
    await page.check('[name="answers.mode"][value=car]');
    expect(await state()).toEqual([true, 'mode why', 'Because of what you answered, this page asks more.']);
    await page.fill('[name="answers.why"]', 'It is far');
    await page.check('[name="answers.mode"][value=bus]');
    expect(await state()).toEqual([false, 'mode', 'Because of what you answered, this page asks less.']);
    const reached = new Set<string>();
    for (let tabs = 0; tabs < 8; tabs++) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate(() => (document.activeElement as HTMLInputElement).name ?? ''));
    }
    expect([reached.has('answers.why'), reached.has('go')]).toEqual([false, true]);
    await page.check('[name="answers.mode"][value=car]');
    expect(await page.inputValue('[name="answers.why"]')).toBe('It is far');
    expect(faults).toEqual([]);
    await context.close();
    context = await browser.newContext({ locale: 'ar', viewport: { width, height: 800 }, javaScriptEnabled: false });
    await signIn();
    page = await context.newPage();
    await open(`/consultations/${ids.surveyed}/activities/${ids.survey}/survey/1`);
    expect(await page.locator('[data-question=why]').isVisible()).toBe(false);
  });

  it('takes a pin on a map, by pointer, keyboard or device, with nothing from elsewhere; without scripts it takes words', async () => {
    const survey = `/consultations/${ids.surveyed}/activities/${ids.survey}/survey/2`;
    await context.grantPermissions(['geolocation'], { origin: portal.origin });
    await context.setGeolocation({ latitude: 50.84671, longitude: 4.35249 });
    await open(survey);
    const map = page.locator('.place-map-view');
    const position = () => page.inputValue('[name="answers.where.position"]');
    // It is drawn once it is near.
    await page.evaluate(() => document.querySelector('[data-place-map]')!.parentElement!.scrollIntoView());
    await page.locator('.place-land').first().waitFor();
    expect(await position()).toBe('');
    await map.focus();
    await page.keyboard.press('Enter');
    expect([await position(), await page.innerText('.place-map [role=status]')]).toEqual(['25, 10', 'The pin is at 25, 10.']);
    await map.click({ position: { x: 40, y: 200 } });
    expect(await position()).toMatch(/^-?\d+(\.\d{1,5})?, -?\d+(\.\d{1,5})?$/);
    expect(await position()).not.toBe('25, 10');
    await page.click('[data-pin=none]');
    expect([await position(), await page.locator('.place-pin').count()]).toEqual(['', 0]);
    await page.click('[data-pin=here]');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="answers.where.position"]')!.value !== '');
    expect(await position()).toBe('50.84671, 4.35249');
    await page.fill('[name="answers.where.position"]', '48.85, 2.35');
    expect(await page.locator('.place-pin').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
    context = await browser.newContext({ locale: 'ar', viewport: { width, height: 800 }, javaScriptEnabled: false });
    await signIn();
    page = await context.newPage();
    await open(survey);
    const seen = ['.place-map', '[name="answers.where"]'].map((one) => page.locator(one).isVisible());
    expect(await Promise.all(seen)).toEqual([false, true]);
  });

  it('that somebody else overtook shows both texts, without scripts too, and replaces what it shows', async () => {
    const { settings } = portal.api;
    portal.api.account = official;
    await context.close();
    context = await browser.newContext({ locale: 'ar', viewport: { width, height: 800 }, javaScriptEnabled: false });
    await signIn();
    page = await context.newPage();
    portal.api.settings = { ...settings, version: 5 };
    await open('/office/settings');
    await page.fill('[id="settings-institution.en"]', 'Ministry of Roads');
    portal.api.settings = { ...settings, institution: { en: 'Ministry of Rails' }, version: 9 };
    portal.api.refusal = { code: 'VERSION_CHANGED' };
    await send('settings');
    const [theirs, mine] = await Promise.all([0, 1].map((n) => page.locator('.compared-text').nth(n).boundingBox()));
    if (width > 1_000) expect(theirs!.y).toBe(mine!.y);
    else expect(mine!.y).toBeGreaterThan(theirs!.y);
    expect(await page.locator('.compared mark').allInnerTexts()).toEqual([
      expect.stringMatching(/Rails$/),
      expect.stringMatching(/Roads$/),
    ]);
    expect(await page.inputValue('[id="settings-institution.en"]')).toBe('Ministry of Roads');
    expect((await page.locator('form#settings').boundingBox())!.width).toBeLessThanOrEqual(width);
    portal.api.refusal = undefined;
    await send('settings');
    expect(portal.api.lastWrite!.headers['if-match']).toBe('"9"');
    portal.api.settings = settings;
  });

  it('comes back with what was wrong: the summary has the focus and leads to the field', async () => {
    portal.api.refusal = { code: 'VALIDATION_FAILED', field: 'text' };
    await open(comments);
    await page.fill('#comment-text', 'Mine');
    await send('comment');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('ds-error-summary');
    await page.click('.ds-error-summary a');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('comment-text');
    expect(await page.inputValue('#comment-text')).toBe('Mine');
  });

  it('keeps its words while there is no network, and forgets them once they are accepted', async () => {
    await open('/questions');
    await page.fill('#question-text', 'Why is the bridge closed?');
    await context.setOffline(true);
    await page.click('#question button[type=submit]');
    expect(await page.innerText('#question .form-note')).toContain('You are offline.');
    await context.setOffline(false);
    await open('/questions');
    expect(await page.inputValue('#question-text')).toBe('Why is the bridge closed?');
    expect(await page.innerText('#question .form-note')).toContain('What you typed or chose here before has been restored.');
    await send('question');
    expect(portal.api.lastWrite).toMatchObject({ path: '/questions', body: { text: 'Why is the bridge closed?' } });
    await open('/questions');
    expect(await page.inputValue('#question-text')).toBe('');
    expect(faults).toEqual([]);
  });

  it('of a vote stays and says so when the network is lost, and also where the browser takes itself for online', async () => {
    await open(`/consultations/${ids.deliberation}`);
    await page.click('#all-statements summary');
    const forms = page.locator('#all-statements li form');
    await context.setOffline(true);
    await forms.first().locator('button').first().click();
    expect(await forms.first().locator('.form-note').innerText()).toContain('You are offline.');
    await context.setOffline(false);
    await page.route('**/vote*', (route) => route.abort('connectionreset'));
    const other = forms.nth(1);
    await other.locator('button').first().click();
    await other.locator('.form-note').waitFor();
    expect(page.url()).toBe(`${portal.origin}/consultations/${ids.deliberation}`);
    expect(await other.locator('button').first().isEnabled()).toBe(true);
  });

  it('of a vote that is refused brings the whole page anew', async () => {
    await open(`/consultations/${ids.deliberation}`);
    await page.click('#all-statements summary');
    portal.api.refusal = { code: 'CONSULTATION_CLOSED' };
    await page.locator('#all-statements li form button').first().click();
    await page.waitForFunction(() => document.title.startsWith('Error: '));
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('ds-error-summary');
  });

  it('gives words back to whoever typed them alone, after signing in again, and to nobody after a sign-out', async () => {
    await open('/questions');
    await page.fill('#question-text', 'Typed by Sami');
    await context.clearCookies();
    await open('/questions');
    await signIn();
    await open('/questions');
    expect(await page.inputValue('#question-text')).toBe('Typed by Sami');
    portal.api.account = { ...account, id: ids.page };
    await open('/questions');
    expect(await page.inputValue('#question-text')).toBe('');
    portal.api.account = account;
    await open('/questions');
    expect(await page.inputValue('#question-text')).toBe('');

    await page.fill('#question-text', 'Typed before leaving');
    await signOut(page);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('of a survey gives words back with what they were begun from, so that they pass for no change of what came since', async () => {
    const versionNow = (sign: string) => {
      portal.api.said = (field, value) => (field === 'versions' ? { mode: sign.repeat(22) } : value);
    };
    const path = `/consultations/${ids.surveyed}/activities/${ids.survey}/survey/1`;
    const [words, versions] = [page.locator('input[name="own.mode"]'), page.locator('input[name=versions]')];
    versionNow('a');
    await open(path);
    await words.fill('By boat');
    versionNow('b');
    await open(path);
    expect([await words.inputValue(), await versions.inputValue()]).toEqual(['By boat', `mode=${'a'.repeat(22)}`]);
    portal.api.said = (_, value) => value;
  });

  it('of a survey keeps what was chosen as it keeps words, with the questions that depend on it', async () => {
    const path = `/consultations/${ids.surveyed}/activities/${ids.survey}/survey/1`;
    const [car, why] = [page.locator('input[name="answers.mode"][value=car]'), page.locator('[name="answers.why"]')];
    await open(path);
    const drawn = await page.locator('input[name="answers.mode"]:checked').getAttribute('value');
    await car.check();
    await why.fill('No bus comes here');
    await open(path);
    expect([await car.isChecked(), await why.isVisible(), await why.inputValue()]).toEqual([true, true, 'No bus comes here']);
    expect(await page.locator('form .form-note').first().innerText()).toContain('What you typed or chose here before');
    await page.locator('.form-note button').first().click();
    expect([await page.locator('input[name="answers.mode"]:checked').getAttribute('value'), await why.isVisible()]).toEqual([drawn, false]);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('that supports something says so beside it, with the focus and in the title', async () => {
    await open(comments);
    const button = page.locator('form.support button').first();
    await Promise.all([page.waitForEvent('load'), button.click()]);
    expect(await page.title()).toMatch(/^Done: /);
    const { id, text } = await page.evaluate(() => ({ id: document.activeElement?.id, text: document.activeElement?.textContent }));
    expect(id).toMatch(/^supported-/);
    expect(text).toMatch(/^(?:Thank you. Your support is recorded|Your support is taken back)\.$/);
  });

  it.each([
    ['/account/profile', '#profile button[type=submit]'],
    ['/account/notes', 'main form button[type=submit]'],
    ['/my/notes', 'main form button[type=submit]'],
    [`/my/comments/${ids.comment}`, '#text button[type=submit]'],
  ])('on %s says what it did, with the focus and in the title', async (path, button) => {
    portal.api.hasWritten = true;
    await open(path);
    await Promise.all([page.waitForEvent('load'), page.click(button)]);
    expect(await page.title()).toMatch(/^Done: /);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');
  });

  it('of an office says what it did, with the focus and in the title', async () => {
    portal.api.account = { ...account, roles: [{ role: 'administrator', unit: 'root' }] };
    await open('/office/settings');
    await page.fill('[name=contactEmail]', 'office@ministry.example');
    await send('settings');
    expect(await page.title()).toMatch(/^Done: /);
    expect(await page.innerText('.done')).toContain('The settings are saved.');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('done'))).toBe(true);
    await page.reload();
    expect(await page.locator('.done').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
