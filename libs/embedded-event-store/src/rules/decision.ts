import { isSoftDeleted, type ExpectedRevision, type StreamHead } from './model';

/** What the decision needs to know of events that are already written to the stream in question. */
export interface WrittenEvents {
  /** Whether this stream's event at the revision has that id. */
  isAt(id: string, revision: number): boolean;
  /** The revision of a recently written event of this stream, by id. */
  recentRevision(id: string): number | undefined;
  /** Whether the stream has metadata of its own: that makes it exist without any event. */
  hasMetadata(): boolean;
}

export type Decision =
  | { readonly kind: 'write' }
  | { readonly kind: 'already-written'; readonly lastRevision: number }
  | { readonly kind: 'wrong-expected-version' }
  | { readonly kind: 'stream-deleted' };

const WRITE: Decision = { kind: 'write' };
const WRONG: Decision = { kind: 'wrong-expected-version' };
const DELETED: Decision = { kind: 'stream-deleted' };

/**
 * Whether events with these ids may be written, follow what was already written, or contradict the stream.
 * The rules are those of EventStoreDB's index writer: an exact revision is idempotent for ever, `any` and
 * `stream_exists` as far back as ids are remembered, and a partial overlap is a wrong expected version (at `any` also where
 * the first event is a new one, which EventStoreDB writes a second time).
 */
export function decide(head: StreamHead | undefined, expected: ExpectedRevision, ids: readonly string[], written: WrittenEvents): Decision {
  if (head?.tombstoned) return DELETED;
  const current = head?.revision ?? -1;
  if (expected === 'stream_exists') {
    if (head && isSoftDeleted(head)) return DELETED;
    if (current < 0 && !written.hasMetadata()) return WRONG;
  }
  if (expected === 'any' || expected === 'stream_exists') return decideByRecentIds(ids, written);
  const revision = expected === 'no_stream' ? -1 : expected;
  if (revision > current) return WRONG;
  if (revision === current) return WRITE;
  return decideByRevision(head, revision, ids, written);
}

function decideByRecentIds(ids: readonly string[], written: WrittenEvents): Decision {
  let known = 0;
  let lastRevision = -1;
  for (const id of ids) {
    const revision = written.recentRevision(id);
    if (revision === undefined) continue;
    known += 1;
    lastRevision = revision;
  }
  if (known === 0) return WRITE;
  return known === ids.length ? { kind: 'already-written', lastRevision } : WRONG;
}

function decideByRevision(head: StreamHead | undefined, expected: number, ids: readonly string[], written: WrittenEvents): Decision {
  for (const [index, id] of ids.entries()) {
    if (written.isAt(id, expected + 1 + index)) continue;
    const recreates = index === 0 && expected === -1 && head !== undefined && isSoftDeleted(head);
    return recreates ? WRITE : WRONG;
  }
  return ids.length === 0 ? WRONG : { kind: 'already-written', lastRevision: expected + ids.length };
}
