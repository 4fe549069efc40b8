import { ArrayMaxSize, IsArray, IsISO8601, IsIn, IsInt, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import {
  EntriesDiffer,
  HasNoPicture,
  IsMoment,
  IsOneLine,
  IsPlainText,
  IsUnit,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  UnitsInUse,
  categoryForm,
  command,
  event,
  languages,
  limits,
  pageQuery,
  query,
  rootUnit,
  stream,
  type DomainEvent,
  type Language,
} from '@isegoria/kernel';
import { FilesDraft, FilesView, noFiles, type AttachedFiles } from '../file/attached/attached.contract';

export const pageKinds = ['announcement', 'information', 'guide'] as const;
export type PageKind = (typeof pageKinds)[number];

export class DraftPage extends FilesDraft {
  /** The unit whose page it is; the root when absent. */
  @OrAbsent()
  @IsUnit()
  unit?: string;

  @IsIn(pageKinds)
  kind: PageKind;

  @IsOneLine()
  @MaxLength(limits.titleLength)
  title: string;

  /** Markdown. */
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.bodyLength)
  body: string;

  @IsIn(languages)
  language: Language;

  /** The topics and areas that it is about; none when absent. */
  @OrAbsent()
  @IsArray()
  @ArrayMaxSize(limits.categoriesMax)
  @EntriesDiffer()
  @Matches(categoryForm, { each: true })
  categories?: string[];
}

export class RevisePage extends FilesDraft {
  @IsUUID()
  pageId: string;

  @IsOneLine()
  @MaxLength(limits.titleLength)
  title: string;

  /** Markdown. */
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.bodyLength)
  body: string;

  @IsIn(languages)
  language: Language;

  /** The topics and areas that it is about; none when absent. */
  @OrAbsent()
  @IsArray()
  @ArrayMaxSize(limits.categoriesMax)
  @EntriesDiffer()
  @Matches(categoryForm, { each: true })
  categories?: string[];

  /** What is corrected and why, for everybody; null for a small change that needs none. To be said once the page was published. */
  @OrAbsent()
  @OrNull()
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  note?: string | null;
}

export class PublishPage {
  @IsUUID()
  pageId: string;
}

export class PlanPage {
  @IsUUID()
  pageId: string;

  /** When it is to be published, by itself; null where it is not to be any more. */
  @OrNull()
  @IsMoment()
  at: string | null;
}

export class ArchivePage {
  @IsUUID()
  pageId: string;

