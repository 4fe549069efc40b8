import { IsISO8601, IsIn, IsInt, IsObject } from 'class-validator';
import { OrNull, command, event, query, stream, type DomainEvent } from '@isegoria/kernel';
import { SiteFacts, sitePageNames, type SitePageName, type StatedFacts } from './facts.contract';

/** Sets all facts of one page, in the form in which they are read: anything absent is cleared. */
export class FillInSitePage extends SiteFacts {
  @IsIn(sitePageNames)
  page: SitePageName;
}
/** What makes a new version of a page. */
export const newSitePages: readonly SitePageFilledIn['type'][] = ['SitePageFilledIn'];

export const fillInSitePage = command(FillInSitePage, {
  route: 'PUT /site-pages/:page',
  may: 'administer',
  summary: 'State what a page about the site must say, such as who answers for personal data; what is absent is cleared',
  versionedBy: newSitePages,
});

export class SitePageView {
  @IsIn(sitePageNames) readonly page: SitePageName;
  /** What was stated: words by language, a day, or one of a few answers. */
  @IsObject() readonly facts: StatedFacts;
  /** Null while nothing was stated. */
  @OrNull() @IsISO8601() readonly changedAt: string | null;
  /** 0 while nothing was stated. */
  @IsInt() readonly version: number;
}

export class ShowSitePage {
  @IsIn(sitePageNames) page: SitePageName;
}
export const showSitePage = query(ShowSitePage, SitePageView, {
  route: 'GET /site-pages/:page',
  may: 'anyone',
  summary: 'What the institution states on one of the pages about the site',
});

const by = '0ff1ce00-0000-4000-8000-000000000001';
const sitePages = stream('site-page-<page>', 'public');

/** All facts of the page each time, including those that stay as they were. */
export type SitePageFilledIn = DomainEvent<'SitePageFilledIn', { page: SitePageName; facts: StatedFacts; by: string }>;
export const sitePageFilledIn = event<SitePageFilledIn>('SitePageFilledIn', {
  stream: sitePages,
  says:
    'What one of the pages about the site (imprint, terms, privacy, accessibility, rules, cookies) states from now on besides what is ' +
    'the same on every site: all `facts` of the page each time, in words by language, as a day or as one of a few answers.',
  may: 'administer',
  act: { subject: 'page' },
  sample: { page: 'terms', facts: { law: { en: 'The law of the Republic of Lakes.' } }, by },
});
