import { limits, type DomainEvent, type EventMetadata, type Page, type ParsedRoute, type QueryContract } from '@isegoria/kernel';
import type { Entry } from './entry';
import type { MustBe } from './must-be';

/** What was asked so far, and what the site answered. */
export interface AnsweredSoFar {
  /** The items of all lists that this query was answered with. */
  itemsOf<Parameters extends object, Item extends object>(query: QueryContract<Parameters, Page<Item>>): readonly Item[];
  /** All answers to a query that is no list. */
  answersTo<Parameters extends object, View extends object>(query: QueryContract<Parameters, View>): readonly View[];
}

/** An answer that everybody may read, and that follows from the log word for word. */
export interface Shown<Parameters extends object = object, View extends object = object> {
  readonly query: QueryContract<Parameters, View>;
  /** The groups of read models that it is made from: an answer includes what they include. */
  readonly groups: readonly string[];
  /** What an auditor asks for, so that it reads all there is. */
  asks(before: AnsweredSoFar): Iterable<Parameters>;
  /**
   * What the answer must be according to the events that were taken so far; undefined where there must be none.
   * @param asked with the cursor, where it is a later page of a list
   * @param now when the site may have answered, in milliseconds since 1970, the earliest and the latest first
   */
  expected(asked: Parameters, now: readonly number[]): MustBe<View> | undefined;
}

/** What a capability shows, from its events in log order. */
export interface ShownBook {
  /** The types of events that change what is shown. */
  readonly events: readonly string[];
  take(entry: Entry): void;
  readonly shows: readonly Shown[];
}

/** Lets code that goes through all of them forget what each is about. */
export function shown<Parameters extends object, View extends object>(one: Shown<Parameters, View>): Shown {
  return one as unknown as Shown;
}

/** A query of everybody's whose answer is not in a book of {@link Shown}: the reason, in a sentence. */
export type NotShown = readonly [query: { readonly name: string; readonly route?: ParsedRoute }, why: string];

/** A list in the order of the log or of names, and which page of it is asked for. */
export interface PageOf<Thing, Item> {
  /** All of the list, the first place first, also where the newest is shown first. */
  readonly things: readonly Thing[];
  /** A log position, or a name. */
  readonly placeOf: (thing: Thing) => number | string;
  readonly itemOf: (thing: Thing) => MustBe<Item>;
  readonly cursor: string | undefined;
  readonly newestFirst?: boolean;
}

/** The page of a list that begins behind a cursor, as the site must give it. */
export function pageMustBe<Thing, Item>({ things, placeOf, itemOf, cursor, newestFirst = false }: PageOf<Thing, Item>): MustBe<Page<Item>> {
  const { pageSize } = limits;
  const at = cursor === undefined ? (newestFirst ? things.length : 0) : placeBehind(things, placeOf, cursor, newestFirst);
  const [from, to] = newestFirst ? [Math.max(0, at - pageSize), at] : [at, Math.min(things.length, at + pageSize)];
  const page = things.slice(from, to);
  if (newestFirst) page.reverse();
  const goesOn = newestFirst ? from > 0 : to < things.length;
  const next = goesOn ? String(placeOf(page.at(-1)!)) : null;
  return { items: page.map(itemOf), next, count: things.length } as unknown as MustBe<Page<Item>>;
}

/** By halving, since a list may be long: where the things begin that come after a cursor, or end that come before it. */
function placeBehind<Thing>(
  things: readonly Thing[],
  placeOf: (thing: Thing) => number | string,
  cursor: string,
  newestFirst: boolean,
): number {
  const comesFirst = (thing: Thing) => {
    const place = placeOf(thing);
    const from = typeof place === 'number' ? Number(cursor) : cursor;
    return newestFirst ? place < from : place <= from;
  };
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comesFirst(things[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The event of an entry, if its body was given. */
export function eventIn<Event extends DomainEvent>({ leaf, body }: Entry): Event | undefined {
  return body && ({ type: leaf.type, data: body.data } as unknown as Event);
}

/** When something was done: at its source for what was imported, otherwise when the command was received (UTC). */
export function timeSaid({ leaf, body }: Entry): string {
  const { imported, at } = body?.metadata ?? ({} as Partial<EventMetadata>);
  const time = new Date(imported?.at ?? at ?? '');
  return (Number.isNaN(time.getTime()) ? new Date(leaf.time) : time).toISOString();
}
