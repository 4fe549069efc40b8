import type { DataSource } from 'typeorm';
import { isSystemStream, readRawLog, type EventStore, type LogPlace, type RawEvent } from '@isegoria/event-sourcing';

interface LeafRow {
  readonly seq: number;
  readonly place: LogPlace;
  readonly isShown: boolean;
  readonly leaf: string;
}

export interface EntryRange {
  readonly from: number;
  /** The first that is not given. */
  readonly to: number;
  /** Whether the reader may have the bodies of all events, and not only of those that everybody may read. */
  readonly isAllShown: boolean;
}

/** Leaves read at once: bounds the memory of a request, whatever its limit. */
const portion = 500;

/**
 * The lines of the feed (NDJSON of `LogEntry`) for a range of leaves, in portions. Leaves come from the log's tables and
 * bodies from the event store as it is now, so that either of them altered shows. A body that the store no longer has is null.
 */
export async function* entryLines(dataSource: DataSource, store: EventStore, { from, to, isAllShown }: EntryRange): AsyncGenerator<string> {
  const portionFrom = (start: number) => portionOf(dataSource, store, { from: start, to: Math.min(to, start + portion), isAllShown });
  // The next portion is read while the one before is being sent.
  let next = portionFrom(from);
  for (let start = from; start < to; start += portion) {
    const lines = await next;
    if (start + portion < to) {
      next = portionFrom(start + portion);
      // Whoever went away leaves it unread.
      next.catch(() => undefined);
    }
    yield lines;
  }
}

async function portionOf(dataSource: DataSource, store: EventStore, range: EntryRange): Promise<string> {
  const leaves = await leavesOf(dataSource, range);
  const events = await eventsOf(store, leaves);
  return leaves.map((leaf) => lineOf(leaf, events.get(keyOf(leaf.place)))).join('');
}

async function leavesOf(dataSource: DataSource, { from, to, isAllShown }: EntryRange): Promise<LeafRow[]> {
  const rows: { seq: string; position: string; prepare: string; public: boolean; leaf: string }[] = await dataSource.query(
    'SELECT seq, position, prepare, public, leaf FROM log.leaf WHERE seq >= $1 AND seq < $2 ORDER BY seq',
    [from, to],
  );
  return rows.map((row) => ({
    seq: Number(row.seq),
    place: { commit: Number(row.position), prepare: Number(row.prepare) },
    isShown: isAllShown || row.public,
    leaf: row.leaf,
  }));
}

/** The events at the places of these leaves. Streams of the store itself may lie between them. */
async function eventsOf(store: EventStore, leaves: readonly LeafRow[]): Promise<Map<string, RawEvent>> {
  const found = new Map<string, RawEvent>();
  const last = leaves.findLast(({ isShown }) => isShown);
  let from = leaves.find(({ isShown }) => isShown)?.place;
  while (from && last) {
    const page = await readRawLog(store, { from, count: portion });
    for (const event of page) if (!isSystemStream(event.stream)) found.set(keyOf(event.place), event);
    const end = page.at(-1)?.place;
    if (!end || page.length < portion || !isBefore(end, last.place)) break;
    from = end;
  }
  return found;
}

function lineOf({ seq, place, isShown, leaf }: LeafRow, event: RawEvent | undefined): string {
  const body = isShown ? event : undefined;
  return `{"seq":${seq},"position":${place.commit},"leaf":${JSON.stringify(leaf)},"data":${inBase64(body?.data)},"metadata":${inBase64(body?.metadata)}}\n`;
}

function inBase64(bytes: Buffer | undefined): string {
  return bytes ? `"${bytes.toString('base64')}"` : 'null';
}

function keyOf({ commit, prepare }: LogPlace): string {
  return `${commit}/${prepare}`;
}

function isBefore(a: LogPlace, b: LogPlace): boolean {
  return a.commit < b.commit || (a.commit === b.commit && a.prepare < b.prepare);
}
