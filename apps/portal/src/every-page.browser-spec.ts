import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ApiClient } from '@isegoria/api-client';
import {
  exportContributions,
  languages,
  makeUnit,
  rootUnit,
  listConsultations,
  listPages,
  listServices,
  listQuestions,
  listThreads,
  readMailbox,
  registerAccount,
  showConsultation,
} from '@isegoria/contracts';
import { formatReceipt } from '@isegoria/merkle-log';
import { directionOf } from '@isegoria/texts';
import {
  demoPassword,
  launchChromium,
  runningSite,
  signIn,
  unfold,
  violations,
  violationsOfColour,
  watch,
  type Site,
} from './testing/browser.fixture';

/** As a receipt looks; nobody's key signed it. */
const receiptForm = formatReceipt(
  { v: 2, id: 'an-entry', type: 'CommentSubmitted', leaf: 'ab'.repeat(32), time: '2026-01-31T12:00:00.123Z' },
  new Uint8Array(64),
);

let site: Site;
let browser: Browser;
let api: ApiClient;
let deliberation: string;
let poll: string;
let decided: string;
/** The activity of the deliberation. */
let statements: string;
/** The page of an export that an official made. */
let exported: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([runningSite(), launchChromium()]);
  api = new ApiClient(site.origin);
  const { items: consultations } = await api.ask(listConsultations, {});
  const idOf = (method: string, status: string) =>
    consultations.filter((one) => one.methods.some((known) => known === method) && one.status === status).at(-1)!.id;
  [deliberation, poll, decided] = [idOf('deliberation', 'open'), idOf('poll', 'open'), idOf('poll', 'decided')];
  statements = (await api.ask(showConsultation, { consultationId: deliberation })).activities[0]!.id;
  const official = await api.signIn('official@example.org', demoPassword);
  const { id, position } = await official.do(exportContributions, {
    consultationId: deliberation,
    activityId: statements,
    contents: 'votes',
    purpose: 'To look at the page',
  });
  exported = `/office/exports/${id}?after=${position}`;
});
afterAll(() => browser?.close());

