import { InAnyOrder, NotCompared, OneOf, Said, SealedWords, type Entry, type Shown, type ShownBook } from '@isegoria/audit-kit';
import { rooms } from './recount/rooms';

/** An event in its place, as fixtures record it. */
export interface PlacedEvent {
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
  readonly id: string;
  readonly time: string;
  readonly position: number;
}

/** Whether a site no longer has words of a citizen. */
export type IsGone = (words: SealedWords) => boolean;

const api = '/api/v1';

/**
 * What an honest site answers, after these events, to everything that is compared word for word, other than figures. The words of citizens
 * are made up, and null where they are gone.
 * @returns undefined for a path that is none of these
 */
export function honestAnswer(events: readonly PlacedEvent[], path: string, isGone: IsGone = () => false): unknown {
  const books = booksAfter(events);
  if (path === `${api}/read-models`) {
    const groups = [...new Set(books.flatMap(({ shows }) => shows).flatMap((one) => one.groups))];
    const position = events.at(-1)?.position ?? -1;
    return { items: groups.map((group) => ({ group, position, skippedEvents: [] })) };
  }
  // Their words are made up, and committed to by nobody.
  if (path.startsWith(`${api}/openings/`)) return { items: [], next: null, count: 0 };
  for (const { shows } of books) {
    for (const one of shows) {
      const asked = parametersIn(one, path);
      const now = Date.parse(events.at(-1)?.time ?? '');
      if (asked) return plain(one.expected(asked, [now, now]), isGone);
    }
  }
  return undefined;
}

const known = new WeakMap<readonly PlacedEvent[], readonly ShownBook[]>();

/** Made once for a list of events. */
function booksAfter(events: readonly PlacedEvent[]): readonly ShownBook[] {
  const made = known.get(events);
  if (made) return made;
  const books = rooms.flatMap(({ shown }) => shown());
  known.set(events, books);
  for (const [seq, event] of events.entries())
    for (const book of books) if (book.events.includes(event.type)) book.take(entryOf(event, seq));
  return books;
}

function entryOf({ stream, type, data, metadata, id, time, position }: PlacedEvent, seq: number): Entry {
  return { seq, position, leaf: { seq, stream, type, id, time } as Entry['leaf'], body: { data, metadata } as Entry['body'] };
}

function parametersIn({ query: { route } }: Shown, path: string): object | undefined {
  const [address = '', asked] = path.split('?');
  const found = patternOf(route.path).exec(address);
  return found ? { ...found.groups, ...Object.fromEntries(new URLSearchParams(asked)) } : undefined;
}

const patterns = new Map<string, RegExp>();

/** Made once for a route: an audit asks hundreds of questions, and each is held against all routes. */
function patternOf(route: string): RegExp {
  const pattern = patterns.get(route) ?? new RegExp(`^${api}${route.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
  patterns.set(route, pattern);
  return pattern;
}

/** As a site says it. */
export function plain(must: unknown, isGone: IsGone = () => false): unknown {
  if (must instanceof Said) return plain(must.must, isGone);
  if (must instanceof OneOf) return must.values.at(-1);
  if (must instanceof InAnyOrder) return must.items;
  if (must instanceof NotCompared) return null;
  if (must instanceof SealedWords) return isGone(must) ? null : `The words of ${must.what}`;
  if (Array.isArray(must)) return must.map((item) => plain(item, isGone));
  if (typeof must !== 'object' || must === null) return must;
  return Object.fromEntries(Object.entries(must).map(([name, value]) => [name, plain(value, isGone)]));
}
