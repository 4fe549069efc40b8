import type { DomainEvent } from '../event';
import type { Language } from '../text';
import type { TextByLanguage } from '../text-by-language';

export const pageKinds = ['announcement', 'information'] as const;
export type PageKind = (typeof pageKinds)[number];

/** Stream: `page-<id>`. Body is Markdown without raw HTML. `by` is the account of the official. */
export type PageDrafted = DomainEvent<
  'PageDrafted',
  { pageId: string; kind: PageKind; title: string; body: string; language: Language; by: string }
>;
export type PageRevised = DomainEvent<'PageRevised', { pageId: string; title: string; body: string; language: Language; by: string }>;
export type PagePublished = DomainEvent<'PagePublished', { pageId: string; by: string }>;
export type PageWithdrawn = DomainEvent<'PageWithdrawn', { pageId: string; by: string; reason: string }>;

export type ContentEvent = PageDrafted | PageRevised | PagePublished | PageWithdrawn;

/** The one stream of what the platform was set to. */
export const settingsStream = 'settings';

/** How the site names itself and what it tells everybody from now on: all of it, also what stays as it was; null where nothing is set. */
export type SettingsChanged = DomainEvent<
  'SettingsChanged',
  { institution: TextByLanguage | null; contactEmail: string | null; notice: TextByLanguage | null; by: string }
>;
