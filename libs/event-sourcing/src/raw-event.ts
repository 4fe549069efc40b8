/** A place in the log. Events that one append wrote may share their commit position on a cluster; the prepare position tells them apart. */
export interface LogPlace {
  readonly commit: number;
  readonly prepare: number;
}

/** An event with the very bytes that the store holds, not parsed. */
export interface RawEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly place: LogPlace;
  /** When the store recorded it (UTC, RFC 3339, milliseconds). */
  readonly recordedAt: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}
