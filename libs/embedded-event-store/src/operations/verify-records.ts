import type { Transaction } from 'lmdb';
import type { StreamHead } from '../rules/model';
import { DamagedEvent } from '../storage/damage';
import { Heads } from '../storage/heads';
import { BEYOND_NUMBERS, type StreamPlace } from '../storage/keys';
import { factsOf, readResponseOf } from '../storage/stored-event';
import { positionIn } from '../storage/stored-index';
import type { Tables } from '../storage/tables';
import type { Findings, OperationOptions, Progress } from './finding';

const PAUSE_EVERY = 2048;
const REMEMBERED_HEADS = 10_000;

/**
 * Holds the log, the index and the heads against each other in one snapshot, with cursors: what is kept in memory
 * does not grow with the store.
 */
export class RecordCheck {
  events = 0;
  streams = 0;
  /** Events that belong into the index: all but tombstones. */
  private indexable = 0;
  private rows = 0;
  private steps = 0;
  private readonly heads: Heads;
  private remembered = new Map<string, StreamHead | undefined>();

  constructor(
    private readonly tables: Tables,
    private readonly transaction: Transaction,
    private readonly findings: Findings,
    private readonly options: OperationOptions,
  ) {
    this.heads = new Heads(tables);
  }

  async run(): Promise<void> {
    const slot = this.heads.load(this.transaction);
    if (slot !== undefined)
      this.findings.add({ sentence: `the head of a stream, number ${slot} of those that changed last, is not as it was written` });
    await this.checkLog();
    await this.checkIndex();
    await this.checkHeads();
    if (this.rows !== this.indexable) {
      this.findings.add({ sentence: `the index leads to ${this.rows} events, but the log has ${this.indexable} that belong into it` });
    }
  }

  /** Every event is as it was written, positions have no gap, and the index leads to each. */
  private async checkLog(): Promise<void> {
    let expected = 1;
    for (const { key: position, value } of this.tables.log.getRange({ start: 0, transaction: this.transaction })) {
      if (position !== expected) {
        this.findings.add({ position: expected, sentence: `position ${expected} is missing: ${expected - 1} is followed by ${position}` });
      }
      expected = position + 1;
      this.events += 1;
      this.checkEvent(position, value);
      await this.pause('events', this.events, this.tables.log);
    }
    this.tell('events', this.events, this.events);
  }

  private checkEvent(position: number, stored: Buffer): void {
    const response = readResponseOf(stored, position);
    if (!response) {
      this.indexable += 1;
      return this.findings.add({
        position,
        sentence: `the event at position ${position} is not as it was written: its checksum does not fit`,
      });
    }
    const { stream, revision, position: own } = factsOf(response);
    if (own !== position)
      this.findings.add({ position, stream, sentence: `the event at position ${position} was written for position ${own}` });
    if (revision >= BEYOND_NUMBERS) return this.checkTombstone(position, stream);
    this.indexable += 1;
    const head = this.head(stream);
    if (!head)
      return this.findings.add({
        position,
        stream,
        sentence: `the event at position ${position} is of stream ${stream}, which has no sound head`,
      });
    const place = { stream: head.number, revision };
    const row = this.tables.index.get(place, { transaction: this.transaction });
    if (row === undefined || positionIn(row, place) !== position) {
      this.findings.add({
        position,
        stream,
        sentence: `the index does not lead to revision ${revision} of stream ${stream} at position ${position}`,
      });
    }
  }

  private checkTombstone(position: number, stream: string): void {
    if (!this.head(stream)?.tombstoned)
      this.findings.add({ position, stream, sentence: `stream ${stream} has a tombstone at position ${position}, but its head has none` });
  }

  /** Every row is as it was written, and revisions have no gap. */
  private async checkIndex(): Promise<void> {
    let expected = { stream: -1, revision: 0 };
    for (const { key: place, value } of this.tables.index.getRange({ start: { stream: 0, revision: 0 }, transaction: this.transaction })) {
      this.rows += 1;
      if (place.stream !== expected.stream) expected = { stream: place.stream, revision: 0 };
      const position = positionIn(value, place);
      if (place.revision !== expected.revision) this.addGap(expected, place.revision, position);
      expected.revision = place.revision + 1;
      if (position === undefined)
        this.findings.add({
          sentence: `the index's row of revision ${place.revision} of stream number ${place.stream} is not as it was written`,
        });
      await this.pause('index', this.rows, this.tables.index);
    }
    this.tell('index', this.rows, this.rows);
  }

  /** Every head is as it was written and names the last revision that the index has. */
  private async checkHeads(): Promise<void> {
    const young = new Set(this.heads.youngNames());
    for (const { key: stream } of this.tables.heads.getRange({ start: '', transaction: this.transaction })) {
      young.delete(stream);
      this.checkHead(stream);
      await this.pause('streams', this.streams, this.tables.heads);
    }
    for (const stream of young) this.checkHead(stream);
    this.tell('streams', this.streams, this.streams);
  }

  private checkHead(stream: string): void {
    this.streams += 1;
    const head = this.head(stream);
    if (!head) return this.findings.add({ stream, sentence: `the head of stream ${stream} is not as it was written` });
    const last = this.lastRevisionOf(head.number);
    if (last !== head.revision)
      this.findings.add({
        stream,
        sentence: `stream ${stream} ends at revision ${last} in the index, but at ${head.revision} in its head`,
      });
  }

  private lastRevisionOf(stream: number): number {
    const range = {
      start: { stream, revision: BEYOND_NUMBERS },
      end: { stream, revision: 0 },
      reverse: true,
      inclusiveEnd: true,
      limit: 1,
    };
    for (const { key } of this.tables.index.getRange({ ...range, transaction: this.transaction })) return key.revision;
    return -1;
  }

  private addGap({ stream: number, revision }: StreamPlace, next: number, position: number | undefined): void {
    const stored = position === undefined ? undefined : this.tables.log.get(position, { transaction: this.transaction });
    const response = stored && position && readResponseOf(stored, position);
    const stream = response ? factsOf(response).stream : undefined;
    this.findings.add({
      position,
      stream,
      sentence: `revision ${revision} of stream ${stream ?? `number ${number}`} is missing: the next is ${next}`,
    });
  }

  /** Streams come again soon after one another more often than not. */
  private head(stream: string): StreamHead | undefined {
    if (this.remembered.has(stream)) return this.remembered.get(stream);
    const head = this.findHead(stream);
    if (this.remembered.size >= REMEMBERED_HEADS) this.remembered.clear();
    this.remembered.set(stream, head);
    return head;
  }

  private findHead(stream: string): StreamHead | undefined {
    try {
      return this.heads.find(stream, this.transaction);
    } catch (error) {
      if (error instanceof DamagedEvent) return undefined;
      throw error;
    }
  }

  private async pause(step: Progress['step'], done: number, table: { getStats(): object }): Promise<void> {
    this.steps += 1;
    if (this.steps % PAUSE_EVERY !== 0) return;
    this.tell(step, done, (table.getStats() as { entryCount: number }).entryCount);
    await new Promise(setImmediate);
  }

  private tell(step: Progress['step'], done: number, total: number): void {
    this.options.onProgress?.({ step, done, total });
  }
}
