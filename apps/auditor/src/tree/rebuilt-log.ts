import { hash } from 'node:crypto';
import { isPublicStream, type LogEntry } from '@isegoria/contracts';
import { AppendTree, leafTextHash, parseLeaf, type LeafEntry, type TreeNode } from '@isegoria/merkle-log';
import { Finding } from '@isegoria/audit-kit';
import { commitmentsOf } from './commitments';
import { StreamRevisions } from './stream-revisions';
import { TakenEntry } from './taken-entry';

export const sha256 = (content: Uint8Array | string): Uint8Array => Buffer.from(hash('sha256', content, 'binary'), 'binary');

/** Subtrees with at least this many levels are kept, to find a wrong leaf: one hash for a thousand leaves. */
export const keptLevel = 10;

/** The log, rebuilt from its entries, each checked against its leaf; memory stays small however long the log is. */
export class RebuiltLog {
  readonly revisions = new StreamRevisions();
  private readonly kept = new Map<string, Uint8Array>();
  /** Where the last event was in the event store; -1 before the first. */
  position = -1;

  /**
   * @param mustShowAll whether the reader must be given the bodies of all events, and not only of those that everybody may read
   * @param onNodes told of the subtrees that each leaf completes
   * @param tree the part that was verified before, where the log is read from there on, and its complete subtrees
   */
  constructor(
    private readonly mustShowAll = false,
    private readonly onNodes: (nodes: readonly TreeNode[], leaf: string) => void = () => undefined,
    private readonly tree = new AppendTree(sha256),
    subtrees: readonly TreeNode[] = [],
    /** The first entry that is read. */
    readonly start = tree.size,
  ) {
    for (const { level, index, hash } of subtrees) this.kept.set(`${level}/${index}`, hash);
  }

  get size(): number {
    return this.tree.size;
  }

  get streams(): number {
    return this.revisions.streams;
  }

  root(): Uint8Array {
    return this.tree.root();
  }

  /** The tree as it was where the reading began, or at a later size that is a multiple of 2^{@link keptLevel}. */
  earlier(size: number): Promise<AppendTree> {
    return AppendTree.resume(sha256, size, (level, index) => this.kept.get(`${level}/${index}`)!);
  }

  /**
   * Takes the next line of the feed.
   * @throws Finding log, gap or body, naming the entry and what is wrong with it
   */
  take(line: string): TakenEntry {
    const seq = this.size;
    const entry = readEntry(line, seq);
    const leaf = parseLeaf(entry.leaf);
    if (!leaf) throw new Finding('log', `The leaf of entry ${seq} is not in the one form that a leaf has.`, seq);
    this.checkPlace(entry, leaf, seq);
    const taken = heldAgainstLeaf(entry, leaf, this.mustShowAll || isPublicStream(leaf.stream));
    const nodes = this.tree.append(leafTextHash(sha256, entry.leaf));
    for (const { level, index, hash } of nodes) if (level >= keptLevel) this.kept.set(`${level}/${index}`, hash);
    this.onNodes(nodes, entry.leaf);
    this.position = entry.position;
    return taken;
  }

  private checkPlace(entry: LogEntry, leaf: LeafEntry, seq: number): void {
    if (entry.seq !== seq || leaf.seq !== seq) {
      throw new Finding('gap', `Where entry ${seq} must be, the log gives entry ${entry.seq} with the leaf of ${leaf.seq}.`, seq);
    }
    if (entry.position < this.position) {
      throw new Finding('gap', `Entry ${seq} goes back in the event store: position ${entry.position} after ${this.position}.`, seq);
    }
    const expected = this.start === 0 ? this.revisions.take(leaf.stream) : this.revisions.takeFrom(leaf.stream, leaf.revision);
    if (leaf.revision === expected) return;
    throw new Finding(
      'gap',
      `Entry ${seq} is revision ${leaf.revision} of its stream where ${expected} must come next: an event is missing or doubled.`,
      seq,
    );
  }
}

/** @throws Finding body if the bytes are not those of the leaf, or are withheld from somebody who must get them */
function heldAgainstLeaf({ data, metadata, position }: LogEntry, leaf: LeafEntry, mustBeShown: boolean): TakenEntry {
  if (data === null && metadata === null && !mustBeShown) return new TakenEntry(position, leaf, undefined);
  const taken = new TakenEntry(position, leaf, { data: bytesOf('data', data, leaf), metadata: bytesOf('metadata', metadata, leaf) });
  if ((leaf.commitments ?? []).join() !== commitmentsOf(taken.stored?.data).join()) {
    throw new Finding('body', `The sealed texts of entry ${leaf.seq} do not commit to what its leaf says.`, leaf.seq);
  }
  return taken;
}

function bytesOf(part: 'data' | 'metadata', given: string | null, leaf: LeafEntry): Buffer {
  const { seq } = leaf;
  if (given === null) throw new Finding('body', withheld(part, leaf), seq);
  const bytes = Buffer.from(given, 'base64');
  // Only one way to write the bytes, so that every bit in a copy of the log is checked.
  if (bytes.toString('base64') !== given) throw new Finding('body', `The ${part} of entry ${seq} is not in the one form of base64.`, seq);
  if (hash('sha256', bytes, 'hex') === leaf[part]) return bytes;
  throw new Finding('body', `The ${part} of entry ${seq} is not what its leaf commits to: it was altered after it was recorded.`, seq);
}

function withheld(part: string, { seq, stream }: LeafEntry): string {
  const whose = isPublicStream(stream) ? 'which is of a public context' : 'which an auditor gets';
  return `The log does not give the ${part} of entry ${seq}, ${whose}: it withholds them, or its event store no longer has the event as it was recorded.`;
}

function readEntry(line: string, seq: number): LogEntry {
  try {
    const entry = JSON.parse(line) as LogEntry;
    const isBody = (value: unknown) => value === null || typeof value === 'string';
    if (typeof entry.leaf === 'string' && Number.isSafeInteger(entry.position) && isBody(entry.data) && isBody(entry.metadata))
      return entry;
  } catch {
    // Told below.
  }
  throw new Finding('log', `Entry ${seq} cannot be read.`, seq);
}
