import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ApiClient } from '@isegoria/api-client';
import { draftPage, listConsultations, publishPage, submitComment, withdrawPage, type ConsultationView } from '@isegoria/contracts';
import { beginOnConsultation } from './testing/beginning-an-account.fixture';
import { walkByKeyboard } from './testing/by-keyboard.fixture';
import { demoPassword, launchChromium, runningSite, signIn, watch, type Site } from './testing/browser.fixture';
import { changeAndForget } from './testing/changing-an-account.fixture';
import { register, takePartByKeyboard, voteInPlace } from './testing/contributing.fixture';
import { takeThroughItsLife } from './testing/life-of-a-consultation.fixture';
import { readAsAuditor, takeVotesAlong } from './testing/looking-into.fixture';
import { reportAndDecide } from './testing/moderating.fixture';
import { isAsTheWebExpects, isWordedWell } from './testing/on-the-web.fixture';
import { goOverOwnWords } from './testing/own-words.fixture';
import { suspendForAWeek } from './testing/suspending.fixture';
import { tellOfAnAnswer } from './testing/told-of-an-answer.fixture';

/**
 * Everything that people do here, on a phone and on a desk. Forms that come back, and the results, are in the specs of their own; a whole
 * run without scripts is in that of the portal, one by keyboard at the end of this.
 */
