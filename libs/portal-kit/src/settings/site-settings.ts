import { ApiClient } from '@isegoria/api-client';
import { nothingSet, showSettings, showTop, type PlatformSettings, type TopView } from '@isegoria/content';
import type { QueryContract, TextByLanguage } from '@isegoria/kernel';
import { languages, type Language } from '@isegoria/texts';

/** How long it is shown without asking again, in milliseconds. */
const freshFor = 5_000;
/** How long a page waits for it, in milliseconds: a site without its notice is better than none. */
const patience = 1_500;

/**
 * What is the same on every page, for its header and footer: loaded every few seconds, however many pages are shown, and in the
 * background, so that pages that are asked for often do not wait for it. A page that comes after a while without any waits a little, since
 * what is known may be of yesterday. While the API does not answer, what is known applies.
 */
class OnEveryPage<View extends object> {
  private askedAt = -Infinity;
  /** When what is known was asked for. */
  private knownAt = -Infinity;
  private awaited?: Promise<unknown>;
  /** The position that it certainly includes. */
  private includes = -1;
  private begun = 0;
  private taken = 0;

  constructor(
    private readonly gatewayUrl: string,
    private readonly query: QueryContract<object, View>,
    /** Nothing, at first. */
    private known: View,
    private readonly keptFor = freshFor,
  ) {}

  async current(): Promise<View> {
    if (Date.now() - this.askedAt >= this.keptFor) this.awaited = Promise.race([this.ask(), pause(patience)]);
    if (Date.now() - this.knownAt >= 2 * this.keptFor) await this.awaited;
    return this.known;
  }

  /** As of a log position or later, for the person who changed it. */
  async including(position: number): Promise<View> {
    if (position > this.includes) await this.ask(position);
    return this.known;
  }

  /** Never rejects. An answer that comes after a younger one is dropped. */
  private async ask(after?: number): Promise<void> {
    const askedAt = Date.now();
    this.askedAt = askedAt;
    const turn = ++this.begun;
    try {
      const view = await new ApiClient(this.gatewayUrl, { after }).ask(this.query, {});
      if (turn < this.taken) return;
      this.taken = turn;
      this.known = view;
      this.knownAt = askedAt;
      this.includes = Math.max(this.includes, after ?? -1);
    } catch {
      // What is known applies, and is asked for again.
    }
  }
}

/** What an administrator set. */
export class SiteSettings extends OnEveryPage<PlatformSettings> {
  constructor(gatewayUrl: string, keptFor?: number) {
    super(gatewayUrl, showSettings, nothingSet, keptFor);
  }
}

/** The top of the tree of the site. */
export class SiteMenu extends OnEveryPage<TopView> {
  constructor(gatewayUrl: string, keptFor?: number) {
    super(gatewayUrl, showTop, { sections: [] }, keptFor);
  }
}

/** The words in this language, or in another one if there are none in this; undefined if there are none at all. */
export function wordsFor(
  language: Language,
  text: TextByLanguage | null,
): { readonly language: Language; readonly words: string } | undefined {
  const chosen = [language, ...languages].find((candidate) => text?.[candidate] !== undefined);
  return chosen === undefined ? undefined : { language: chosen, words: text![chosen]! };
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds).unref());
