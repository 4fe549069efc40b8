import { eventIn, said, shown, timeSaid, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import { sitePageNames, type SitePageName } from '../facts.contract';
import { showSitePage, type SitePageFilledIn, type SitePageView } from '../site-page.contract';

/** What each page about the site states: what was filled in last, or nothing. */
export class SitePagesShown implements ShownBook {
  readonly events = ['SitePageFilledIn'];
  private readonly pages = new Map<SitePageName, MustBe<SitePageView>>();

  take(entry: Entry): void {
    const event = eventIn<SitePageFilledIn>(entry);
    if (event?.type !== 'SitePageFilledIn') return;
    const { page, facts } = event.data;
    const view = { page, facts, changedAt: timeSaid(entry), version: entry.position } as MustBe<SitePageView>;
    this.pages.set(page, said<SitePageView>(entry, view));
  }

  readonly shows = [
    shown({
      query: showSitePage,
      groups: ['content'],
      asks: () => sitePageNames.map((page) => ({ page })),
      expected: ({ page }) => this.pages.get(page) ?? { page, facts: {} as MustBe<SitePageView['facts']>, changedAt: null, version: 0 },
    }),
  ];
}
