import { Finding, type AnsweredSoFar, type Shown } from '@isegoria/audit-kit';
import { addressOf, listReadModels, type ReadModels } from '@isegoria/contracts';
import type { Source } from '../source/source';

/** The paths of the site's API begin so. */
export const api = '/api/v1';

/** How far the site's read models were, and when. */
export interface Look {
  /** By group: the log position that its rows include, and the events that were left out of them. */
  readonly groups: Readonly<Record<string, { readonly position: number; readonly skipped: readonly string[] }>>;
  /** UTC. */
  readonly at: string;
}

/** A page of an answer, or the only one. */
export interface AnsweredPage {
  readonly path: string;
  readonly cursor: string | undefined;
  /** Undefined where the site serves none. */
  readonly answer: unknown;
}

/** What the site answered to one question, and between which places in the log that was. */
export interface Answered {
  readonly shown: Shown;
  readonly parameters: object;
  readonly pages: readonly AnsweredPage[];
  readonly before: Look;
  readonly after: Look;
}

/** Asks for everything that everybody may read. @throws Finding words for a list without an end */
export async function askForAll(source: Source, shows: readonly Shown[]): Promise<Answered[]> {
  const answered: Answered[] = [];
  const soFar: AnsweredSoFar = {
    itemsOf: (query) => pagesOf(query).flatMap((page) => ((page as { items?: readonly never[] }).items ?? []) as readonly never[]),
    answersTo: (query) => pagesOf(query) as never[],
  };
  const pagesOf = (query: object) =>
    answered.flatMap(({ shown, pages }) => (shown.query === query ? pages.flatMap(({ answer }) => answer ?? []) : []));
  let before = await look(source);
  for (const shown of shows) {
    for (const parameters of eachOnce(shown.asks(soFar))) {
      const pages = await pagesFor(source, shown, parameters);
      const now = await look(source);
      const noted = await source.noted(`between ${pages[0]!.path}`, JSON.stringify({ before, after: now }));
      answered.push({ shown, parameters, pages, ...(JSON.parse(noted) as Pick<Answered, 'before' | 'after'>) });
      before = now;
    }
  }
  return answered;
}

/** What several lists have is asked for once. */
function eachOnce(asked: Iterable<object>): readonly object[] {
  return [...new Map([...asked].map((one) => [JSON.stringify(one), one])).values()];
}

/** How far the read models are now. */
export async function look(source: Source): Promise<Look> {
  const { items } = await source.json<ReadModels>(api + listReadModels.route.path);
  const groups = items.map(({ group, position, skippedEvents }) => [group, { position, skipped: skippedEvents }] as const);
  return { groups: Object.fromEntries(groups), at: source.at };
}

async function pagesFor(source: Source, { query }: Shown, parameters: object): Promise<AnsweredPage[]> {
  const pages: AnsweredPage[] = [];
  for (let cursor: string | undefined; ;) {
    const path = pathFor(query, { ...parameters, ...(cursor === undefined ? {} : { cursor }) });
    const body = await source.optional(path);
    const answer: unknown = body === undefined ? undefined : parsed(body, source.name + path);
    pages.push({ path, cursor, answer });
    const { next, items } = (answer ?? {}) as { readonly next?: unknown; readonly items?: readonly unknown[] };
    if (!query.isPage || typeof next !== 'string') return pages;
    if (next === cursor || !items?.length) throw new Finding('words', `${source.name}${path} goes on without moving on.`);
    cursor = next;
  }
}

function pathFor({ route }: Shown['query'], parameters: object): string {
  const rest = Object.entries(parameters).filter(([name]) => !route.parameters.includes(name));
  const asked = new URLSearchParams(rest.map(([name, value]) => [name, String(value)]));
  return api + addressOf(route, { ...parameters }) + (rest.length === 0 ? '' : `?${asked}`);
}

function parsed(body: string, from: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Finding('words', `${from} does not answer with JSON.`);
  }
}
