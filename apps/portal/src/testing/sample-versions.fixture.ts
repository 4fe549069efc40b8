import type { PageVersionView, PageView } from '@isegoria/contracts';
import { pages } from './sample-content.fixture';
import { daysFromNow, id } from './sample-ids.fixture';

/** Those of the first page. */
export function pageVersions(): PageVersionView[] {
  const { id: pageId, title, body, language, categories, picture, documents, correction } = pages[0]!;
  const said = { pageId, title, language, categories, picture, documents };
  const first = body.replace('three', 'two');
  return [
    { ...said, body, version: 2, note: correction!.note, shownAt: correction!.at, eventId: id(9102), position: 12 },
    { ...said, body: first, version: 1, note: null, shownAt: daysFromNow(-12), eventId: id(9101), position: 9 },
  ];
}

export const pageVersionAt = (path: string): PageVersionView | undefined =>
  pageVersions().find(({ pageId, version }) => path === `/pages/${pageId}/versions/${version}`);

/** One that publishes itself soon. */
export const plannedPage: PageView = {
  ...pages[1]!,
  id: id(13),
  status: 'draft',
  title: 'The harbour opens',
  language: 'en',
  publishedAt: null,
  publishAt: daysFromNow(3),
};
