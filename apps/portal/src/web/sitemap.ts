import type { ApiClient } from '@isegoria/api-client';
import {
  listConsultations,
  listPages,
  listPlaces,
  listQuestions,
  listServices,
  sitePageNames,
  sitePath,
  siteRoot,
  type Page,
} from '@isegoria/contracts';

/** Addresses in one file, and bytes stay far below 50 MB (sitemaps.org). */
const mostInFile = 50_000;
/** All of them: what a site holds in memory is bounded, whatever there is. The newest come first in each list. */
const mostOfAKind = 100_000;
/** Milliseconds. */
const freshFor = 10 * 60_000;

const fixed = [
  '/',
  '/consultations',
  '/calendar',
  '/topics',
  '/areas',
  '/services',
  '/announcements',
  siteRoot,
  '/questions',
  '/transparency',
  '/transparency/auditors',
  '/transparency/officials',
  ...sitePageNames.map((page) => `/${page}`),
];

/**
 * The paths of everything that everybody may read. Made at most every ten minutes, however often it is asked for, and kept while the API
 * does not answer.
 */
export class Sitemap {
  private known: readonly string[] = [];
  private askedAt = -Infinity;
  private asking?: Promise<void>;

  /** @param api without a session */
  constructor(private readonly api: ApiClient) {}

  /** @returns undefined for a file that there is not; the first is always there */
  async file(number: number): Promise<readonly string[] | undefined> {
    await this.refresh();
    if (number < 1 || number > this.files()) return undefined;
    return this.known.slice((number - 1) * mostInFile, number * mostInFile);
  }

  async numbers(): Promise<number[]> {
    await this.refresh();
    return Array.from({ length: this.files() }, (_, index) => index + 1);
  }

  private files(): number {
    return Math.max(1, Math.ceil(this.known.length / mostInFile));
  }

  private async refresh(): Promise<void> {
    if (Date.now() - this.askedAt < freshFor) return;
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    await this.asking.catch((error: unknown) => {
      if (this.known.length === 0) throw error;
    });
  }

  private async ask(): Promise<void> {
    const placed = new Map<string, string>();
    await pathsOf(
      (cursor) => this.api.ask(listPlaces, { cursor }),
      ({ id, path }) => (placed.set(id, sitePath(path)), path),
    );
    const lists = [
      await pathsOf((cursor) => this.api.ask(listConsultations, { cursor }), below('/consultations')),
      await pathsOf(
        (cursor) => this.api.ask(listPages, { cursor }),
        ({ id }) => placed.get(id) ?? `/pages/${id}`,
      ),
      await pathsOf((cursor) => this.api.ask(listServices, { cursor }), below('/services')),
      await pathsOf((cursor) => this.api.ask(listQuestions, { status: 'answered', cursor }), below('/questions')),
    ];
    this.known = [...fixed, ...lists.flat()];
    this.askedAt = Date.now();
  }
}

const below =
  (base: string) =>
  ({ id }: { readonly id: string }) =>
    `${base}/${id}`;

async function pathsOf<Item>(
  ask: (cursor: string | undefined) => Promise<Page<Item>>,
  pathOf: (item: Item) => string,
): Promise<string[]> {
  const paths: string[] = [];
  let cursor: string | null | undefined;
  do {
    const { items, next } = await ask(cursor ?? undefined);
    paths.push(...items.map(pathOf));
    cursor = next;
  } while (cursor !== null && paths.length < mostOfAKind);
  return paths;
}
