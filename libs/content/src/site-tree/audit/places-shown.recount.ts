import { eventIn, pageMustBe, said, shown, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import type { Page } from '@isegoria/kernel';
import type { ContentEvent, PageDrafted } from '../../page/page.contract';
import {
  listPlaces,
  showAddress,
  showPlace,
  showTop,
  showTreeVersion,
  type ListPlaces,
  type PlacedPage,
  type SiteSection,
} from '../places/places.contract';
import type { TreeEvent } from '../site-tree.contract';
import { TreeOfEvents } from './tree-of-events.recount';

interface KnownPage {
  readonly drafted: PageDrafted['data'];
  seq: number;
  title: string;
  language: PageDrafted['data']['language'];
  isPublished: boolean;
}

/** The tree of the site, as everybody may read it. */
export class PlacesShown implements ShownBook {
  readonly events: (ContentEvent | TreeEvent)['type'][] = [
    ...(['PageDrafted', 'PageRevised', 'PagePublished', 'PageWithdrawn'] as const),
    ...(['PagePlaced', 'PageTakenOut'] as const),
  ];
  private readonly tree = new TreeOfEvents();
  private readonly pages = new Map<string, KnownPage>();
  /** Where in the log each page was placed last: in that order. */
  private readonly placed = new Map<string, number>();
  private version: MustBe<number> = 0;

  take(entry: Entry): void {
    const event = eventIn<ContentEvent | TreeEvent>(entry);
    if (!event) return;
    const { pageId } = event.data;
    if (event.type === 'PagePlaced' || event.type === 'PageTakenOut') {
      this.tree.take(event);
      this.placed.delete(pageId);
      if (event.type === 'PagePlaced') this.placed.set(pageId, entry.position);
      this.version = said(entry, entry.position);
    }
    if (event.type === 'PageDrafted' && !this.pages.has(pageId)) {
      const { title, language } = event.data;
      this.pages.set(pageId, { drafted: event.data, seq: entry.seq, title, language, isPublished: false });
    }
    const page = this.pages.get(pageId);
    if (!page) return;
    if (event.type === 'PageRevised') Object.assign(page, { seq: entry.seq, title: event.data.title, language: event.data.language });
    if (event.type === 'PagePublished') page.isPublished = true;
    if (event.type === 'PageWithdrawn') page.isPublished = false;
  }

  readonly shows = [
    shown({ query: showTop, groups: ['content'], asks: () => [{}], expected: () => ({ sections: this.sections() }) }),
    shown({ query: showTreeVersion, groups: ['content'], asks: () => [{}], expected: () => ({ version: this.version }) }),
    shown<ListPlaces, Page<PlacedPage>>({
      query: listPlaces,
      groups: ['content'],
      asks: () => [{}],
      expected: ({ cursor }) =>
        pageMustBe({
          things: [...this.placed].filter(([pageId]) => this.isShown(pageId)),
          placeOf: ([, position]) => position,
          itemOf: ([pageId]) => this.viewOf(pageId),
          cursor,
        }),
    }),
    shown({
      query: showPlace,
      groups: ['content'],
      asks: ({ itemsOf }) => itemsOf(listPlaces).map(({ id }) => ({ pageId: id })),
      expected: ({ pageId }) => {
        if (!this.isShown(pageId)) return undefined;
        const path = this.tree.pathOf(pageId);
        const { version } = this;
        if (path === null) return { pageId, path, trail: [], below: [], beside: [], version };
        const [, ...above] = this.tree.up(pageId);
        const trail = above.filter((one) => this.isShown(one));
        const around = { below: this.listed(pageId), beside: this.listed(trail[0] ?? null) };
        return { pageId, path, trail: trail.map((one) => this.viewOf(one)).reverse(), ...around, version };
      },
    }),
    shown({
      query: showAddress,
      groups: ['content'],
      asks: () => [...this.tree.paths].map((path) => ({ path })),
      expected: ({ path }) => {
        const pageId = this.tree.ledTo(path);
        return pageId !== undefined && this.isShown(pageId) ? { pageId, path: this.tree.pathOf(pageId) } : undefined;
      },
    }),
  ];

  private isShown(pageId: string): boolean {
    return this.pages.get(pageId)?.isPublished ?? false;
  }

  private sections(): MustBe<SiteSection>[] {
    return this.shownBelow(null).map((one) => ({ page: this.viewOf(one), below: this.listed(one) }));
  }

  private listed(above: string | null): MustBe<PlacedPage>[] {
    return this.shownBelow(above).map((one) => this.viewOf(one));
  }

  private shownBelow(above: string | null): string[] {
    return this.tree.below(above).flatMap((one) => (this.isShown(one) ? [one] : this.shownBelow(one)));
  }

  private viewOf(pageId: string): MustBe<PlacedPage> {
    const { drafted, seq, title, language } = this.pages.get(pageId)!;
    const { above, address } = this.tree.of(pageId)!;
    const words = { title: said<string>({ seq }, title), language: said<typeof language>({ seq }, language) };
    const place = { above, order: this.tree.below(above).indexOf(pageId), address, path: this.tree.pathOf(pageId)! };
    return { id: pageId, unit: drafted.unit, kind: drafted.kind, status: 'published', ...words, ...place };
  }
}