  /** Why it is no longer current, for everybody. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

export class WithdrawPage {
  @IsUUID()
  pageId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

/** What makes a new version of a page: other words, not whether it is published. */
export const newWordsOfPage: readonly ContentEvent['type'][] = ['PageDrafted', 'PageRevised'];
export const newPlanOfPage: readonly ContentEvent['type'][] = [...newWordsOfPage, 'PagePublicationPlanned'];

export const draftPage = command(DraftPage, { route: 'POST /pages', may: 'publish', summary: 'Draft a page' });
export const revisePage = command(RevisePage, {
  route: 'PUT /pages/:pageId',
  may: 'publish',
  summary: 'Revise a page',
  versionedBy: newWordsOfPage,
});
export const publishPage = command(PublishPage, {
  route: 'POST /pages/:pageId/publication',
  may: 'publish',
  summary: 'Publish a page',
  versionedBy: newWordsOfPage,
});

export const planPage = command(PlanPage, {
  route: 'PUT /pages/:pageId/planned-publication',
  may: 'publish',
  summary: 'Say when a page publishes itself, or that it does not any more',
  versionedBy: newPlanOfPage,
});

export const archivePage = command(ArchivePage, {
  route: 'POST /pages/:pageId/archiving',
  may: 'publish',
  summary: 'Archive a published page, with the reason: it stays readable, and is listed no longer',
  versionedBy: newWordsOfPage,
});

export const withdrawPage = command(WithdrawPage, {
  route: 'POST /pages/:pageId/withdrawal',
  may: 'publish',
  summary: 'Withdraw a page, with the reason',
  versionedBy: newWordsOfPage,
});

export const pageStatuses = ['draft', 'published', 'withdrawn'] as const;
export type PageStatus = (typeof pageStatuses)[number];

/** When a page was last corrected, and what was said of it. */
export class PageCorrection {
  @IsISO8601() readonly at: string;
  @IsString() readonly note: string;
}

/** Since when a page is no longer current, and why. */
export class PageArchiving {
  @IsISO8601() readonly at: string;
  @IsString() readonly reason: string;
}

/** Drafts and withdrawn pages are seen by officials of the unit only. */
export class PageView extends FilesView {
  @IsUUID() readonly id: string;
  @IsUnit() readonly unit: string;
  @IsIn(pageKinds) readonly kind: PageKind;
  @IsIn(pageStatuses) readonly status: PageStatus;
  @IsString() readonly title: string;
  /** Markdown; the page that shows it renders and sanitises it. */
  @IsString() readonly body: string;
  @IsIn(languages) readonly language: Language;
  /** The topics and areas that it is about. */
  @IsArray() @Matches(categoryForm, { each: true }) readonly categories: readonly string[];
  @OrNull() @IsISO8601() readonly publishedAt: string | null;
  @IsISO8601() readonly revisedAt: string;
  /** Of its words. */
  @IsInt() readonly version: number;
  /** How many versions everybody could read so far. */
  @IsInt() readonly versions: number;
  /** The last correction with a public note; null where there was none. */
  @OrNull() @Nested(() => PageCorrection) readonly correction: PageCorrection | null;
  /** Where it is published and no longer current. */
  @OrNull() @Nested(() => PageArchiving) readonly archived: PageArchiving | null;
  /** When it publishes itself; null where that is not planned. */
  @OrNull() @IsISO8601() readonly publishAt: string | null;
  /** Of its words and of that plan. */
  @IsInt() readonly planVersion: number;
}

/** Everybody sees what is published, and what is archived; officials may ask for the others. */
export const pageSelections = [...pageStatuses, 'archived', 'all'] as const;

export class ListPages extends PageRequest {
  @OrAbsent() @IsIn(pageKinds) kind?: PageKind;
  /** Those of this unit and of all below it. */
  @OrAbsent() @IsUnit() unit?: string;
  /** Those of this topic and of all below it. */
  @OrAbsent() @Matches(categoryForm) topic?: string;
  /** Those of this area and of all below it. */
  @OrAbsent() @Matches(categoryForm) area?: string;
  @OrAbsent() @IsIn(pageSelections) status?: (typeof pageSelections)[number];
}
export const listPages = pageQuery(ListPages, PageView, {
  route: 'GET /pages',
  may: 'anyone',
  summary: 'Announcements and information, newest first; officials may ask for other than published ones',
});

export class ListPageDrafts extends PageRequest {
  /** Only in this unit and below it. */
  @OrAbsent() @IsUnit() unit?: string;
}
export const listPageDrafts = pageQuery(ListPageDrafts, PageView, {
  route: 'GET /pages/drafts',
  may: 'publish',
  summary: 'Drafts that the account may publish, oldest first',
});

export class ShowUnitsOfPages {}
export const showUnitsOfPages = query(ShowUnitsOfPages, UnitsInUse, {
  route: 'GET /page-units',
  may: 'anyone',
  summary: 'The units that have published pages',
});

export class ShowPage {
  @IsUUID() pageId: string;
}
export const showPage = query(ShowPage, PageView, { route: 'GET /pages/:pageId', may: 'anyone', summary: 'One page' });
const pages = stream('page-<pageId>', 'public');
const pageId = '5f6e1a00-0000-4000-8000-000000000001';
const by = '0ff1ce00-0000-4000-8000-000000000001';

/** The body is Markdown without raw HTML. */
export type PageDrafted = DomainEvent<
  'PageDrafted',
  {
    pageId: string;
    unit: string;
    kind: PageKind;
    title: string;
    body: string;
    language: Language;
    files?: AttachedFiles;
    /** Topics and areas; absent where there are none. */
    categories?: readonly string[];
    by: string;
  }
>;
export const pageDrafted = event<PageDrafted>('PageDrafted', {
  stream: pages,
  says:
    'An announcement or a page of information is begun; nobody outside sees it. `body` is Markdown; `files` are the picture and the ' +
    'documents beside it, each with what was recorded of it when it was added; `categories` are the topics and areas that it is about.',
  may: 'publish',
  sample: {
    pageId,
    unit: rootUnit,
    kind: 'information',
    title: 'Lake park',
    body: 'Where it is to be built.',
    language: 'en',
    files: noFiles,
    by,
  },
});

export type PageRevised = DomainEvent<
  'PageRevised',
  {
    pageId: string;
    title: string;
    body: string;
    language: Language;
    files?: AttachedFiles;
    categories?: readonly string[];
    /** Null or absent where nothing is to be said of it. */
    note?: string | null;
    by: string;
  }
>;
const revisedSample = { pageId, title: 'Lake park', body: 'Where it is built.', language: 'en', files: noFiles, by } as const;
export const pageRevised = event<PageRevised>('PageRevised', {
  stream: pages,
  says:
    'Other words, and the files, topics and areas that go with them now; shows at once where the page is published. `note` tells ' +
    'everybody what was corrected, and why; null for a draft, and for a small change.',
  may: 'publish',
  act: { subject: 'pageId', reason: 'note' },
  sample: { ...revisedSample, note: 'The place was wrong.' },
  earlier: [{ sample: revisedSample, upcast: (data) => ({ note: null, ...data }) }],
});

export type PagePublicationPlanned = DomainEvent<'PagePublicationPlanned', { pageId: string; at: string | null; by: string }>;
export const pagePublicationPlanned = event<PagePublicationPlanned>('PagePublicationPlanned', {
  stream: pages,
  says: 'The page is published by itself at this time, with the words that it has by then; null where it is not to be any more.',
  may: 'publish',
  act: { subject: 'pageId' },
  sample: { pageId, at: '2126-03-01T08:00:00.000Z', by },
});

/** `by` null: by itself, at the time that was planned. */
export type PagePublished = DomainEvent<'PagePublished', { pageId: string; by: string | null }>;
export const pagePublished = event<PagePublished>('PagePublished', {
  stream: pages,
  says: 'Everybody may read the page from now on, and finds it in lists; `by` null where that was planned, and happened by itself.',
  may: 'publish',
  orElse: 'by itself',
  act: { subject: 'pageId' },
  sample: { pageId, by },
});

export type PageArchived = DomainEvent<'PageArchived', { pageId: string; by: string; reason: string }>;
export const pageArchived = event<PageArchived>('PageArchived', {
  stream: pages,
  says: 'The page is no longer current: everybody may read it, and finds it in lists no longer. It may be published again.',
  may: 'publish',
  act: { subject: 'pageId' },
  sample: { pageId, by, reason: 'The works are over.' },
});

export type PageWithdrawn = DomainEvent<'PageWithdrawn', { pageId: string; by: string; reason: string }>;
export const pageWithdrawn = event<PageWithdrawn>('PageWithdrawn', {
  stream: pages,
  says: 'The page is no longer shown; it may be published again.',
  may: 'publish',
  act: { subject: 'pageId' },
  sample: { pageId, by, reason: 'Out of date.' },
});

export type ContentEvent = PageDrafted | PageRevised | PagePublicationPlanned | PagePublished | PageArchived | PageWithdrawn;
