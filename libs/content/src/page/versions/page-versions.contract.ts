import { IsISO8601, IsIn, IsInt, IsString, IsUUID, Matches } from 'class-validator';
import { OrNull, PageRequest, categoryForm, languages, pageQuery, query, type Language } from '@isegoria/kernel';
import { FilesView } from '../../file/attached/attached.contract';

/** The number of a version in an address. */
export const versionForm = /^[1-9]\d{0,5}$/;

/** Words that everybody could read on a page. */
export class PageVersionSummary {
  @IsUUID() readonly pageId: string;
  /** From 1. */
  @IsInt() readonly version: number;
  @IsString() readonly title: string;
  @IsIn(languages) readonly language: Language;
  /** What was corrected and why; null for the first version, and for a small change. */
  @OrNull() @IsString() readonly note: string | null;
  /** Since when everybody could read it. */
  @IsISO8601() readonly shownAt: string;
  /** Names the entry in the log that has these words: `/log/receipts/{eventId}` gives its leaf and the proof. */
  @IsUUID() readonly eventId: string;
  /** The log position of that entry. */
  @IsInt() readonly position: number;
}

export class PageVersionView extends FilesView {
  @IsUUID() readonly pageId: string;
  @IsInt() readonly version: number;
  @IsString() readonly title: string;
  /** Markdown. */
  @IsString() readonly body: string;
  @IsIn(languages) readonly language: Language;
  /** The topics and areas that it was about. */
  @Matches(categoryForm, { each: true }) readonly categories: readonly string[];
  @OrNull() @IsString() readonly note: string | null;
  @IsISO8601() readonly shownAt: string;
  @IsUUID() readonly eventId: string;
  @IsInt() readonly position: number;
}

export class ListPageVersions extends PageRequest {
  @IsUUID() pageId: string;
}
export const listPageVersions = pageQuery(ListPageVersions, PageVersionSummary, {
  route: 'GET /pages/:pageId/versions',
  may: 'anyone',
  summary: 'The versions of a page that everybody could read, the newest first, each with its place in the log',
});

export class ShowPageVersion {
  @IsUUID() pageId: string;
  @Matches(versionForm) version: string;
}
export const showPageVersion = query(ShowPageVersion, PageVersionView, {
  route: 'GET /pages/:pageId/versions/:version',
  may: 'anyone',
  summary: 'One version of a page, as everybody could read it',
});
