import { mkdirSync } from 'node:fs';
import type { StreamHead } from '../rules/model';
import { DamagedEvent, DamagedFolder } from './damage';
import { leaveFolder, takeFolder } from './folder-owner';
import { FileLength } from './file-length';
import { flushFolders } from './flush-folders';
import { Heads } from './heads';
import { BEYOND_NUMBERS } from './keys';
import { readResponseOf } from './stored-event';
import { encodeIndexRow, positionIn } from './stored-index';
import { FORMAT, openTables, type Tables } from './tables';

export { DamagedEvent } from './damage';

/** A page of a read ends after so many events or bytes, whichever comes first: that bounds a reader's memory. */
const PAGE_EVENTS = 512;
const PAGE_BYTES = 512 * 1024;
/** What the pages of all readers take together, as long as each has room for a few events. */
const PAGES_BYTES = 64 * 1024 * 1024;
const LEAST_PAGE_BYTES = 16 * 1024;
/** After so many transactions the places of readers that were killed are given free: they keep old pages from being reused. */
const READER_CHECK_EVERY = 4096;
const APPEND = { append: true };

/** An event on its way to disk. A tombstone is in the log only: `revision` is absent. */
export interface LogEntry {
  readonly position: number;
  readonly stream: number;
  readonly revision: number | undefined;
  readonly stored: Buffer;
}

/** An event as read: its place and the ReadResp message to send. */
export interface ReadEntry {
  readonly position: number;
  readonly revision: number;
  readonly response: Buffer;
}

/** One transaction writes to all tables or to none, and ends when it is flushed. */
export class Storage {
  private readonly tables: Tables;
  private readonly heads: Heads;
  private readonly fileLength: FileLength;
  private last = 0;
  private transactions = 0;
  private pageBytes = PAGE_BYTES;

  /** @throws DamagedFolder, with a sentence, when the file cannot be what a store left behind */
  constructor(private readonly folder: string) {
    const made = mkdirSync(folder, { recursive: true });
    this.tables = openTables(folder);
    this.heads = new Heads(this.tables);
    this.fileLength = new FileLength(folder, this.tables.env);
    flushFolders(folder, made);
  }

