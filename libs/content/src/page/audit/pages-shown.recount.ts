import {
  InAnyOrder,
  WithdrawnFiles,
  eventIn,
  isAbout,
  pageMustBe,
  said,
  shown,
  someCategories,
  timeSaid,
  type Entry,
  type Fields,
  type MustBe,
  type ShownBook,
} from '@isegoria/audit-kit';
import type { Page } from '@isegoria/kernel';
import { filesView, noFiles, type AttachedFiles } from '../../file/attached/attached.contract';
import type { FileWithdrawn } from '../../file/file.contract';
import {
  listPages,
  showPage,
  showUnitsOfPages,
  type ContentEvent,
  type ListPages,
  type PageArchiving,
  type PageCorrection,
  type PageDrafted,
  type PageView,
} from '../page.contract';
import { ShownVersions, noteOf, type ShownVersion } from './shown-versions.recount';

type Words = Fields<Pick<PageView, 'title' | 'body' | 'language' | 'categories'>>;

type Said = Pick<PageView, 'title' | 'body' | 'language'> & Pick<PageDrafted['data'], 'files' | 'categories'>;

interface KnownPage {
  readonly drafted: PageDrafted['data'];
  readonly seq: number;
  words: Words;
  categories: readonly string[];
  files: AttachedFiles;
  /** Where in the log the words and the files are. */
  wordsPlace: number;
  revisedAt: MustBe<string>;
  version: MustBe<number>;
  /** Whether everybody may read it now. */
  isPublished: boolean;
  publishedAt: MustBe<string> | undefined;
  /** Where it is no longer current. */
  archived: MustBe<PageArchiving> | undefined;
  planVersion: MustBe<number>;
  /** Where in the log it was first published. */
  place: number;
}

/** The pages of a site, as everybody may read them. */
export class PagesShown implements ShownBook {
  readonly events: (ContentEvent | FileWithdrawn)['type'][] = [
    'PageDrafted',
    'PageRevised',
    'PagePublicationPlanned',
    'PagePublished',
    'PageArchived',
    'PageWithdrawn',
    'FileWithdrawn',
  ];
  private readonly withdrawn = new WithdrawnFiles();
  private readonly versions = new ShownVersions();
  private readonly pages = new Map<string, KnownPage>();
  /** In the order of their first publication. */
  private readonly published: KnownPage[] = [];

  take(entry: Entry): void {
    const event = eventIn<ContentEvent | FileWithdrawn>(entry);
    if (event?.type === 'FileWithdrawn') return this.withdrawn.take(entry, event.data);
    this.versions.take(entry);
    if (event?.type === 'PageDrafted') this.draft(entry, event.data);
    const page = event && this.pages.get(event.data.pageId);
    if (!page) return;
    if (event.type === 'PageRevised') this.revise(page, entry, event.data);
    if (event.type === 'PagePublicationPlanned') page.planVersion = said(entry, entry.position);
    if (event.type === 'PageArchived') page.archived = said<PageArchiving>(entry, { at: timeSaid(entry), reason: event.data.reason });
    if (event.type === 'PageWithdrawn') page.isPublished = false;
    if (event.type !== 'PagePublished') return;
    page.isPublished = true;
    page.archived = undefined;
    if (page.publishedAt !== undefined) return;
    page.publishedAt = said(entry, timeSaid(entry));
    page.place = entry.position;
    this.published.push(page);
  }

  readonly shows = [
    shown<ListPages, Page<PageView>>({
      query: listPages,
      groups: ['content'],
      asks: () => [{}, { status: 'archived' }, ...someCategories(this.published.flatMap(({ categories }) => categories))],
      expected: ({ status, topic, area, cursor }) =>
        pageMustBe({
          things: this.published.filter((page) => {
            const isAsked = status === 'archived' ? isArchived(page) : isListed(page);
            return isAsked && isAbout(page.categories, topic) && isAbout(page.categories, area);
          }),
          placeOf: ({ place }) => place,
          itemOf: (page) => this.viewOf(page),
          cursor,
          newestFirst: true,
        }),
    }),
    shown({
      query: showPage,
      groups: ['content'],
      asks: ({ itemsOf }) => itemsOf(listPages).map(({ id }) => ({ pageId: id })),
      expected: ({ pageId }) => {
        const page = this.pages.get(pageId);
        return page?.isPublished ? this.viewOf(page) : undefined;
      },
    }),
    shown({
      query: showUnitsOfPages,
      groups: ['content'],
      asks: () => [{}],
      expected: () => {
        const units = this.published.filter(isListed).map(({ drafted }) => drafted.unit);
        return { units: new InAnyOrder([...new Set(units)]) };
      },
    }),
  ];

  private draft(entry: Entry, drafted: PageDrafted['data']): void {
    if (this.pages.has(drafted.pageId)) return;
    const page = { drafted, seq: entry.seq, isPublished: false, publishedAt: undefined, archived: undefined, place: -1 };
    this.pages.set(drafted.pageId, { ...page, ...newIn(entry, drafted) });
  }

  private revise(page: KnownPage, entry: Entry, words: Said): void {
    Object.assign(page, newIn(entry, words));
  }

  private viewOf({ drafted, seq, words, files, wordsPlace, publishedAt, archived, ...page }: KnownPage): MustBe<PageView> {
    const { pageId, unit, kind } = drafted;
    const { revisedAt, version, planVersion } = page;
    const times = { publishedAt: publishedAt ?? null, revisedAt, version };
    const plan = { archived: archived ?? null, publishAt: null, planVersion };
    const beside = this.withdrawn.shownBeside(filesView(files), wordsPlace);
    const rest = { ...plan, ...this.changesOf(pageId) };
    return said<PageView>({ seq }, { id: pageId, unit, kind, status: 'published', ...words, ...beside, ...times, ...rest });
  }

  private changesOf(pageId: string): Fields<Pick<PageView, 'versions' | 'correction'>> {
    const versions = this.versions.of(pageId);
    const corrected = versions.findLast((one) => one.number > 1 && noteOf(one) !== null);
    const correction = corrected && said<PageCorrection>(corrected.words.entry, correctionIn(corrected));
    return { versions: versions.length, correction: correction ?? null };
  }
}

const isArchived = ({ isPublished, archived }: KnownPage): boolean => isPublished && archived !== undefined;
const isListed = ({ isPublished, archived }: KnownPage): boolean => isPublished && archived === undefined;

function correctionIn(version: ShownVersion): Fields<PageCorrection> {
  return { at: said(version.shownBy, timeSaid(version.shownBy)), note: said(version.words.entry, noteOf(version)!) };
}

type New = Pick<KnownPage, 'words' | 'categories' | 'files' | 'wordsPlace' | 'revisedAt' | 'version' | 'planVersion'>;

function newIn(entry: Entry, words: Said): New {
  const position = said<number>(entry, entry.position);
  const at = { revisedAt: said(entry, timeSaid(entry)), version: position, planVersion: position };
  const { categories = [] } = words;
  return { words: wordsOf(entry, words), categories, files: words.files ?? noFiles, wordsPlace: entry.position, ...at };
}

function wordsOf(entry: Entry, { title, body, language, categories = [] }: Said): Words {
  const about = said<readonly string[]>(entry, categories);
  return { title: said(entry, title), body: said(entry, body), language: said(entry, language), categories: about };
}
