import { IsIn, IsISO8601, IsObject, IsOptional, IsString, IsUUID } from 'class-validator';
import { OrNull } from '../contract/fields';
import { PageRequest } from '../contract/page';
import { pageQuery, query } from '../contract/query';
import { languages, type Language } from '../text';
import type { TextByLanguage } from '../text-by-language';
import { pageKinds, type PageKind } from './events';

export const pageStatuses = ['draft', 'published', 'withdrawn'] as const;
export type PageStatus = (typeof pageStatuses)[number];

/** Drafts and withdrawn pages are seen by officials only. */
export class PageView {
  @IsUUID() readonly id: string;
  @IsIn(pageKinds) readonly kind: PageKind;
  @IsIn(pageStatuses) readonly status: PageStatus;
  @IsString() readonly title: string;
  /** Markdown; whoever shows it renders and sanitises it. */
  @IsString() readonly body: string;
  @IsIn(languages) readonly language: Language;
  @OrNull() @IsISO8601() readonly publishedAt: string | null;
  @IsISO8601() readonly revisedAt: string;
}

/** What officials may ask for beyond published pages, which everybody sees. */
export const pageSelections = [...pageStatuses, 'all'] as const;

export class ListPages extends PageRequest {
  @IsOptional() @IsIn(pageKinds) kind?: PageKind;
  @IsOptional() @IsIn(pageSelections) status?: (typeof pageSelections)[number];
}
export const listPages = pageQuery(ListPages, PageView, {
  route: 'GET /pages',
  may: 'anyone',
  summary: 'Announcements and information, newest first; officials may ask for other than published ones',
});

export class ShowPage {
  @IsUUID() pageId: string;
}
export const showPage = query(ShowPage, PageView, { route: 'GET /pages/:pageId', may: 'anyone', summary: 'One page' });

/** What the platform is set to; null where nothing is, and then the site is as it was installed. */
export class PlatformSettings {
  /** The name of the institution. */
  @OrNull() @IsObject() readonly institution: TextByLanguage | null;
  @OrNull() @IsString() readonly contactEmail: string | null;
  /** What stands on top of every page. */
  @OrNull() @IsObject() readonly notice: TextByLanguage | null;
}

export class ShowSettings {}
/** The same for everybody, and asked for by every portal again and again. */
export const showSettings = query(ShowSettings, PlatformSettings, {
  route: 'GET /settings',
  may: 'anyone',
  summary: 'How the platform names itself and what it tells everybody',
  keptFor: 5,
});
