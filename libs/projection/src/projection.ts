import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';

/** Turns events into the rows of one read model. Pure but for its own rows: the same log gives the same rows. */
export interface Projection {
  /** Unique and lasting: names the checkpoint. */
  readonly name: string;
  /** Raised when the rows it writes change; the runner then empties the entities and replays the log. */
  readonly version: number;
  /** The rows it owns, in an order in which they can be emptied. */
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  /** Applies a run of events, in log order, within the transaction that also moves the checkpoint. */
  apply(events: readonly Recorded[], rows: EntityManager): Promise<void>;
}
