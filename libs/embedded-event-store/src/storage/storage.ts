import { mkdirSync } from 'node:fs';
import { open, type Database, type RootDatabase } from 'lmdb';
import { leaveFolder, takeFolder } from './folder-owner';
import type { StreamHead } from '../rules/model';
import { readResponseOf } from './stored-event';

/** A page of a read ends after so many events or bytes, whichever comes first: that bounds a reader's memory. */
const PAGE_EVENTS = 512;
const PAGE_BYTES = 512 * 1024;
const FORMAT = 1;

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

/** A stored event whose checksum does not fit. It is never served. */
export class DamagedEvent extends Error {
  constructor(readonly position: number) {
    super(`The event at position ${position} is damaged on disk and is not served; restore the folder from a backup.`);
  }
}

/**
 * Three tables: the log (position -> event), the index (stream and revision -> position) and the heads (stream
 * name -> head). One transaction writes to all of them or to none, and ends when it is flushed.
 */
export class Storage {
  private readonly env: RootDatabase;
  private readonly log: Database<Buffer, number>;
  private readonly index: Database<number, Buffer>;
  private readonly heads: Database<StreamHead, Buffer>;
  private readonly settings: Database;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    // Without overlapping flushes a transaction becomes visible only once it is on disk.
    this.env = open({ path: folder, maxDbs: 8, overlappingSync: false, noSubdir: false });
    this.settings = this.env.openDB({ name: 'settings' });
    this.log = this.env.openDB({ name: 'log', encoding: 'binary' });
    this.index = this.env.openDB({ name: 'index', encoding: 'ordered-binary', keyEncoding: 'binary' });
    this.heads = this.env.openDB({ name: 'heads', keyEncoding: 'binary' });
  }

  /** @throws a sentence when another process has the folder or its format is not known */
  async take(folder: string): Promise<void> {
    try {
      takeFolder(this.env, this.settings, folder);
    } catch (error) {
      await this.env.close();
      throw error;
    }
    const format: unknown = this.settings.get('format');
    if (format === undefined) this.settings.putSync('format', FORMAT);
    else if (format !== FORMAT) {
      await this.close();
      throw new Error(`The folder ${folder} holds an event store of format ${String(format)}; this version reads format ${FORMAT}.`);
    }
  }

  head(stream: string): StreamHead | undefined {
    return this.heads.get(Buffer.from(stream));
  }

  /** The position of the last event; 0 for an empty store. */
  lastPosition(): number {
    for (const position of this.log.getKeys({ reverse: true, limit: 1 })) return position;
    return 0;
  }

  streamCount(): number {
    return (this.heads.getStats() as { entryCount: number }).entryCount;
  }

  /**
   * Atomic; returns when the disk has it. Measured against LMDB's asynchronous transactions: the way to its thread
   * and back takes longer than a flush, and costs a third more processor time an append.
   */
  write(entries: readonly LogEntry[], heads: ReadonlyMap<string, StreamHead>): void {
    this.env.transactionSync(() => {
      for (const { position, stream, revision, stored } of entries) {
        this.log.putSync(position, stored);
        if (revision !== undefined) this.index.putSync(indexKey(stream, revision), position);
      }
      for (const [stream, head] of heads) this.heads.putSync(Buffer.from(stream), head);
    });
  }

  /** A page of the log. Forwards from `from` inclusive, backwards from just before it. */
  readLog(from: number, backwards: boolean, limit = PAGE_EVENTS): ReadEntry[] {
    const page: ReadEntry[] = [];
    let bytes = 0;
    if (backwards && from <= 1) return page;
    const range = backwards ? { start: from - 1, reverse: true } : { start: from };
    for (const { key: position, value } of this.log.getRange({ ...range, limit: Math.min(limit, PAGE_EVENTS) })) {
      const response = readResponseOf(value);
      if (!response) return upToDamage(page, position);
      page.push({ position, revision: -1, response });
      if ((bytes += response.length) >= PAGE_BYTES) break;
    }
    return page;
  }

  /** A page of a stream, from revision `from` inclusive in either direction, down to `first`. */
  readStream(stream: number, from: number, backwards: boolean, first: number, limit = PAGE_EVENTS): ReadEntry[] {
    const page: ReadEntry[] = [];
    let bytes = 0;
    if (backwards && from < first) return page;
    const range = backwards
      ? { start: indexKey(stream, from), end: indexKey(stream, first - 1), reverse: true }
      : { start: indexKey(stream, Math.max(from, first)), end: indexKey(stream + 1, 0) };
    for (const { key, value: position } of this.index.getRange({ ...range, limit: Math.min(limit, PAGE_EVENTS) })) {
      const stored = this.log.get(position);
      const response = stored && readResponseOf(stored);
      if (!response) return upToDamage(page, position);
      page.push({ position, revision: revisionIn(key), response });
      if ((bytes += response.length) >= PAGE_BYTES) break;
    }
    return page;
  }

  eventAt(stream: number, revision: number): ReadEntry | undefined {
    return this.readStream(stream, revision, false, revision, 1).find((entry) => entry.revision === revision);
  }

  async close(): Promise<void> {
    leaveFolder(this.settings);
    await this.env.close();
  }
}

/** What lies before a damaged event is served, and only who reads on is told. */
function upToDamage(page: ReadEntry[], position: number): ReadEntry[] {
  if (page.length === 0) throw new DamagedEvent(position);
  return page;
}

/** Six bytes each, big-endian, so that keys sort by stream and then by revision (from -1 on, hence the shift). */
function indexKey(stream: number, revision: number): Buffer {
  const key = Buffer.allocUnsafe(12);
  key.writeUIntBE(stream, 0, 6);
  key.writeUIntBE(revision + 1, 6, 6);
  return key;
}

const revisionIn = (key: Buffer): number => key.readUIntBE(6, 6) - 1;
