import { Finding } from '@isegoria/audit-kit';
import { languages, sourceLanguage, type Language } from '@isegoria/texts';
import type { Source } from '../../source/source';
import type { ReadPage } from '../page-finding';
import { ownStyleIn } from '../reading/own-style';
import { hidingClasses, visibleLines } from '../reading/visible-text';

/** A page as it was read in several languages, one after the other. */
export interface Reading {
  readonly path: string;
  readonly pages: readonly ReadPage[];
  /** Why it cannot be judged by its words. */
  readonly refused: Finding | undefined;
}

/** What a browser without scripts shows of a site's pages. */
export class PageReader {
  private readonly hiding = new Map<string, ReadonlySet<string>>();
  /** Addresses at which there is no page. */
  readonly missing = new Set<string>();

  constructor(private readonly source: Source) {}

  /**
   * Reads a page at the address that everybody opens, in the language that the site prefers, and then in one other, so that what a page
   * writes is checked in two ways of writing.
   */
  async read(path: string): Promise<Reading> {
    const first = await this.readAs(path, sourceLanguage);
    const plain = first.page?.language ?? sourceLanguage;
    const other = languages.find((language) => language !== plain)!;
    const both = [first, await this.readAs(`${path}?lang=${other}`, other)];
    return { path, pages: both.flatMap(({ page }) => page ?? []), refused: both.find(({ refused }) => refused)?.refused };
  }

  /** @param language the one that it is believed to be in */
  private async readAs(path: string, language: Language): Promise<{ page?: ReadPage; refused?: Finding }> {
    const html = await this.source.page(path);
    if (html === undefined) {
      this.missing.add(path);
      return {};
    }
    const page = { path, language: languageOf(html) ?? language, lines: visibleLines(html, await this.hiddenBy(html)) };
    const styled = ownStyleIn(html);
    if (styled === undefined) return { page };
    return { page, refused: new Finding('page', `The page ${path} has a style of its own, which may hide what it says: ${styled}.`) };
  }

  /** The classes that the stylesheets of a page hide. */
  private async hiddenBy(html: string): Promise<ReadonlySet<string>> {
    const hidden = new Set<string>();
    for (const [, path = ''] of html.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="(\/[^"]*)"/g)) {
      let classes = this.hiding.get(path);
      if (!classes) this.hiding.set(path, (classes = new Set(hidingClasses((await this.source.optional(path)) ?? ''))));
      for (const one of classes) hidden.add(one);
    }
    return hidden;
  }
}

/** As a page names it itself; undefined where it names none that the product speaks. */
function languageOf(html: string): Language | undefined {
  const named = /<html[^>]*\blang="([^"]*)"/i.exec(html)?.[1];
  return languages.find((language) => language === named);
}
