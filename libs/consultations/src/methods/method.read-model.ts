import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import type { Tables } from '../export/contribution-tables.read-model';
import type { ConsultationMethod } from './method.contract';
import type { CastEvent } from './methods-events.contract';
import type { MethodResults } from './methods-fields.contract';
import type { MethodSettings } from './methods.contract';

/** Reads what was read under a person's key, once the transaction that read the rows is over. */
export type Opened = (keys: SubjectKeys) => Promise<Partial<MethodResults>>;

/** What read models need to know of a way of taking part. */
export interface ReadMethod {
  readonly contract: ConsultationMethod;
  readonly entities: readonly (new () => object)[];
  /** Counts a batch of what was cast by this method. */
  count(cast: readonly Recorded<CastEvent>[], rows: EntityManager): Promise<void>;
  /** Takes all that a person cast out of the tallies (-1), or puts it back (1). */
  move(ballot: { readonly consultationId: string; readonly voter: string }, n: 1 | -1, rows: EntityManager): Promise<void>;
  /** The results that are its own. */
  results(rows: EntityManager, consultationId: string, settings: MethodSettings): Promise<Opened>;
  /** What can be taken out, and how, beside what is the same in every consultation. */
  readonly tables: Tables;
}
