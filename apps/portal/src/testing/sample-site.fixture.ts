import { rootUnit, type PageView, type PlacedPage } from '@isegoria/contracts';
import { daysFromNow, id } from './sample-ids.fixture';

const [about, guide, first, second] = [id(3101), id(3102), id(3103), id(3104)] as const;

const placed: PlacedPage[] = [
  ...([
    [about, 'information', 'About the ministry', null, 0, 'about'],
    [guide, 'guide', 'Permits for lakes', null, 1, 'permits'],
    [first, 'information', 'Who needs a permit', guide, 0, 'who'],
    [second, 'information', 'How to ask for one', guide, 1, 'how'],
  ] as const),
].map(([pageId, kind, title, above, order, address]) => ({
  ...{ id: pageId, unit: rootUnit, kind, status: 'published', title, language: 'en', above, order, address },
  path: above === null ? address : `permits/${address}`,
}));

/** Pages that stand in the tree of the site: one, and a guide of two parts. */
export const placedPages: PageView[] = placed.map(({ id: pageId, unit, kind, status, title, language }) => ({
  ...{ id: pageId, unit, kind, status, title, language, categories: [], picture: null, documents: [] },
  ...{ body: `${title}, in a few words.`, publishedAt: daysFromNow(-12), revisedAt: daysFromNow(-12), version: 12, versions: 1, correction: null },
  ...{ archived: null, publishAt: null, planVersion: 12 },
}));

const below = (above: string | null) => placed.filter((one) => one.above === above);

/** What the API answers about the tree of the site under a path; undefined where it knows nothing. */
export function siteAt(path: string, query: URLSearchParams): object | undefined {
  if (path === '/site-top') return { sections: below(null).map((page) => ({ page, below: below(page.id) })) };
  if (path === '/site-tree') return { version: 12 };
  if (path === '/site-places') return { items: placed, next: null, count: placed.length };
  if (path === '/site-address') {
    const asked = query.get('path');
    const old = placed.find(({ address }) => asked === `old/${address}`);
    const page = placed.find((one) => one.path === asked) ?? old;
    return page && { pageId: page.id, path: page.path };
  }
  const pageId = /^\/pages\/([^/]+)\/place$/.exec(path)?.[1];
  if (pageId !== undefined) return placeOf(pageId);
  return placedPages.find((page) => path === `/pages/${page.id}`);
}

function placeOf(pageId: string): object {
  const page = placed.find((one) => one.id === pageId);
  if (!page) return { pageId, path: null, trail: [], below: [], beside: [], version: 12 };
  const trail = placed.filter((one) => one.id === page.above);
  return { pageId, path: page.path, trail, below: below(pageId), beside: below(page.above), version: 12 };
}
