import type { Language } from '../text';
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
