import type { DomainEvent } from '../event';
import type { Language } from '../text';

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
