import { hash } from 'node:crypto';
import type { LogEntry } from '@isegoria/contracts';
import { AppendTree, leafHash, parseLeaf, type LeafEntry } from '@isegoria/merkle-log';
import { Finding } from '../finding';
import { StreamRevisions } from './stream-revisions';

export const sha256 = (bytes: Uint8Array): Uint8Array => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

/** An event whose body was given and is the one that its leaf commits to. */
export interface GivenEvent {
  readonly seq: number;
  readonly position: number;
  readonly type: string;
  /** When the log recorded it. */
  readonly time: string;
  readonly data: string;
  readonly metadata: string;
}

/** Streams whose bodies the log must give to everybody. */
const publicStreams = /^(page|consultation|statement|ballot|comment|question)-/;
/** Subtrees of so many levels and more are kept, to find a wrong leaf by: one hash for a thousand leaves. */
export const keptLevel = 10;

/** The log as it is rebuilt from its entries, each held against its leaf; memory stays small however long the log is. */
export class RebuiltLog {
  private readonly tree = new AppendTree(sha256);
  private readonly revisions = new StreamRevisions();
  private readonly kept = new Map<string, Uint8Array>();
  /** Where the last event was in the event store; -1 before the first. */
  position = -1;

  get size(): number {
    return this.tree.size;
  }

  get streams(): number {
    return this.revisions.streams;
  }

  root(): Uint8Array {
    return this.tree.root();
  }

  /** The tree as it was at a size that is a multiple of 2^{@link keptLevel}. */
  earlier(size: number): Promise<AppendTree> {
    return AppendTree.resume(sha256, size, (level, index) => this.kept.get(`${level}/${index}`)!);
  }

  /**
   * Takes the next line of the feed.
   * @returns its event when the body was given
   * @throws Finding log, naming the entry and what is wrong with it
   */
  take(line: string): GivenEvent | undefined {
    const seq = this.size;
    const entry = readEntry(line, seq);
    const leafBytes = Buffer.from(entry.leaf);
    const leaf = parseLeaf(leafBytes);
    if (!leaf) throw new Finding('log', `The leaf of entry ${seq} is not in the one form that a leaf has.`);
    this.check(entry, leaf, seq);
    for (const { level, index, hash } of this.tree.append(leafHash(sha256, leafBytes))) {
      if (level >= keptLevel) this.kept.set(`${level}/${index}`, hash);
    }
    this.position = entry.position;
    return givenEvent(entry, leaf);
  }

  private check(entry: LogEntry, leaf: LeafEntry, seq: number): void {
    if (entry.seq !== seq || leaf.seq !== seq) throw new Finding('log', `Where entry ${seq} must be, the log gives entry ${entry.seq} with the leaf of ${leaf.seq}.`);
    if (entry.position < this.position) throw new Finding('log', `Entry ${seq} goes back in the event store: position ${entry.position} after ${this.position}.`);
    const expected = this.revisions.take(leaf.stream);
    if (leaf.revision !== expected) {
      throw new Finding('log', `Entry ${seq} is revision ${leaf.revision} of its stream where ${expected} must come next: an event is missing or doubled.`);
    }
    if (entry.data === null && entry.metadata === null && !publicStreams.test(leaf.stream)) return;
    for (const part of ['data', 'metadata'] as const) {
      const given = entry[part];
      if (given === null) throw new Finding('log', `The log withholds the ${part} of entry ${seq}, which is of a public context.`);
      if (hash('sha256', Buffer.from(given, 'base64'), 'hex') !== leaf[part]) {
        throw new Finding('log', `The ${part} of entry ${seq} is not what its leaf commits to: it was altered after it was recorded.`);
      }
    }
  }
}

function readEntry(line: string, seq: number): LogEntry {
  try {
    const entry = JSON.parse(line) as LogEntry;
    const isBody = (value: unknown) => value === null || typeof value === 'string';
    if (typeof entry.leaf === 'string' && Number.isSafeInteger(entry.position) && isBody(entry.data) && isBody(entry.metadata)) return entry;
  } catch {
    // Told below.
  }
  throw new Finding('log', `Entry ${seq} cannot be read.`);
}

function givenEvent({ position, data, metadata }: LogEntry, { seq, type, time }: LeafEntry): GivenEvent | undefined {
  if (data === null || metadata === null) return undefined;
  return { seq, position, type, time, data: textOf(data), metadata: textOf(metadata) };
}

function textOf(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
