import { randomUUID } from 'node:crypto';
import { decide, type WrittenEvents } from '../rules/decision';
import {
  isMetastream,
  isSoftDeleted,
  metastreamOf,
  originalOf,
  TOMBSTONE_REVISION,
  type Change,
  type Outcome,
  type ProposedEvent,
  type StreamHead,
} from '../rules/model';
import type { RecentIds } from '../rules/recent-ids';
import { dataOf, encodeStoredEvent, factsOf } from './stored-event';
import { DamagedEvent } from './damage';
import type { LogEntry, Storage } from './storage';
import { recreation, softDeletion, truncationIn } from '../rules/stream-metadata';

/** The counters that only ever grow. */
export interface Counters {
  lastPosition: number;
  lastStream: number;
}

/**
 * What one transaction will write. Changes are decided one after another, each on the disk's state as the
 * changes before it in the same group leave it.
 */
export class WriteGroup {
  readonly entries: LogEntry[] = [];
  readonly heads = new Map<string, StreamHead>();
  /** Metadata written in this group, not yet on disk. */
  private readonly metadata = new Map<string, Uint8Array>();

  constructor(
    private readonly storage: Storage,
    private readonly recent: RecentIds,
    private readonly counters: Counters,
    private readonly now: number,
  ) {}

  apply(change: Change): Outcome {
    if (change.deadline !== undefined && change.deadline < this.now) return { kind: 'too-late' };
    try {
      return this.decideAndApply(change);
    } catch (error) {
      // Whatever is read for a change is read before anything of it is written.
      if (error instanceof DamagedEvent) return { kind: 'damaged', position: error.position };
      throw error;
    }
  }

  private decideAndApply(change: Change): Outcome {
    const head = this.headOf(change.stream);
    const ids = change.kind === 'append' ? change.events.map(({ id }) => id) : [randomUUID()];
    const decision = decide(head, change.expected, ids, this.writtenTo(change.stream, head));
    const current = head?.revision ?? -1;
    if (decision.kind === 'stream-deleted') return decision;
    if (decision.kind === 'wrong-expected-version') return { kind: 'wrong-expected-version', current };
    if (decision.kind === 'already-written') return this.alreadyWritten(change, head, decision.lastRevision);
    if (change.kind === 'append') return this.append(change.stream, head, change.events);
    if (change.kind === 'tombstone') return this.tombstone(change.stream, head);
    return this.softDelete(change.stream, head);
  }

  private append(stream: string, head: StreamHead | undefined, events: readonly ProposedEvent[]): Outcome {
    if (events.length === 0) return { kind: 'done', revision: head?.revision ?? -1, position: undefined };
    const deleted = head !== undefined && isSoftDeleted(head);
    if (deleted) this.recreate(stream, head.revision + 1);
    // Bringing a stream back rewrites its head.
    const revision = this.write(stream, deleted ? this.headOf(stream) : head, events);
    return { kind: 'done', revision, position: this.counters.lastPosition };
  }

  private softDelete(stream: string, head: StreamHead | undefined): Outcome {
    if (!head) return { kind: 'wrong-expected-version', current: -1 };
    this.writeMetadata(stream, softDeletion());
    return { kind: 'done', revision: head.revision, position: this.counters.lastPosition };
  }

  private tombstone(stream: string, head: StreamHead | undefined): Outcome {
    const { number, revision } = head ?? { number: ++this.counters.lastStream, revision: -1 };
    const position = ++this.counters.lastPosition;
    const event: ProposedEvent = {
      id: randomUUID(),
      type: '$streamDeleted',
      isJson: false,
      data: new Uint8Array(),
      metadata: new Uint8Array(),
    };
    const stored = encodeStoredEvent(event, { stream, revision: TOMBSTONE_REVISION, position, createdAt: this.now });
    this.entries.push({ position, stream: number, revision: undefined, stored });
    this.heads.set(stream, { number, revision, tombstoned: true });
    return { kind: 'done', revision, position };
  }

  /** A deleted stream that is written to again goes on with its numbering and shows only what is new. */
  private recreate(stream: string, firstRevision: number): void {
    this.writeMetadata(stream, recreation(this.metadataOf(stream), firstRevision));
  }

  private writeMetadata(stream: string, metadata: Buffer): void {
    const metastream = metastreamOf(stream);
    this.write(metastream, this.headOf(metastream), [metadataEvent(metadata)]);
  }

  /** @returns the revision of the last event */
  private write(stream: string, head: StreamHead | undefined, events: readonly ProposedEvent[]): number {
    const number = head?.number ?? ++this.counters.lastStream;
    let revision = head?.revision ?? -1;
    for (const event of events) {
      revision += 1;
      const position = ++this.counters.lastPosition;
      const stored = encodeStoredEvent(event, { stream, revision, position, createdAt: this.now });
      this.entries.push({ position, stream: number, revision, stored });
      this.recent.remember(event.id, { stream, revision, position });
    }
    this.heads.set(stream, { ...head, number, revision });
    if (isMetastream(stream)) this.obeyMetadata(originalOf(stream), events[events.length - 1]!.data);
    return revision;
  }

  private obeyMetadata(stream: string, metadata: Uint8Array): void {
    const { number, revision } = this.headOf(stream) ?? { number: ++this.counters.lastStream, revision: -1 };
    this.metadata.set(stream, metadata);
    this.heads.set(stream, { number, revision, ...truncationIn(metadata) });
  }

  private alreadyWritten(change: Change, head: StreamHead | undefined, revision: number): Outcome {
    const recent = this.recent.find(change.events[change.events.length - 1]?.id ?? '');
    if (recent?.stream === change.stream && recent.revision === revision) return { kind: 'done', revision, position: recent.position };
    return { kind: 'done', revision, position: this.storage.eventAt(head!.number, revision)?.position };
  }

  private writtenTo(stream: string, head: StreamHead | undefined): WrittenEvents {
    return {
      recentRevision: (id) => {
        const recent = this.recent.find(id);
        return recent?.stream === stream ? recent.revision : undefined;
      },
      isAt: (id, revision) => this.isAt(stream, head, id, revision),
      hasMetadata: () => head !== undefined,
    };
  }

  /** Events of this same group are not on disk yet, but among the recent ones. */
  private isAt(stream: string, head: StreamHead | undefined, id: string, revision: number): boolean {
    const recent = this.recent.find(id);
    if (recent?.stream === stream && recent.revision === revision) return true;
    const written = head && this.storage.eventAt(head.number, revision);
    return written !== undefined && factsOf(written.response).id === id;
  }

  private metadataOf(stream: string): Uint8Array {
    const pending = this.metadata.get(stream);
    if (pending) return pending;
    const head = this.storage.head(metastreamOf(stream));
    const latest = head && this.storage.eventAt(head.number, head.revision);
    return latest ? dataOf(latest.response) : new Uint8Array();
  }

  /** A tombstone seals the stream's metadata as well. */
  private headOf(stream: string): StreamHead | undefined {
    const head = this.heads.get(stream) ?? this.storage.head(stream);
    if (!isMetastream(stream)) return head;
    const original = this.heads.get(originalOf(stream)) ?? this.storage.head(originalOf(stream));
    return original?.tombstoned ? { ...(head ?? original), tombstoned: true } : head;
  }
}

const metadataEvent = (data: Buffer): ProposedEvent => ({
  id: randomUUID(),
  type: '$metadata',
  isJson: true,
  data,
  metadata: new Uint8Array(),
});
