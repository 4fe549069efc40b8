import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ConsultationSummary, ConsultationView } from '@isegoria/contracts';
import { walkByKeyboard } from './testing/by-keyboard.fixture';
import { demoPassword, launchChromium, runningSite, signIn, watch, type Site } from './testing/browser.fixture';
import { register, takePartByKeyboard, voteInPlace } from './testing/contributing.fixture';
import { tellOfAnAnswer } from './testing/told-of-an-answer.fixture';

describe('people who contribute', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  let deliberation: string;

  beforeAll(async () => {
    [site, browser] = await Promise.all([runningSite(), launchChromium()]);
    const { items } = (await (await fetch(`${site.origin}/api/v1/consultations`)).json()) as { items: ConsultationSummary[] };
    deliberation = items.filter(({ methods, status }) => methods.includes('deliberation') && status === 'open').at(-1)!.id;
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    page = await signIn(context, site.origin, 'citizen@example.org', demoPassword);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it('see what stands, with new keys, where an old page is sent again', async () => {
    await page.goto(`${site.origin}/consultations/${deliberation}`);
    await page.click('#all-statements summary');
    const own = page.locator('#all-statements li').first();
    const pressed = () => own.locator('[aria-pressed=true]').getAttribute('value');
    const press = (choice: string) => Promise.all([page.waitForEvent('load'), own.locator(`button[value=${choice}]`).click()]);
    const key = own.locator('input[name=key]');
    const old = await key.inputValue();
    const pressOnOldPage = async (choice: string) => {
      await key.evaluate((input, value) => ((input as unknown as { value: string }).value = value), old);
      await press(choice);
      await page.click('#all-statements summary');
    };
    await press('agree');
    await page.click('#all-statements summary');
    await pressOnOldPage('pass');
    expect([await pressed(), (await page.innerText('main')).includes('What you see now is what is recorded')]).toEqual(['agree', true]);
    expect(await key.inputValue()).not.toBe(old);
    await press('disagree');
    await page.click('#all-statements summary');
    await pressOnOldPage('agree');
    expect([await pressed(), (await page.innerText('main')).includes('What you see now is what is recorded')]).toEqual(['disagree', true]);
    expect(await page.innerText('main')).not.toContain('Your vote is recorded.');
  });

  it.each([
    ['with scripts', 360],
    ['with scripts', 1280],
    ['without scripts', 360],
  ] as const)('%s at %i px find card and buttons in place after each vote, and take part by keyboard', async (way, width) => {
    const javaScriptEnabled = way === 'with scripts';
    const context = await browser.newContext({ javaScriptEnabled, locale: 'en-GB', viewport: { width, height: 800 } });
    const visited = { page: await context.newPage(), origin: site.origin, deliberation };
    const faults = watch(visited.page, site.origin);
    await register(visited);
    await voteInPlace(visited);
    await takePartByKeyboard(visited, `Trams ${way} at ${width} ${Date.now()}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([360, 1280])('register, confirm, vote, comment, ask and see the result by keyboard alone, at %i px', async (width) => {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', viewport: { width, height: 800 } });
    const visited = { page: await context.newPage(), origin: site.origin, deliberation };
    const faults = watch(visited.page, site.origin);
    await walkByKeyboard(visited, `keys-${width}-${randomUUID()}@example.org`);
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([360, 1280])('ask, are answered from the desk of the office, and are told, at %i px', async (width) => {
    const signedIn = async (email: string) =>
      signIn(await browser.newContext({ locale: 'en-GB', viewport: { width, height: 800 } }), site.origin, email, demoPassword);
    const [citizen, official] = [await signedIn('citizen@example.org'), await signedIn('official@example.org')];
    await tellOfAnAnswer({ origin: site.origin, deliberation, citizen, official }, `Which tram at ${width} ${randomUUID()}`);
    await Promise.all([citizen, official].map((visitor) => visitor.context().close()));
  });

  it.each([360, 1280])('are left out of the counts, several at once, on a page that fits %i px', async (width) => {
    const { activities } = (await (await fetch(`${site.origin}/api/v1/consultations/${deliberation}`)).json()) as ConsultationView;
    const { id } = activities.find(({ method }) => method === 'deliberation')!;
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB', viewport: { width, height: 800 } });
    const desk = await signIn(context, site.origin, 'moderator@example.org', demoPassword);
    await desk.goto(`${site.origin}/office/consultations/${deliberation}/activities/${id}/ballots?order=pace`);
    const chosen = await desk.locator('[name=chosen]').evaluateAll((boxes) => boxes.slice(0, 2).map((box) => box.getAttribute('value')!));
    for (const voter of chosen) await desk.check(`[name=chosen][value="${voter}"]`);
    await desk.fill('#exclusions [name=reason]', `Cast by a program, says a page of ${width} px`);
    await desk.click('#exclusions button[type=submit]');
    for (const voter of chosen) {
      expect(await desk.locator('li', { hasText: voter }).innerText()).toContain('Left out of the counts');
      expect(await desk.locator('article.card', { hasText: voter }).innerText()).toContain(`says a page of ${width} px`);
    }
    expect(await desk.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await context.close();
  });
});