describe('everything that people do', () => {
  let site: Site;
  let browser: Browser;
  let api: ApiClient;
  let [deliberation, poll, decided]: string[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([runningSite(), launchChromium()]);
    api = new ApiClient(site.origin);
    const { items } = await api.ask(listConsultations, {});
    const idOf = (method: string, status: string) =>
      items.filter((one) => one.methods.some((known) => known === method) && one.status === status).at(-1)!.id;
    [deliberation, poll, decided] = [idOf('deliberation', 'open'), idOf('poll', 'open'), idOf('poll', 'decided')];
  });
  afterAll(() => browser?.close());

  describe.each([360, 1280])('%i pixels wide', (width) => {
    const window: BrowserContextOptions = { javaScriptEnabled: false, locale: 'en-GB', viewport: { width, height: 800 } };
    const once = randomUUID().slice(0, 8);
    const holder = { email: `new-${width}-${once}@example.org`, password: 'a long password' };
    const signedIn = async (email: string, password = demoPassword) =>
      signIn(await browser.newContext(window), site.origin, email, password);
    const inOffice = () => signedIn(site.operator.email, site.operator.password);
    const isIn = async (page: Page, does: () => Promise<void>) => {
      await does();
      await page.context().close();
    };

    it('an account is begun on a consultation and confirmed elsewhere', async () => {
      const options = { ...window, javaScriptEnabled: width > 1_000 };
      await beginOnConsultation(browser, { origin: site.origin, poll: `/consultations/${poll}`, email: holder.email }, options);
    });

    it('its holder changes name and password, forgets the password, and goes over everything they said', async () => {
      const page = await signedIn(holder.email, holder.password);
      await changeAndForget(page, site.origin, holder);
      const home = `${site.origin}/consultations/${deliberation}`;
      await page.goto(home);
      await page.click('.vote-card button[value=agree]');
      const said = [`Ferries of ${once}`, `Why ${once}?`] as const;
      for (const [path, form, words] of [
        [home, 'statement', said[0]],
        [`${home}/questions`, 'question', said[1]],
      ] as const) {
        await page.goto(path);
        await page.fill(`#${form}-text`, words);
        await page.click(`#${form} button[type=submit]`);
        expect(await page.innerText('#thanks')).toContain(`Your ${form} is recorded`);
      }
      await isIn(page, () => goOverOwnWords(page, site.origin, deliberation!, said));
    });

    it('an official takes a consultation from its draft to "you said, we did"', async () => {
      const page = await signedIn('official@example.org');
      await isIn(page, () => takeThroughItsLife(page, site.origin, once));
    });

    it('officials have a desk: a question waits there, and whoever asked is told of the answer', async () => {
      const signedIn = async (email: string) =>
        signIn(await browser.newContext({ ...window, javaScriptEnabled: true }), site.origin, email, demoPassword);
      const [citizen, official] = [await signedIn('citizen@example.org'), await signedIn('official@example.org')];
      await tellOfAnAnswer({ origin: site.origin, deliberation: deliberation!, citizen, official }, `Which tram, ${once}`);
      await Promise.all([citizen, official].map((visitor) => visitor.context().close()));
    });
    it('moderators decide on what is reported, say why, and undo it', async () => {
      const words = `Cable cars of ${once}`;
      const citizen = await api.signIn('citizen@example.org', demoPassword);
      await citizen.do(submitComment, { consultationId: deliberation!, text: words });
      const [anybody, moderator] = [await (await browser.newContext(window)).newPage(), await signedIn('moderator@example.org')];
      await reportAndDecide({ origin: site.origin, comments: `/consultations/${deliberation}/comments`, words, anybody, moderator });
      await Promise.all([anybody, moderator].map((page) => page.context().close()));
    });

    it('moderators leave ballots out of the counts, several at once', async () => {
      const { activities } = (await (await fetch(`${site.origin}/api/v1/consultations/${deliberation}`)).json()) as ConsultationView;
      const { id } = activities.find(({ method }) => method === 'deliberation')!;
      const context = await browser.newContext(window);
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
    it('administrators find an account, suspend it and end that', async () => {
      const page = await inOffice();
      await isIn(page, () => suspendForAWeek(page, site.origin, holder.email, width));
    });

    it('analysts take votes along; auditors read what they can check', async () => {
      const page = await signedIn('analyst@example.org');
      await takeVotesAlong(page, site.origin, deliberation!, `To look at the figures of ${once}`);
      await isIn(page, () => readAsAuditor(page, site.origin));
    });

    it('the start page puts a consultation first, under a header that leaves it room', async () => {
      const page = await (await browser.newContext(window)).newPage();
      await page.goto(site.origin);
      const [header, featured] = [await page.locator('header').first().boundingBox(), await page.locator('.featured').boundingBox()];
      expect(header!.height).toBeLessThan(width > 1_000 ? 170 : 80);
      expect(featured!.y).toBeLessThan(width > 1_000 ? 400 : 800);
      await page.click('.featured h2 a');
      expect(await page.locator('main a[href$="/results"]').count()).toBeGreaterThan(0);
      await page.context().close();
    });

    it('what is over says so, what is withdrawn says so, and words in another language say which', async () => {
      const official = await api.signIn('official@example.org', demoPassword);
      const draft = { unit: 'root', kind: 'announcement', title: `Gone at ${once}`, body: 'Gone.', language: 'en' } as const;
      const { id: pageId } = await official.do(draftPage, draft);
      await official.do(publishPage, { pageId });
      await official.do(withdrawPage, { pageId, reason: 'It was a test.' });
      const page = await (await browser.newContext(window)).newPage();
      const gone = (await page.goto(`${site.origin}/pages/${pageId}`))!;
      expect([gone.status(), await page.innerText('main')]).toEqual([410, expect.stringContaining('has withdrawn this page')]);
      await page.goto(`${site.origin}/consultations/${decided}`);
      expect(await page.innerText('main')).toMatch(/Closed/);
      expect(await page.innerText('main')).not.toMatch(/tomorrow|Open for/i);
      const { items } = await api.ask(listConsultations, {});
      const inEnglish = items.find(({ title }) => title === `Asked at ${once}`)!.id;
      await page.goto(`${site.origin}/consultations/${inEnglish}?lang=ar`);
      expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      expect(await page.evaluate(() => document.querySelector('h1 [lang]')?.getAttribute('lang'))).toBe('en');
      await page.context().close();
    });

    it('pages are as the web expects them', async () => {
      const page = await (await browser.newContext(window)).newPage();
      await isIn(page, () => isAsTheWebExpects(page, site.origin, `/consultations/${deliberation}`));
    });

    it('words are those of a public service, in every language', async () => {
      const page = await (await browser.newContext(window)).newPage();
      const home = `/consultations/${deliberation}`;
      const paths = ['/', home, `${home}/results`, '/questions', '/register', '/receipts/check', '/transparency', '/privacy', '/rules'];
      await isIn(page, () => isWordedWell(page, site.origin, paths));
    });
  });

  it('the demo follows one law from its first question to what was done, in every language', async () => {
    const { items } = await api.ask(listConsultations, {});
    const idOf = (title: string) => items.find((one) => one.title === title)!.id;
    const [air, reading] = [idOf('What should the clean air act say?'), idOf('The clean air act: second reading')];
    const said = async (path: string, language: string) => (await fetch(`${site.origin}/consultations/${path}?lang=${language}`)).text();
    const methods = items.filter(({ id }) => [air, reading].includes(id)).map(({ methods: known }) => [...known].sort());
    const open = ['document', 'motion', 'ranked-vote', 'survey'];
    expect(methods).toEqual(expect.arrayContaining([open, ['deliberation', ...open]]));

    const results = await said(`${air}/results`, 'en');
    for (const words of ['Road traffic', 'The rounds of the count', 'The motion is carried', 'The quorum of 30 is reached'])
      expect(results).toContain(words);
    expect(await said(air, 'en')).toMatch(/Version 2[^]*What changed, and why/);
    const outcome = await said(`${air}/outcome`, 'en');
    for (const status of ['Done', 'In progress', 'Planned', 'Dropped']) expect(outcome).toContain(status);
    expect(await said(reading, 'en')).toContain('What carries the motion');
    expect(await (await fetch(`${site.origin}/answers`)).text()).toMatch(/What is late[^]*Cost and staffing plan/);

    const inFrench = [await said(`${air}/outcome`, 'fr'), await said(`${air}/results`, 'fr'), await said(reading, 'fr')].join();
    for (const words of ['Deuxième projet de loi', 'La circulation', 'Le deuxième projet doit être transmis'])
      expect(inFrench).toContain(words);
    const inArabic = [await said(`${air}/outcome`, 'ar'), await said(`${air}/results`, 'ar'), await said(reading, 'ar')].join();
    for (const words of ['المسودة الثانية للقانون', 'حركة السير', 'ينبغي أن تُحال المسودة الثانية']) expect(inArabic).toContain(words);
  });

  it('people see what stands, with new keys, where an old page is sent again', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    const page = await context.newPage();
    await register({ page, origin: site.origin });
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
    await context.close();
  });

  it.each([
    ['with scripts', 360],
    ['with scripts', 1280],
    ['without scripts', 360],
  ] as const)('people who contribute %s at %i px find card and buttons in place after each vote, and use keys', async (way, width) => {
    const javaScriptEnabled = way === 'with scripts';
    const context = await browser.newContext({ javaScriptEnabled, locale: 'en-GB', viewport: { width, height: 800 } });
    const visited = { page: await context.newPage(), origin: site.origin, deliberation: deliberation! };
    const faults = watch(visited.page, site.origin);
    await register(visited);
    await voteInPlace(visited);
    await takePartByKeyboard(visited, `Trams ${way} at ${width} ${Date.now()}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([360, 1280])('people register, confirm, vote, comment, ask and see the result by keyboard alone, at %i px', async (width) => {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', viewport: { width, height: 800 } });
    const visited = { page: await context.newPage(), origin: site.origin, deliberation: deliberation! };
    const faults = watch(visited.page, site.origin);
    await walkByKeyboard(visited, `keys-${width}-${randomUUID()}@example.org`);
    expect(faults).toEqual([]);
    await context.close();
  });
});
