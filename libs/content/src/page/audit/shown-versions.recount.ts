import { eventIn, type Entry } from '@isegoria/audit-kit';
import type { ContentEvent, PageDrafted, PageRevised } from '../page.contract';

/** The event that has the words of a page. */
interface Words {
  readonly entry: Entry;
  readonly data: PageDrafted['data'] | PageRevised['data'];
}

export interface ShownVersion {
  readonly number: number;
  readonly words: Words;
  /** The event by which everybody could read them. */
  readonly shownBy: Entry;
}

interface Known {
  words: Words;
  isPublished: boolean;
  readonly versions: ShownVersion[];
}

export const noteOf = ({ words: { data } }: ShownVersion): string | null => ('note' in data ? (data.note ?? null) : null);

/** The words that everybody could read on each page, version by version. */
export class ShownVersions {
  private readonly pages = new Map<string, Known>();

  take(entry: Entry): void {
    const event = eventIn<ContentEvent>(entry);
    if (!event) return;
    const { pageId } = event.data;
    if (event.type === 'PageDrafted' && !this.pages.has(pageId))
      this.pages.set(pageId, { words: { entry, data: event.data }, isPublished: false, versions: [] });
    const page = this.pages.get(pageId);
    if (!page) return;
    if (event.type === 'PageRevised') page.words = { entry, data: event.data };
    if (event.type === 'PagePublished') page.isPublished = true;
    if (event.type === 'PageWithdrawn') page.isPublished = false;
    const { words, versions } = page;
    if (page.isPublished && versions.at(-1)?.words !== words) versions.push({ number: versions.length + 1, words, shownBy: entry });
  }

  of(pageId: string): readonly ShownVersion[] {
    return this.pages.get(pageId)?.versions ?? [];
  }

  /** Undefined for a page that nobody else may read. */
  readable(pageId: string): readonly ShownVersion[] | undefined {
    return this.pages.get(pageId)?.isPublished ? this.of(pageId) : undefined;
  }
}