  /** @throws a sentence when another process has the folder, its format is not known or its end is damaged */
  async take(folder: string): Promise<void> {
    try {
      takeFolder(this.tables.env, this.tables.settings, folder);
    } catch (error) {
      this.fileLength.close();
      await this.tables.env.close();
      throw error;
    }
    try {
      this.checkFormat();
      this.fileLength.keep();
      this.last = this.findLastPosition();
      const slot = this.heads.load();
      if (slot !== undefined)
        throw new DamagedFolder(this.folder, `the head of a stream, number ${slot} of those that changed last, is not as it was written`);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  head(stream: string): StreamHead | undefined {
    return this.reading(0, () => this.heads.find(stream));
  }

  /** The position of the last event; 0 for an empty store. */
  lastPosition(): number {
    return this.last;
  }

  streamCount(): number {
    return this.heads.count();
  }

  /**
   * Atomic; returns when the disk has it. Measured against LMDB's asynchronous transactions: the way to its thread
   * and back takes longer than a flush, and costs a third more processor time an append.
   */
  write(entries: readonly LogEntry[], heads: ReadonlyMap<string, StreamHead>): void {
    const { env, log, index } = this.tables;
    env.transactionSync(() => {
      for (const { position, stream, revision, stored } of entries) {
        // The log only grows at its end: LMDB then fills its pages to the brim, and refuses anything else.
        if (!log.putSync(position, stored, APPEND)) throw new Error(`position ${position} is taken`);
        if (revision === undefined) continue;
        const place = { stream, revision };
        index.putSync(place, encodeIndexRow(place, position));
      }
      this.heads.write(heads);
    });
    this.fileLength.keep();
    this.last = entries[entries.length - 1]?.position ?? this.last;
    this.transactions += 1;
    if (this.transactions % READER_CHECK_EVERY === 0) env.readerCheck();
  }

  /** Gives each of so many readers its share of the memory for pages: each may hold one for as long as it likes. */
  shareMemory(readers: number): void {
    this.pageBytes = Math.max(LEAST_PAGE_BYTES, Math.min(PAGE_BYTES, PAGES_BYTES / Math.max(1, readers)));
  }

  /** A page of the log. Forwards from `from` inclusive, backwards from just before it. */
  readLog(from: number, backwards: boolean, limit = PAGE_EVENTS): ReadEntry[] {
    return this.reading(backwards ? from - 1 : from, () => this.logPage(from, backwards, limit));
  }

  private logPage(from: number, backwards: boolean, limit: number): ReadEntry[] {
    const page: ReadEntry[] = [];
    const step = backwards ? -1 : 1;
    let expected = backwards ? Math.min(from - 1, this.last) : Math.max(from, 1);
    if (expected < 1 || expected > this.last) return page;
    let bytes = 0;
    const range = { start: expected, reverse: backwards, limit: Math.min(limit, PAGE_EVENTS) };
    for (const { key: position, value } of this.tables.log.getRange(range)) {
      // A position that is missing is damage as well.
      const response = position === expected ? readResponseOf(value, position) : undefined;
      if (!response) return upToDamage(page, expected);
      page.push({ position, revision: -1, response });
      expected += step;
      if ((bytes += response.length) >= this.pageBytes) break;
    }
    return page.length > 0 ? page : upToDamage(page, expected);
  }

  /**
   * A page of a stream, from revision `from` inclusive in either direction, down to `first`. Backwards `from` has to exist.
   * @param last the stream's last revision: an end before it is damage
   */
  readStream(stream: number, from: number, backwards: boolean, first: number, limit = PAGE_EVENTS, last = -1): ReadEntry[] {
    const page = this.reading(0, () => this.streamPage(stream, from, backwards, first, limit));
    const isThere = backwards ? from >= Math.max(first, 0) : Math.max(from, first) <= last;
    if (page.length === 0 && isThere) throw new DamagedEvent(0);
    return page;
  }

  private streamPage(stream: number, from: number, backwards: boolean, first: number, limit: number): ReadEntry[] {
    const page: ReadEntry[] = [];
    const lowest = Math.max(first, 0);
    if (backwards && from < lowest) return page;
    const step = backwards ? -1 : 1;
    let expected = backwards ? from : Math.max(from, lowest);
    if (expected >= BEYOND_NUMBERS) return page;
    let bytes = 0;
    const end = backwards ? { stream, revision: lowest } : { stream: stream + 1, revision: 0 };
    const range = {
      start: { stream, revision: expected },
      end,
      reverse: backwards,
      inclusiveEnd: backwards,
      limit: Math.min(limit, PAGE_EVENTS),
    };
    for (const { key: place, value } of this.tables.index.getRange(range)) {
      const position = place.revision === expected ? positionIn(value, place) : undefined;
      if (position === undefined) return upToDamage(page, 0);
      const response = this.responseAt(position);
      if (!response) return upToDamage(page, position);
      page.push({ position, revision: place.revision, response });
      expected += step;
      if ((bytes += response.length) >= this.pageBytes) break;
    }
    return page;
  }

  eventAt(stream: number, revision: number): ReadEntry | undefined {
    return this.reading(0, () => {
      const place = { stream, revision };
      const row = this.tables.index.getBinaryFast(place);
      if (row === undefined) return undefined;
      const position = positionIn(row, place) ?? 0;
      const response = this.responseAt(position);
      if (!response) throw new DamagedEvent(position);
      return { position, revision, response };
    });
  }

  /** @throws when the disk refuses; the folder is closed all the same */
  async close(): Promise<void> {
    leaveFolder(this.tables.settings);
    this.fileLength.keep();
    this.fileLength.close();
    await this.tables.env.close();
  }

  /** A page that leads nowhere is an error of LMDB, which also makes the read transaction useless. */
  private reading<Result>(position: number, read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      if (error instanceof DamagedEvent || error instanceof RangeError || error instanceof TypeError) throw error;
      this.tables.env.resetReadTxn();
      throw new DamagedEvent(position);
    }
  }

  private responseAt(position: number): Buffer | undefined {
    const stored = this.tables.log.get(position);
    return stored && readResponseOf(stored, position);
  }

  private checkFormat(): void {
    const { settings } = this.tables;
    const format: unknown = settings.get('format');
    if (format === undefined) settings.putSync('format', FORMAT);
    else if (format !== FORMAT)
      throw new Error(`The folder ${this.folder} holds an event store of format ${String(format)}; this version reads format ${FORMAT}.`);
  }

  /** New events get their positions from the last one, so that one must be beyond doubt. */
  private findLastPosition(): number {
    for (const { key: position, value } of this.tables.log.getRange({ start: BEYOND_NUMBERS, reverse: true, limit: 1 })) {
      if (!readResponseOf(value, position))
        throw new DamagedFolder(this.folder, `its last event, at position ${position}, is not as it was written`);
      return position;
    }
    return 0;
  }
}

/** Everything before a damaged event is served; only a reader who goes on is told. */
function upToDamage(page: ReadEntry[], position: number): ReadEntry[] {
  if (page.length === 0) throw new DamagedEvent(position);
  return page;
}
