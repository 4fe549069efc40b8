import type { DomainEvent, EventMetadata } from '@isegoria/kernel';
import type { LeafEntry } from '@isegoria/merkle-log';

/** What an entry's event says. */
export interface EventBody {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: EventMetadata;
}

/** An entry of the log in its place, its bytes checked against its leaf. */
export interface Entry {
  readonly seq: number;
  readonly position: number;
  readonly leaf: LeafEntry;
  /** In the version that this program knows; undefined if only the leaf was given. */
  readonly body: EventBody | undefined;
}

/** An event as the log gives it to code that counts. */
export type Counted<Event extends DomainEvent = DomainEvent> = Event & {
  readonly position: number;
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
};