describe.each(languages)('every page fits in %s, narrow and wide, without a violation of WCAG 2.2 AA, light and dark', (language) => {
  const visitors = {
    anybody: undefined,
    citizen: 'citizen@example.org',
    official: 'official@example.org',
    moderator: 'moderator@example.org',
    administrator: 'operator',
  } as const;
  const contexts = new Map<string, { page: Page; faults: string[] }>();
  beforeAll(async () => {
    for (const [visitor, email] of Object.entries(visitors)) {
      // Colours that fade from light to dark would be measured half way.
      const context = await browser.newContext({ locale: language, reducedMotion: 'reduce' });
      const credentials: [string, string] =
        email === 'operator' ? [site.operator.email, site.operator.password] : [email ?? '', demoPassword];
      const page = email ? await signIn(context, site.origin, ...credentials) : await context.newPage();
      contexts.set(visitor, { page, faults: watch(page, site.origin) });
    }
  });
  afterAll(async () => {
    for (const { page } of contexts.values()) await page.context().close();
  });

  async function erasureOfSomebody(): Promise<string> {
    const { page } = contexts.get('administrator')!;
    await page.goto(`${site.origin}/office/accounts`);
    return (await page.getAttribute('main a[href*="/erasure"]', 'href'))!;
  }

  /** One of the demo: others come and go beside this. */
  async function commentOfSomebody(): Promise<string> {
    return (await api.ask(listThreads, { consultationId: deliberation })).items.at(-1)!.comment.id;
  }

  async function linkOfSomebody(): Promise<string> {
    const email = `${randomUUID()}@example.org`;
    await api.do(registerAccount, { email, name: 'A person', password: 'a long password', language });
    const { items } = await api.do(readMailbox, {});
    return /\/confirm\?token=[\w-]+/.exec(items.find(({ to }) => to === email)!.body)![0];
  }

  async function invitationOfSomebody(): Promise<string> {
    const { page } = contexts.get('administrator')!;
    const email = `${randomUUID()}@example.org`;
    await page.goto(`${site.origin}/office/invitations`);
    await page.fill('main input[name=email]', email);
    await page.click('main form[action="/office/invitations"] button[type=submit]');
    await page.waitForLoadState();
    const { items } = await api.do(readMailbox, {});
    return /\/invitation\?token=[\w-]+/.exec(items.find(({ to }) => to === email)!.body)![0];
  }

  async function closureOfSomeUnit(): Promise<string> {
    const administrator = await api.signIn(site.operator.email, site.operator.password);
    const { id } = await administrator.do(makeUnit, { above: rootUnit, name: 'Directorate of Roads' });
    const { position } = await administrator.do(makeUnit, { above: id, name: 'Bridges' });
    return `/office/units/${id}/closure?after=${position}`;
  }

  const pages: [keyof typeof visitors, string, () => string | Promise<string>][] = [
    ['anybody', 'the start page', () => '/'],
    ['anybody', 'the consultations', () => '/consultations'],
    ['anybody', 'a deliberation', () => `/consultations/${deliberation}`],
    ['anybody', 'an outcome', () => `/consultations/${decided}`],
    ['anybody', 'the results of a deliberation', () => `/consultations/${deliberation}/results`],
    ['anybody', 'the results of a poll', () => `/consultations/${poll}/results`],
    ['anybody', 'the filtered results of a poll', () => `/consultations/${poll}/results/analysis?by=channel`],
    ['anybody', 'the filtered results of a deliberation', () => `/consultations/${deliberation}/results/analysis`],
    ['anybody', 'where to ask for earlier results', () => `/consultations/${poll}/results/as-of?position=x`],
    ['anybody', 'a filter of results that is wrong', () => `/consultations/${poll}/results/analysis?from=1.1.2026`],
    ['anybody', 'the announcements', () => '/announcements'],
    ['anybody', 'the directory of services', () => '/services'],
    ['anybody', 'services for a life event', () => '/services?lifeEvent=moving'],
    ['anybody', 'a service', async () => `/services/${(await api.ask(listServices, {})).items[0]!.id}`],
    ['citizen', 'feedback on a service', async () => `/services/${(await api.ask(listServices, {})).items[0]!.id}`],
    ['anybody', 'an announcement', async () => `/pages/${(await api.ask(listPages, { kind: 'announcement' })).items[0]!.id}`],
    ['anybody', 'the questions', () => '/questions'],
    ['anybody', 'an answered question', async () => `/questions/${(await api.ask(listQuestions, { status: 'answered' })).items[0]!.id}`],
    ['anybody', 'registering', () => '/register'],
    ['anybody', 'registered', () => '/register/sent'],
    ['anybody', 'confirming', linkOfSomebody],
    ['anybody', 'a dead link', () => '/confirm?token=a'],
    ['anybody', 'signing in', () => '/sign-in'],
    ['anybody', 'a forgotten password', () => '/forgotten-password'],
    ['anybody', 'the mailbox', () => '/mailbox'],
    ['anybody', 'the check of a receipt', () => '/receipts/check'],
    ['anybody', 'a forged receipt', () => '/receipts/check?receipt=isegoria-receipt.2.a.b'],
    ['anybody', 'a receipt on paper', () => `/receipts/print?r=${receiptForm}`],
    ['anybody', 'transparency', () => '/transparency'],
    ['anybody', 'what auditors do', () => '/transparency/auditors'],
    ['anybody', 'what officials did', () => '/transparency/officials'],
    ['anybody', 'what officials did, of one kind', () => '/transparency/officials?kind=statement-rejected'],
    ['anybody', 'accessibility', () => '/accessibility'],
    ['anybody', 'privacy', () => '/privacy'],
    ['anybody', 'the rules', () => '/rules'],
    ['anybody', 'what is not there', () => '/nowhere'],
    ['citizen', 'voting', () => `/consultations/${deliberation}`],
    ['citizen', 'a ballot', () => `/consultations/${poll}`],
    ['citizen', 'a thread of comments', async () => `/comments/${await commentOfSomebody()}`],
    ['anybody', 'reporting something', async () => `/report/comment/${await commentOfSomebody()}`],
    ['moderator', 'what is shown, to be hidden', () => '/office/moderation?state=shown'],
    ['moderator', 'one comment on the desk', async () => `/office/moderation/comments/${await commentOfSomebody()}`],
    ['citizen', 'asking', () => '/questions'],
    ['citizen', 'the account', () => '/account'],
    ['citizen', 'changing name and language', () => '/account/profile'],
    ['citizen', 'changing the password', () => '/account/password'],
    ['citizen', 'setting a second factor up', () => '/account/second-factor'],
    ['citizen', 'what one has said', () => '/my'],
    ['citizen', 'where one is signed in', () => '/account/sessions'],
    ['citizen', 'notes', () => '/my/notes'],
    ['citizen', 'what one is told of', () => '/account/notes'],
    ['citizen', 'changing the address', () => '/account/address'],
    ['citizen', 'erasing the own account', () => '/account/erasure'],
    ['anybody', 'after an erasure', () => '/account/erased'],
    ['citizen', 'what is not for citizens', () => '/office'],
    ['official', 'the office', () => '/office'],
    ['official', 'the services of an office', () => '/office/services'],
    ['official', 'a new service', () => '/office/services/new'],
    ['official', 'what people say of services', () => '/office/service-feedback'],
    ['official', 'a new page', () => '/office/pages/new'],
    ['official', 'a new consultation', () => '/office/consultations/new'],
    ['official', 'managing a consultation', () => `/office/consultations/${poll}`],
    ['official', 'revising an outcome', () => `/office/consultations/${decided}`],
    ['official', 'an export', () => exported],
    ['moderator', 'moderation', () => '/office/moderation'],
    ['moderator', 'the ballots of a deliberation', () => `/office/consultations/${deliberation}/activities/${statements}/ballots`],
    ['administrator', 'the accounts', () => '/office/accounts'],
    ['administrator', 'the invitations', () => '/office/invitations'],
    ['anybody', 'an invitation', invitationOfSomebody],
    ['administrator', 'who may not erase the own account', () => '/account/erasure'],
    ['administrator', 'erasing an account', erasureOfSomebody],
    ['administrator', 'the settings', () => '/office/settings'],
    ['administrator', 'what is missing before going public', () => '/office/site-pages'],
    ['administrator', 'the statement on accessibility', () => '/office/site-pages/accessibility'],
    ['official', 'the files', () => '/office/files'],
    ['moderator', 'the suspensions', () => '/office/suspensions'],
    ['citizen', 'whether one is suspended', () => '/account/suspension'],
    ['moderator', 'ballots by their pace', () => `/office/consultations/${deliberation}/activities/${statements}/ballots?order=pace`],
    ['administrator', 'one account', async () => (await erasureOfSomebody()).replace('/erasure', '')],
    ['administrator', 'the units', () => '/office/units'],
    ['administrator', 'a unit', () => '/office/units/root'],
    ['administrator', 'closing a unit', closureOfSomeUnit],
  ];
  /** Languages of one direction differ in nothing but the length of their words, which can only make a page too wide. */
  const isFirstOfItsDirection = languages.find((one) => directionOf(one) === directionOf(language)) === language;
  const schemes = isFirstOfItsDirection ? (['light', 'dark'] as const) : [];
  it.each(pages)('%s: %s', async (visitor, _name, path) => {
    const { page, faults } = contexts.get(visitor)!;
    faults.length = 0;
    const answer = await page.goto(site.origin + (await path()));
    await unfold(page);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        const found = await (colorScheme === 'light' ? violations(page) : violationsOfColour(page));
        expect([width, colorScheme, found]).toEqual([width, colorScheme, []]);
        if (colorScheme === 'light') expect(await linksWithoutStyle(page)).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    // The browser itself reports an answer of 4xx on its console.
    expect(answer!.ok() ? faults : faults.filter((fault) => !fault.includes('the server responded with a status of'))).toEqual([]);
    expect(await page.getAttribute('html', 'dir')).toBe(directionOf(language));
    if (directionOf(language) === 'rtl') expect(await namesAstray(page)).toEqual([]);
  });
});

/** The words of visible links in the blue that a browser gives where nobody said another colour. */
function linksWithoutStyle(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a')]
      .filter((link) => link.getBoundingClientRect().width > 1 && getComputedStyle(link).color === 'rgb(0, 0, 238)')
      .map((link) => link.innerText),
  );
}

/** Names, titles and cells in another direction than that of the page, which stand at the wrong side of what is around them. */
function namesAstray(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(a, bdi, span, strong, h1, h2, h3, h4, th, td, dt, dd, label, .lead)')]
      .filter((one) => {
        const { direction, display, textAlign, paddingRight } = getComputedStyle(one);
        const words = document.createRange();
        words.selectNodeContents(one);
        // What is as wide as its words stands where the line around it puts it.
        const space = one.getBoundingClientRect().right - words.getBoundingClientRect().right - parseFloat(paddingRight);
        const isBlock = !/inline|contents|none/.test(display);
        const isForeign = direction === 'ltr' && getComputedStyle(one.parentElement!).direction === 'rtl';
        return isBlock && isForeign && space > 2 && /^(?:start|left)$/.test(textAlign);
      })
      .map((one) => one.outerHTML.slice(0, 120)),
  );
}
