import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ConsultationSummary } from '@isegoria/contracts';
import { confirmFromMailbox, signOut } from './testing/changing-an-account.fixture';
import { untilReceiptHolds } from './testing/receipt-holds.fixture';
import { demoPassword, launchChromium, receiptShown, runningSite, signIn, untilShown, watch, type Site } from './testing/browser.fixture';

const once = Date.now().toString(36);

describe('the portal in a browser', () => {
  let site: Site;
  let browser: Browser;
  let deliberation: string;
  let poll: string;

  const list = async <T>(path: string): Promise<T[]> =>
    ((await (await fetch(`${site.origin}/api/v1${path}`)).json()) as { items: T[] }).items;

  beforeAll(async () => {
    [site, browser] = await Promise.all([runningSite(), launchChromium()]);
    const consultations = await list<ConsultationSummary>('/consultations');
    const idOf = (method: string, status: string) =>
      consultations.filter((one) => one.methods.some((known) => known === method) && one.status === status).at(-1)!.id;
    [deliberation, poll] = [idOf('deliberation', 'open'), idOf('poll', 'open')];
  });
  afterAll(() => browser?.close());

  describe('with scripts off', () => {
    const email = `person-${once}@example.org`;
    let context: BrowserContext;
    let page: Page;
    beforeAll(async () => {
      context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      page = await context.newPage();
    });
    afterAll(() => context.close());

    const open = (path: string) => page.goto(site.origin + path);
    const send = (form: string) => page.click(`#${form} button[type=submit]`);
    const main = () => page.innerText('main');

    it('a person registers, confirms the address and signs in', async () => {
      await open('/register');
      await page.fill('[name=name]', 'A person');
      await page.fill('[name=email]', email);
      await page.fill('[name=password]', 'short');
      await send('register');
      expect(await page.innerText('.ds-error-summary')).toContain('Choose a password of 10 to 200 characters that is hard to guess');
      expect(await page.inputValue('[name=email]')).toBe(email);
      await page.fill('[name=password]', 'a long password');
      await send('register');
      expect(await main()).toContain('Check your e-mail');

      await confirmFromMailbox(page, site.origin, { email, password: 'a long password' });
      await open('/account');
      await signOut(page);

      await open(`/sign-in?return=${encodeURIComponent(`/consultations/${deliberation}`)}`);
      await page.fill('[name=email]', email);
      await page.fill('[name=password]', 'not the password');
      await send('sign-in');
      expect(await page.innerText('.ds-error-summary')).toContain('The e-mail address or the password is not right.');
      await page.fill('[name=password]', 'a long password');
      await send('sign-in');
      expect(page.url()).toBe(`${site.origin}/consultations/${deliberation}`);
    });

    it('votes on statements one after the other, and changes a vote', async () => {
      await open(`/consultations/${deliberation}`);
      const first = await page.innerText('.vote-card .statement');
      await page.click('.vote-card button[value=agree]');
      expect(await main()).toContain('Your vote is recorded.');
      expect(await page.innerText('.vote-card .statement')).not.toBe(first);
      await page.click('#all-statements summary');
      const own = page.locator('#all-statements li', { hasText: first });
      expect(await own.locator('[aria-pressed=true]').getAttribute('value')).toBe('agree');
      await Promise.all([page.waitForEvent('load'), own.locator('button[value=disagree]').click()]);
      await page.click('#all-statements summary');
      expect(await own.locator('[aria-pressed=true]').getAttribute('value')).toBe('disagree');
    });

    it('adds a statement, a comment and a question, each with a receipt that holds', async () => {
      for (const [step, form, thanks] of [
        ['', 'statement', 'Your statement is recorded'],
        ['/comments', 'comment', 'Your comment is recorded'],
        ['/questions', 'question', 'Your question is recorded'],
      ] as const) {
        await open(`/consultations/${deliberation}${step}`);
        await send(form);
        expect(await page.innerText('.ds-error-summary')).toContain('Write something before sending');
        await page.fill(`#${form}-text`, `A ${form} of ${once}`);
        await send(form);
        expect(await page.innerText('#thanks')).toContain(thanks);
      }
      const receipt = await receiptShown(page);
      await page.click('text=Check this receipt');
      await page.waitForURL(/\/receipts\b/);
      expect(await main()).toMatch(/This contribution is in the log, unaltered|about to enter the log/);
      await open(`/consultations/${deliberation}`);
      expect(await page.locator('[data-print]').count()).toBe(0);
      await open(`/receipts/print?r=${receipt}`);
      expect(await main()).toContain(receipt);
      expect(await page.locator('main svg[role=img]').isVisible()).toBe(true);
      await page.click('text=Check this receipt');
      expect(page.url()).toBe(`${site.origin}/receipts?r=${receipt}`);
      expect(await page.locator('#check-file').isVisible()).toBe(false);
      await open('/receipts/check');
      await page.fill('[name=receipt]', receipt.replace(/\.[\w-]{4}([\w-]+\.[\w-]+)$/, '.AAAA$1'));
      await send('check');
      expect(await main()).toContain('This receipt does not hold.');
      await expect(untilReceiptHolds(page, site.origin, receipt)).resolves.toBe(true);
    });

    it('casts a ballot and changes it', async () => {
      await open(`/consultations/${poll}`);
      await page.locator('[name=options]').first().check();
      await send('ballot');
      expect(await main()).toContain('Your ballot is recorded.');
      await page.locator('[name=options]').nth(1).check();
      await page.click('text=Change your ballot');
      expect(await page.locator('[name=options]').nth(1).isChecked()).toBe(true);
    });

    it('reads what officials did, and goes from an act to its entry in the log', async () => {
      await open('/transparency');
      await page.click('text=What officials did');
      expect(await page.locator('main tbody tr').count()).toBeGreaterThan(0);
      await page.selectOption('#kind', 'consultation-published');
      await page.click('main form button');
      expect(page.url()).toContain('?kind=consultation-published');
      const acts = await page.locator('main tbody tr th').allInnerTexts();
      expect(new Set(acts)).toEqual(new Set(['Published a consultation or its dates']));
      const entry = await page.request.get(new URL((await page.getAttribute('main tbody a[href^="/log/"]', 'href'))!, site.origin).href);
      expect(await entry.text()).toContain('ConsultationPublished');
    });

    it('asks the ministry and signs out', async () => {
      await open('/questions');
      await page.fill('#question-text', `A general question of ${once}`);
      await send('question');
      expect(await main()).toContain(`A general question of ${once}`);
      await signOut(page);
      expect(await page.textContent('header')).toContain('Sign in');
      await open('/account');
      expect(page.url()).toContain('/sign-in?return=');
    });

    it('an official answers, publishes a page and withdraws it', async () => {
      const desk = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      page = await signIn(desk, site.origin, 'official@example.org', demoPassword);
      await page.click('header a:has-text("Office")');
      await page.click(`li:has-text("A general question of ${once}") a`);
      await page.fill('#answer-text', 'An *answer*.');
      await send('answer');
      expect(await page.innerText('.answer')).toContain('An answer.');

      await open('/office/pages/new');
      await page.fill('#page-title', `News of ${once}`);
      await send('page');
      expect(await page.innerText('.ds-error-summary')).toContain('Enter a text');
      expect(await page.inputValue('#page-title')).toBe(`News of ${once}`);
      await page.fill('#page-body', 'Something **new**.');
      await send('page');
      await send('publication');
      await page.fill('#page-body', 'Something **newer**.');
      await page.fill('#page-note', 'It was newer.');
      await send('page');
      await page.click('text=View as citizens see it');
      expect(await main()).toContain('Something newer.');
      await page.click('text=Manage');
      await page.fill('#withdrawal-reason', 'It was a test.');
      await send('withdrawal');
      expect(await main()).toContain('Withdrawn');
      await desk.close();
    });

    it('an official takes contributions out, for a purpose that everybody can read', async () => {
      const desk = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      page = await signIn(desk, site.origin, 'official@example.org', demoPassword);
      await open(`/office/consultations/${deliberation}`);
      await page.check('#export input[value=comments]');
      await send('export');
      expect(await page.innerText('#export .ds-error-summary')).toContain('Say what it is needed for');
      expect(await page.isChecked('#export input[value=comments]')).toBe(true);
      await page.fill('#export-purpose', `For the report of ${once}`);
      await send('export');
      expect(await main()).toContain('Your export is on record');
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Download the file')]);
      expect(download.suggestedFilename()).toMatch(/^comments-[0-9a-f]{8}-\d+\.csv$/);
      expect(readFileSync(await download.path(), 'utf8')).toMatch(
        new RegExp(`^"comment_id","status",[^]*"A comment of ${once}","0","0"\\r\\n`),
      );
      await desk.close();

      const anybody = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      page = await anybody.newPage();
      await open('/transparency/officials?kind=contributions-exported');
      expect(await main()).toContain(`Reason: For the report of ${once}`);
      await anybody.close();
    });

    it('an administrator names the institution, tells everybody something, and takes both back', async () => {
      const desk = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      page = await signIn(desk, site.origin, site.operator.email, site.operator.password);
      await open('/office');
      await page.click('main a:has-text("Settings")');
      await page.fill('[name=contactEmail]', 'no address');
      await send('settings');
      expect(await page.innerText('.ds-error-summary')).toContain('Enter an e-mail address');
      const before = await page.inputValue('[name="institution.en"]');
      await page.fill('[name="institution.en"]', `Ministry of ${once}`);
      await page.fill('[name=contactEmail]', 'contact@example.org');
      await page.fill('[name="notice.en"]', `Told at ${once}`);
      await send('settings');
      expect(await page.innerText('header .ministry-name')).toBe(`Ministry of ${once}`);
      expect(await page.getByRole('region', { name: 'Notice' }).innerText()).toBe(`Told at ${once}`);

      const anybody = await browser.newContext({ javaScriptEnabled: false, locale: 'ar' });
      const reader = await anybody.newPage();
      const asked = () => reader.goto(`${site.origin}/`);
      await expect(untilShown(reader, asked, `.site-notice [lang=en]:has-text("Told at ${once}")`)).resolves.toBe(true);
      expect(await reader.getAttribute('footer a[href^=mailto]', 'href')).toBe('mailto:contact@example.org');
      await anybody.close();

      await page.fill('[name="institution.en"]', before);
      await page.fill('[name="notice.en"]', '');
      await send('settings');
      expect(await page.innerText('header')).not.toContain(`Ministry of ${once}`);
      expect(await page.locator('.site-notice').count()).toBe(0);
      await desk.close();
    });

    it('a moderator rejects a statement with a reason and hides a comment', async () => {
      const desk = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      page = await signIn(desk, site.origin, 'moderator@example.org', demoPassword);
      await open('/office/moderation');
      await page
        .locator('#decide li', { hasText: `A statement of ${once}` })
        .locator('[name=chosen]')
        .check();
      await page.fill('#decide [name=reason]', 'It was a test.');
      await page.click('#decide button:has-text("Reject")');
      expect(await main()).not.toContain(`A statement of ${once}`);
      await open(`/consultations/${deliberation}/comments`);
      await page.click(`li:has-text("A comment of ${once}") >> text=Hide this comment`);
      await page.fill('#hide [name=reason]', 'It was a test too.');
      await page.click('#hide button:has-text("hide it")');
      expect(await main()).toContain('A moderator has hidden this comment: It was a test too.');
      expect(await main()).not.toContain(`A comment of ${once}`);
      await desk.close();
    });

    it('an administrator makes a unit, renames it, gives a role in it, and closes it', async () => {
      const desk = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      page = await signIn(desk, site.origin, site.operator.email, site.operator.password);
      await open('/office');
      await page.click('main a:has-text("Units")');
      await page.click('.tree > li > .tags a');
      await send('make');
      expect(await page.innerText('.ds-error-summary')).toContain('Enter a name');
      await page.fill('#make-name', `Roads of ${once}`);
      await send('make');
      await page.click(`main a:has-text("Roads of ${once}")`);
      expect(await page.inputValue('#rename-name')).toBe(`Roads of ${once}`);
      await page.fill('#rename-name', `Bridges of ${once}`);
      await send('rename');
      expect(await page.innerText('h1')).toBe(`Bridges of ${once}`);
      const unit = page.url().split('?')[0]!;

      await open('/office/accounts');
      await page.selectOption('#narrow-unit', { label: `Bridges of ${once}` });
      await page.click('.unit-filter button');
      await page.locator(`li:has-text("${email}") a.ds-button:has-text("Moderator")`).click();
      expect(await main()).toContain('Moderators decide on contributions');
      await page.click('button[value=grant]');
      expect(await page.innerText(`li:has-text("${email}")`)).toContain('✓ Moderator');
      await page.goto(`${site.origin}/office/accounts`);
      expect(await page.innerText(`li:has-text("${email}")`)).toContain(`Moderator, Bridges of ${once}`);

      await page.goto(unit);
      await page.click('main a:has-text("Close this unit")');
      await send('closure');
      expect(await page.innerText('.ds-error-summary')).toContain('Give a reason');
      await page.fill('#closure-reason', 'It was a test.');
      await send('closure');
      expect(await main()).toContain('is closed: nothing new can be started in it');
      await desk.close();
    });

    it('an administrator gives a role until a day and takes it', async () => {
      const desk = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      page = await signIn(desk, site.origin, site.operator.email, site.operator.password);
      await open('/office/accounts');
      const role = page.locator(`li:has-text("${email}") a.ds-button:has-text("Analyst")`);
      await role.click();
      const lastDay = `${new Date().getUTCFullYear() + 2}-12-31`;
      await page.fill('#role-until', lastDay);
      await page.click('button[value=grant]');
      expect(await role.innerText()).toBe(`✓ Analyst, until 31 December ${lastDay.slice(0, 4)}`);
      await role.click();
      await page.click('button[value=revoke]');
      expect(await role.innerText()).toBe('Analyst');
      await desk.close();
    });

    it('a person erases the own account, after reading what goes and what stays, and can come back as somebody new', async () => {
      const home = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      page = await signIn(home, site.origin, email, 'a long password');
      await open('/account');
      await page.click('text=See what goes and what stays');
      expect(await main()).toMatch(/What is removed[\s\S]*What stays[\s\S]*cannot be undone/);
      await page.fill('#erasure-password', 'not the password');
      await send('erasure');
      expect(await page.innerText('.ds-error-summary')).toContain('The password is not right');
      await page.fill('#erasure-password', 'a long password');
      await send('erasure');
      expect(await main()).toContain('Your account is erased');
      expect(await page.innerText('header')).toContain('Sign in');
      await open('/questions');
      expect(await main()).not.toContain(`A general question of ${once}`);
      expect(await main()).toContain('This text was erased.');
      await open('/register');
      for (const [field, value] of [
        ['name', 'Somebody new'],
        ['email', email],
        ['password', 'another long password'],
      ] as const)
        await page.fill(`[name=${field}]`, value);
      await send('register');
      await home.close();
    });

    it('an administrator erases an account on request, over a page that asks why', async () => {
      const desk = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      page = await signIn(desk, site.origin, site.operator.email, site.operator.password);
      await open('/office/accounts');
      await page.locator(`li:has-text("${email}") a:has-text("Erase this account")`).click();
      expect(await main()).toContain(email);
      await send('erase');
      expect(await page.innerText('.ds-error-summary')).toContain('Give a reason');
      await page.fill('#erase-reason', `Asked for at ${once}`);
      await send('erase');
      expect(await main()).not.toContain(email);
      expect(await main()).toContain('Erased account');
      // It is told later, together with others.
      await open('/transparency/officials?kind=erasure-ordered');
      expect(await main()).not.toContain(`Reason: Asked for at ${once}`);
      await desk.close();
    });
  });

  describe('with scripts on', () => {
    it('votes without leaving the page; an open dashboard follows', async () => {
      const context = await browser.newContext({ locale: 'en-GB' });
      const page = await signIn(context, site.origin, 'citizen@example.org', demoPassword);
      const faults = watch(page, site.origin);
      const dashboard = await context.newPage();
      await dashboard.goto(`${site.origin}/consultations/${deliberation}/results`);
      await dashboard.waitForSelector('.live');
      const computed = await dashboard.innerText('.computed >> nth=0');

      await page.goto(`${site.origin}/consultations/${deliberation}`);
      await page.evaluate(() => (document.querySelector('#took-part')!.textContent = 'As it was before'));
      await page.click('#all-statements summary');
      const choices = page.locator('#all-statements li').first().locator('button');
      const other = (await choices.nth(0).getAttribute('aria-pressed')) === 'true' ? 1 : 0;
      await choices.nth(other).click();
      await page.waitForSelector('#voting .thanks');
      expect(page.url()).toBe(`${site.origin}/consultations/${deliberation}`);
      expect(await page.locator('#took-part').innerText()).toMatch(/taken part/);
      expect(await page.locator('#all-statements').getAttribute('open')).not.toBeNull();
      expect(await choices.nth(other).getAttribute('aria-pressed')).toBe('true');

      await dashboard.waitForFunction((before) => document.querySelector<HTMLElement>('.computed')!.innerText !== before, computed, {
        timeout: 15_000,
      });
      expect(faults).toEqual([]);
      await context.close();
    });
  });
});
