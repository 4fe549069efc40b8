import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';

/** Turns events into the rows of one read model. Pure but for its own rows: the same log gives the same rows, in batches of any size. */
export interface Projection {
  readonly name: string;
  /** The rows it owns. Neither they nor SQL name a schema: the connection determines the group and the version. */
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  /** Indexes of its tables of a kind that entities cannot name. */
  readonly indexes?: readonly { readonly table: string; readonly using: string }[];
  /** Applies a run of events, in log order, within the transaction that also moves the checkpoint of the group. */
  apply(events: readonly Recorded[], rows: EntityManager): Promise<void>;
}

/** Read models that are always as of the same position. They stop, wait and are rebuilt together, independently of other groups. */
export interface ReadModelGroup {
  /** Unique and lasting, in small letters and dashes: names the schema, the lock and the metrics. */
  readonly name: string;
  /** Raised when the rows, their form or the projections change: the new version is then built beside the old one. */
  readonly version: number;
  /** What is read of the log. */
  readonly follows: { readonly prefixes: readonly string[] } | { readonly types: readonly string[] };
  readonly projections: readonly Projection[];
}

/** Whether an event is one that the group reads. */
export function isFollowed({ follows }: ReadModelGroup, { stream, type }: Pick<Recorded, 'stream' | 'type'>): boolean {
  return 'types' in follows ? follows.types.includes(type) : follows.prefixes.some((prefix) => stream.startsWith(prefix));
}
