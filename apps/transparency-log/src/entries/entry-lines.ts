import type { DataSource } from 'typeorm';
import { isSystemStream, readRawLog, type EventStore, type LogPlace, type RawEvent } from '@isegoria/event-sourcing';
import { TILE_WIDTH, type LeafEntry } from '@isegoria/merkle-log';
import { readStoredEntries, type Entry } from '../sequencing/bundles';
import { handled } from '../sequencing/handled';

export interface EntryRange {
  readonly from: number;
  /** The first that is not given. */
  readonly to: number;
  /** Whether the reader may have the bodies of all events, and not only of those that everybody may read. */
  readonly isAllShown: boolean;
}

/** Leaves read at once, two bundles: bounds the memory of a request, whatever its limit. */
const portion = 2 * TILE_WIDTH;

/**
 * The lines of the feed (NDJSON of `LogEntry`) for a range of leaves, in portions. Leaves come from the log's tables and bodies from the
 * event store as it is now, so an alteration of either becomes visible. If the store no longer has an event as it was recorded, its body is
 * null; a leaf that the tables no longer have is left out.
 */
export async function* entryLines(dataSource: DataSource, store: EventStore, { from, to, isAllShown }: EntryRange): AsyncGenerator<string> {
  // Up to the end of a bundle, so that none is read twice.
  const endOf = (start: number) => Math.min(to, start + portion - (start % TILE_WIDTH));
  // The next portion is read while the previous one is being sent; a reader who has gone leaves it unread.
  const portionFrom = (start: number) => handled(portionOf(dataSource, store, { from: start, to: endOf(start), isAllShown }));
  for (let start = from, next = portionFrom(from); start < to;) {
    const lines = await next;
    start = endOf(start);
    if (start < to) next = portionFrom(start);
    yield lines;
  }
}

async function portionOf(dataSource: DataSource, store: EventStore, { from, to, isAllShown }: EntryRange): Promise<string> {
  const entries = await readStoredEntries(dataSource, from, to);
  const isShown = (entry: Entry) => isAllShown || entry.isPublic;
  const events = await eventsOf(store, entries.filter(isShown));
  return entries.map((entry, n) => lineOf(from + n, entry, isShown(entry) ? events.get(entry.place.prepare) : undefined)).join('');
}

/** The events at the places of these entries, by their prepare positions. Streams of the store itself may come between them. */
async function eventsOf(store: EventStore, entries: readonly Entry[]): Promise<Map<number, RawEvent>> {
  const found = new Map<number, RawEvent>();
  const last = entries.at(-1);
  let from = entries[0]?.place;
  while (from && last) {
    const page = await readRawLog(store, { from, count: portion });
    for (const event of page) if (!isSystemStream(event.stream)) found.set(event.place.prepare, event);
    const end = page.at(-1)?.place;
    if (!end || page.length < portion || !isBefore(end, last.place)) break;
    from = end;
  }
  return found;
}

function lineOf(seq: number, { leaf, place }: Entry, event: RawEvent | undefined): string {
  const body = event?.place.commit === place.commit && isOf(leaf, event) ? event : undefined;
  return `{"seq":${seq},"position":${place.commit},"leaf":${JSON.stringify(leaf)},"data":${inBase64(body?.data)},"metadata":${inBase64(body?.metadata)}}\n`;
}

/**
 * Whether the store still says the same about the event as when the leaf was made; the reader checks its data and metadata against the
 * leaf.
 */
function isOf(leaf: string, { id, type, stream, revision, recordedAt }: RawEvent): boolean {
  const entry = parsed(leaf);
  return entry.id === id && entry.type === type && entry.stream === stream && entry.revision === revision && entry.time === recordedAt;
}

function parsed(leaf: string): Partial<LeafEntry> {
  try {
    return (JSON.parse(leaf) ?? {}) as Partial<LeafEntry>;
  } catch {
    return {};
  }
}

function inBase64(bytes: Buffer | undefined): string {
  return bytes ? `"${bytes.toString('base64')}"` : 'null';
}

function isBefore(a: LogPlace, b: LogPlace): boolean {
  return a.commit < b.commit || (a.commit === b.commit && a.prepare < b.prepare);
}
