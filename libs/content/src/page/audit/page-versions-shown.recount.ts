import {
  WithdrawnFiles,
  eventIn,
  pageMustBe,
  said,
  shown,
  timeSaid,
  type Entry,
  type Fields,
  type MustBe,
  type ShownBook,
} from '@isegoria/audit-kit';
import type { Page } from '@isegoria/kernel';
import { filesView, noFiles } from '../../file/attached/attached.contract';
import type { FileWithdrawn } from '../../file/file.contract';
import { listPages, type ContentEvent } from '../page.contract';
import { listPageVersions, showPageVersion, type PageVersionSummary, type PageVersionView } from '../versions/page-versions.contract';
import { ShownVersions, noteOf, type ShownVersion } from './shown-versions.recount';

/** What everybody could read on each page, version by version. */
export class PageVersionsShown implements ShownBook {
  readonly events: (ContentEvent | FileWithdrawn)['type'][] = [
    ...(['PageDrafted', 'PageRevised', 'PagePublished', 'PageWithdrawn', 'FileWithdrawn'] as const),
  ];
  private readonly withdrawn = new WithdrawnFiles();
  private readonly versions = new ShownVersions();

  take(entry: Entry): void {
    const event = eventIn<ContentEvent | FileWithdrawn>(entry);
    if (event?.type === 'FileWithdrawn') this.withdrawn.take(entry, event.data);
    else this.versions.take(entry);
  }

  readonly shows = [
    shown<{ pageId: string; cursor?: string }, Page<PageVersionSummary>>({
      query: listPageVersions,
      groups: ['content'],
      asks: ({ itemsOf }) => itemsOf(listPages).map(({ id }) => ({ pageId: id })),
      expected: ({ pageId, cursor }) => {
        const things = this.versions.readable(pageId);
        const itemOf = (one: ShownVersion) => summaryOf(pageId, one);
        return things && pageMustBe({ things, placeOf: ({ shownBy }) => shownBy.position, itemOf, cursor, newestFirst: true });
      },
    }),
    shown<{ pageId: string; version: string }, PageVersionView>({
      query: showPageVersion,
      groups: ['content'],
      asks: ({ itemsOf }) => itemsOf(listPageVersions).map(({ pageId, version }) => ({ pageId, version: String(version) })),
      expected: ({ pageId, version }) => {
        const found = this.versions.readable(pageId)?.[Number(version) - 1];
        return found && this.viewOf(pageId, found);
      },
    }),
  ];

  private viewOf(pageId: string, version: ShownVersion): MustBe<PageVersionView> {
    const { entry, data } = version.words;
    const { body, categories = [], files = noFiles } = data;
    const beside = this.withdrawn.shownBeside(filesView(files), entry.position);
    return { ...summaryOf(pageId, version), body: said(entry, body), categories: said<readonly string[]>(entry, categories), ...beside };
  }
}

function summaryOf(pageId: string, version: ShownVersion): Fields<PageVersionSummary> {
  const { number, words, shownBy } = version;
  const { entry, data } = words;
  return {
    pageId,
    version: said<number>(shownBy, number),
    title: said(entry, data.title),
    language: said(entry, data.language),
    note: said<string | null>(entry, noteOf(version)),
    shownAt: said(shownBy, timeSaid(shownBy)),
    eventId: said(entry, entry.leaf.id),
    position: said(entry, entry.position),
  };
}
