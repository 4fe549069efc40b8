/** An event as a client proposes it. `data` and `metadata` are the bytes as they came in. */
export interface ProposedEvent {
  /** UUID, lower case, 36 characters. */
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** What the client expects of the stream: the revision of its last event, or a state. */
export type ExpectedRevision = number | 'any' | 'no_stream' | 'stream_exists';

/** What is known of a stream without reading its events. */
export interface StreamHead {
  /** The stream's number in the index; names are long, numbers are not. */
  readonly number: number;
  /** Revision of the last event; -1 for a stream that has metadata only. */
  readonly revision: number;
  readonly tombstoned?: boolean;
  /** From the stream's metadata: events before this revision are hidden at read. */
  readonly truncateBefore?: number;
  /** From the stream's metadata: only so many last events are shown. */
  readonly maxCount?: number;
  /** From the stream's metadata, in seconds: older events are hidden at read. */
  readonly maxAge?: number;
}

/** An append, a delete or a tombstone, waiting for its turn. */
export interface Change {
  readonly kind: 'append' | 'delete' | 'tombstone';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly ProposedEvent[];
  /** Nobody waits for the answer any more after this (milliseconds since the epoch), so it is then not written. */
  readonly deadline?: number;
}

/** How a change ended. `position` is absent where nothing was ever written. */
export type Outcome =
  | { readonly kind: 'done'; readonly revision: number; readonly position: number | undefined }
  | { readonly kind: 'wrong-expected-version'; readonly current: number }
  | { readonly kind: 'stream-deleted' }
  /** The turn came after the deadline. */
  | { readonly kind: 'too-late' }
  /** An event that the change had to be compared with is damaged on disk. */
  | { readonly kind: 'damaged'; readonly position: number };

/** An append above this many bytes is refused, as EventStoreDB does by default. */
export const MAX_APPEND_BYTES = 1024 * 1024;
/** Longest stream name in bytes of UTF-8; it is a key in the storage. */
export const MAX_STREAM_NAME_BYTES = 1024;

/** Longest event type in bytes of UTF-8; filters are tried on it. */
export const MAX_TYPE_BYTES = 1024;

/** `$tb` of a soft-deleted stream, 2^63 - 1, as a JavaScript number; the wire carries it exactly. */
export const SOFT_DELETED = Number(2n ** 63n - 1n);
/** The revision that a tombstone carries on the wire. */
export const TOMBSTONE_REVISION = 2n ** 63n - 1n;

export const isMetastream = (stream: string): boolean => stream.startsWith('$$');
export const metastreamOf = (stream: string): string => `$$${stream}`;
export const originalOf = (metastream: string): string => metastream.slice(2);
export const isSoftDeleted = (head: StreamHead): boolean => (head.truncateBefore ?? 0) >= SOFT_DELETED;
