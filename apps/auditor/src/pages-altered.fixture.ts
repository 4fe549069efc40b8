import type { RowAlteration } from './row-alteration.fixture';

const inPage = (does: string, set: string, saidBy: string): RowAlteration => ({
  does,
  saidBy,
  exitCode: 21,
  statement: ({ pages }) => [`UPDATE page SET ${set} WHERE id = $1`, pages.lake],
});
const inPageVersion = (does: string, set: string, saidBy: string, version: number): RowAlteration => ({
  does,
  saidBy,
  exitCode: 21,
  statement: ({ pages }) => [`UPDATE page_version SET ${set} WHERE page_id = $1 AND version = ${version}`, pages.lake],
});

/** What an insider does to pages of the ministry, and to what they said before. */
export const pageAlterations: readonly RowAlteration[] = [
  inPage('the title of a page', `title = 'The road'`, 'PageRevised'),
  inPage('the words of a page', `body = 'Where nothing is built.'`, 'PageRevised'),
  inPage('a document of a page', `files = jsonb_set(files, '{documents,0,name}', '"Other.pdf"')`, 'PageDrafted'),
  inPage('that a page has a picture', `files = jsonb_set(files, '{picture}', 'null')`, 'PageDrafted'),
  inPage('why a document of a page was withdrawn', `files = jsonb_set(files, '{documents,1,withdrawnReason}', '"x"')`, 'FileWithdrawn'),
  inPage('the kind of a page', `kind = 'announcement'`, 'PageDrafted'),
  inPage('the unit of a page', `unit = 'root'`, 'PageDrafted'),
  inPage('what a page is about', `categories = '[]'`, 'PageRevised'),
  inPage('the language of a page', `language = 'fr'`, 'PageRevised'),
  inPage('when a page was published', `published_at = now() - interval '1 year'`, 'PagePublished'),
  inPage('when a page was revised', `revised_at = published_at - interval '1 hour'`, 'PageRevised'),
  inPage('why a page was corrected', `correction = jsonb_set(correction, '{note}', '"x"')`, 'PageRevised'),
  inPageVersion('what a page said before', `body = 'Nothing of the lake.'`, 'PageDrafted', 1),
  inPageVersion('what was said of a correction', `note = NULL`, 'PageRevised', 2),
  inPageVersion('since when a page said so', `shown_at = shown_at - interval '1 day'`, 'PagePublished', 1),
  inPage('that there is a page', `status = 'withdrawn'`, 'PageDrafted'),
  {
    does: 'a page that was withdrawn',
    saidBy: 'PageDrafted',
    exitCode: 21,
    statement: ({ pages }) => [`UPDATE page SET status = 'published' WHERE id = $1`, pages.withdrawn],
  },
];
