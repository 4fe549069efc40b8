import { event } from '../contract/event';
import { stream } from '../contract/stream';
import type { DomainEvent } from '../event';
import type { Language, TextByLanguage } from '../text';

export const pageKinds = ['announcement', 'information'] as const;
export type PageKind = (typeof pageKinds)[number];

const pages = stream('page-<pageId>', 'public');
const pageId = '5f6e1a00-0000-4000-8000-000000000001';
const by = '0ff1ce00-0000-4000-8000-000000000001';

/** The body is Markdown without raw HTML. */
export type PageDrafted = DomainEvent<
  'PageDrafted',
  { pageId: string; kind: PageKind; title: string; body: string; language: Language; by: string }
>;
export const pageDrafted = event<PageDrafted>('PageDrafted', {
  stream: pages,
  says: 'An announcement or a page of information is begun; nobody outside sees it. `body` is Markdown.',
  may: 'publish',
  sample: { pageId, kind: 'information', title: 'Lake park', body: 'Where it is to be built.', language: 'en', by },
});

export type PageRevised = DomainEvent<'PageRevised', { pageId: string; title: string; body: string; language: Language; by: string }>;
export const pageRevised = event<PageRevised>('PageRevised', {
  stream: pages,
  says: 'Other words; shows at once where the page is published.',
  may: 'publish',
  act: { subject: 'pageId' },
  sample: { pageId, title: 'Lake park', body: 'Where it is built.', language: 'en', by },
});

export type PagePublished = DomainEvent<'PagePublished', { pageId: string; by: string }>;
export const pagePublished = event<PagePublished>('PagePublished', {
  stream: pages,
  says: 'Everybody may read the page from now on.',
  may: 'publish',
  act: { subject: 'pageId' },
  sample: { pageId, by },
});

export type PageWithdrawn = DomainEvent<'PageWithdrawn', { pageId: string; by: string; reason: string }>;
export const pageWithdrawn = event<PageWithdrawn>('PageWithdrawn', {
  stream: pages,
  says: 'The page is no longer shown; it may be published again.',
  may: 'publish',
  act: { subject: 'pageId' },
  sample: { pageId, by, reason: 'Out of date.' },
});

export type ContentEvent = PageDrafted | PageRevised | PagePublished | PageWithdrawn;

/** The one stream of what the platform was set to. */
export const settingsStream = 'settings';
const settings = stream(settingsStream, 'public');

/** All settings each time, also those that stay as they were. */
export type SettingsChanged = DomainEvent<
  'SettingsChanged',
  { institution: TextByLanguage | null; contactEmail: string | null; notice: TextByLanguage | null; by: string }
>;
export const settingsChanged = event<SettingsChanged>('SettingsChanged', {
  stream: settings,
  says:
    'How the site names itself and what it tells everybody from now on: all settings each time, null where nothing is set. `institution` and ' +
    '`notice` are each `{ en, ar }`, either of which may be absent.',
  may: 'administer',
  act: {},
  sample: { institution: { en: 'Ministry of Lakes' }, contactEmail: 'office@ministry.example', notice: null, by },
});

export const eventsOfContent = [pageDrafted, pageRevised, pagePublished, pageWithdrawn, settingsChanged] as const;
