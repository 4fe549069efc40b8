import { beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import type { Browser, Page } from 'playwright-core';
import type { AccountView, LinkView, SurveyLinkState } from '@isegoria/contracts';
import { unfold, violations } from './testing/browser.fixture';
import { withPortalInBrowser, type BuiltPortal } from './testing/built-portal.fixture';
import { linksOn, matches, routesOf } from './testing/forms-of-the-portal.fixture';
import { official, session } from './testing/portal.fixture';
import { linkName, linkToken } from './testing/sample-survey.fixture';
import { account as citizen, genuineForm, id, ids, water } from './testing/sample-data.fixture';

/** What a route answers with that is no page. */
const files =
  /\.(?:txt|xml|json|jsonld|csv|svg|png|ico|ics|webp)$|^\/(?:sitemap\/:file|crest\/:file\/:shape|files\/:file|receipts\/file|office\/exports\/:id\/file|office\/consultations\/:id\/activities\/:activityId\/files\/:file|consultations\/:id\/activities\/:activityId\/survey\/files\/:file|consultations\/:id\/results\/figures)$/;

/** Whose second step of signing in is still to come. */
const waiting = 'isegoria_session=waiting-token';

interface Found {
  readonly path: string;
  readonly account: AccountView;
  readonly cookie: string;
  readonly purpose?: LinkView['purpose'];
  readonly asksForCode?: boolean;
  readonly linkState?: SurveyLinkState;
}

/** Where no link of another page leads: links of mails, and what comes after a form. */
const byThemselves: readonly Found[] = [
  // Where a form leads that is loaded again.
  { path: `/services/${ids.service}/feedback`, account: citizen, cookie: session },
  ...(['confirmation', 'password', 'address', 'undo'] as const).map((purpose) => ({
    path: `${{ confirmation: '/confirm', password: '/new-password', address: '/new-address', undo: '/old-address' }[purpose]}?token=a`,
    purpose,
    account: citizen,
    cookie: '',
  })),
  ...['/invitation?token=a', '/unsubscribe?token=a', '/register/sent', '/forgotten-password/sent', '/account/erased'].map((path) => ({
    path,
    account: citizen,
    cookie: '',
  })),
  { path: `/s/${linkToken}`, account: citizen, cookie: '', linkState: 'toCome' },
  ...['1', 'review'].map((page) => ({
    path: `/consultations/${ids.surveyed}/activities/${ids.survey}/by-link/${linkName}/${page}`,
    account: citizen,
    cookie: `isegoria_link=${linkToken}`,
  })),
  { path: '/sign-in/code', account: citizen, cookie: waiting, asksForCode: true },
  { path: '/account/sign-out', account: { ...citizen, assurance: 'anonymous' }, cookie: session },
  ...[
    '/account/address/sent',
    `/receipts/print?r=${genuineForm}`,
    `/my/statements/${ids.statement}`,
    `/papers/${ids.paper}/p2`,
    `/papers/${ids.paper}/lost`,
    `/papers/${ids.paper}/versions/2`,
    `/consultations/${ids.deliberation}/themes`,
    `/consultations/${ids.surveyed}/activities/${ids.survey}/paper`,
    `/consultations/${ids.surveyed}/activities/${ids.survey}/texts/why`,
    `/consultations/${id(7)}/activities/${id(1007)}/survey/review`,
    `/my/comments/${ids.comment}`,
    `/my/questions/${ids.openQuestion}`,
    `/report/comment/${ids.comment}/received`,
    `/consultations/${ids.deliberation}/dates`,
    `/consultations/${ids.deliberation}/answers`,
    `/consultations/${ids.deliberation}/results/as-of`,
    `/consultations/${ids.deliberation}/results/as-of/7`,
    `/consultations/${ids.decided}/outcome`,
    `/consultations/${ids.decided}/outcome/changes`,
    `/consultations/${ids.deliberation}/activities/${ids.statements}/statements`,
  ].map((path) => ({ path, account: citizen, cookie: session })),
  ...[
    `/office/exports/${ids.export}`,
    `/office/consultations/${ids.deliberation}/official-answers/${ids.statements}/statement/${ids.statement}`,
    `/office/consultations/${ids.law}/official-answers/${ids.paper}`,
    `/office/consultations/${ids.surveyed}/official-answers/${ids.survey}?words=foot&ticked=yes`,
    `/office/consultations/${ids.surveyed}/official-answers/${ids.survey}/question/why`,
    `/office/consultations/${ids.decided}/milestones/new`,
    `/office/consultations/${ids.decided}/milestones/${id(4001)}`,
    `/office/consultations/${ids.surveyed}/activities/${ids.survey}/files`,
    ...['', '/new', '/17'].map((path) => `/office/consultations/${ids.surveyed}/activities/${ids.survey}/paper${path}`),
    `/office/consultations/${ids.surveyed}/activities/${ids.survey}/texts`,
    `/office/papers/${ids.paper}`,
    `/office/suspensions/${id(48)}`,
    `/office/consultations/${ids.surveyed}/activities/${ids.survey}/links`,
    `/consultations/${ids.surveyed}/activities/${ids.survey}/test/1`,
    `/consultations/${ids.surveyed}/activities/${ids.survey}/test/review`,
    `/office/accounts/${id(42)}/roles/${water}/official`,
  ].map((path) => ({ path, account: official, cookie: session })),
];

/** Of the same routes, what each method shows. */
const ofMethods: readonly Found[] = [
  { path: `/consultations/${ids.voted}`, account: citizen, cookie: session },
  { path: `/consultations/${ids.voted}/results`, account: citizen, cookie: '' },
  // Results, and what is said where there are none.
  ...['harbour', 'harbuor'].map((words) => ({ path: `/search?q=${words}`, account: citizen, cookie: '' })),
];

/** The list of pages is that of the portal's routes, so that none can be forgotten. */
describe('every route of the portal', () => {
  let portal: BuiltPortal;
  let browser: Browser;
  withPortalInBrowser((...parts) => ([portal, browser] = parts));
  const found = new Map<string, Found>();
  let routes: string[];

  const asFor = ({ account, purpose, asksForCode = false, linkState = 'open' }: Found) => {
    portal.api.linkState = linkState;
    portal.api.account = account;
    portal.api.asksForCode = asksForCode;
    if (purpose) portal.api.link = { ...portal.api.link, purpose };
  };

  /** One needs an answer of its own, which the platform gives in the spec of every page; the other leads to the page of a form. */
  const isLookedAtElsewhere = (route: string) =>
    ['/account/second-factor', '/consultations/:id/activities/:activityId/:form'].includes(route);

  async function look(one: Found): Promise<string> {
    asFor(one);
    const response = await fetch(portal.origin + one.path, { headers: { cookie: one.cookie }, redirect: 'manual' });
    const html = await response.text();
    const path = one.path.split('?')[0]!;
    const [route] = routes.filter((known) => matches(known, path)).sort((a, b) => a.split(/[:*]/).length - b.split(/[:*]/).length);
    if (response.status === 200 && route && !found.has(route)) found.set(route, one);
    return html;
  }

  beforeAll(async () => {
    portal.api.hasWritten = true;
    const { PortalModule } = await import('./portal.module');
    routes = routesOf(PortalModule, RequestMethod.GET).filter((route) => !files.test(route));
    const starts = [...routes.filter((route) => !/[:*]/.test(route)), ...Object.values(ids).map((one) => `/consultations/${one}`)];
    for (const [account, cookie] of [
      [official, session],
      [citizen, session],
      [citizen, ''],
    ] as const) {
      const seen = new Set<string>();
      const ways = [...starts];
      for (let path = ways.shift(); path !== undefined; path = ways.shift()) {
        const shape = path.replace(/=[^&]*/g, '=');
        if (seen.has(shape)) continue;
        seen.add(shape);
        ways.push(...linksOn(await look({ path, account, cookie })));
      }
    }
    for (const one of byThemselves) await look(one);
    for (const one of ofMethods) found.set(one.path, one);
  });

  it('has a page to look at', () => {
    expect(routes.filter((route) => !found.has(route) && !isLookedAtElsewhere(route))).toEqual([]);
  });

  it('has no violation of WCAG 2.2 AA or of best practices, and never scrolls sideways, narrow and wide', async () => {
    const faults: unknown[] = [];
    const pages = new Map<string, Page>();
    for (const cookie of new Set([...found.values()].map((one) => one.cookie))) {
      const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
      const [name, value] = cookie.split('=');
      if (name && value) await context.addCookies([{ name, value, url: portal.origin }]);
      pages.set(cookie, await context.newPage());
    }
    for (const [route, one] of found) {
      asFor(one);
      const page = pages.get(one.cookie)!;
      await page.goto(portal.origin + one.path);
      await unfold(page);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        for (const violation of await violations(page)) faults.push([route, width, violation]);
        if ((await page.evaluate(() => document.documentElement.scrollWidth)) > width) faults.push([route, width, 'scrolls sideways']);
      }
    }
    expect(faults).toEqual([]);
  });
});
