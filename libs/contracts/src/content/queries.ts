import type { Language } from '../text';
import type { TextByLanguage } from '../text-by-language';
import type { PageKind } from './events';

export const pageStatuses = ['draft', 'published', 'withdrawn'] as const;
export type PageStatus = (typeof pageStatuses)[number];

/** Drafts and withdrawn pages are seen by officials only. */
export interface PageView {
  readonly id: string;
  readonly kind: PageKind;
  readonly status: PageStatus;
  readonly title: string;
  /** Markdown; whoever shows it renders and sanitises it. */
  readonly body: string;
  readonly language: Language;
  readonly publishedAt: string | null;
  readonly revisedAt: string;
}

/** What the platform is set to; null where nothing is, and then the site is as it was installed. */
export interface PlatformSettings {
  /** The name of the institution. */
  readonly institution: TextByLanguage | null;
  readonly contactEmail: string | null;
  /** What stands on top of every page. */
  readonly notice: TextByLanguage | null;
}
