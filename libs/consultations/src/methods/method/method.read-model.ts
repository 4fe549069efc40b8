import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import type { Tables } from '../../export/contributions/contribution-tables.read-model';
import type { MethodContract } from './method.contract';
import type { CastEvent, MethodBallot, MethodResults, MethodSettings } from '../methods.contract';

/** Decrypts texts with people's keys, once the transaction that read the rows is over. */
export type Opened = (keys: SubjectKeys) => Promise<Partial<MethodResults>>;

/** What read models need to know about a way of taking part. */
export interface ReadMethod {
  readonly contract: MethodContract;
  readonly entities: readonly (new () => object)[];
  /** The types of events that change its results besides what is cast. */
  readonly alsoChangedBy: readonly string[];
  /** Counts a batch of what was cast by this method. */
  count(cast: readonly Recorded<CastEvent>[], rows: EntityManager): Promise<void>;
  /** Takes everything that a person cast out of the tallies (-1), or puts it back (1). */
  move(ballot: { readonly activityId: string; readonly voter: string }, n: 1 | -1, rows: EntityManager): Promise<void>;
  /** The results that are its own. */
  results(rows: EntityManager, activityId: string, settings: MethodSettings): Promise<Opened>;
  /** Its own part of what a person cast. */
  ballot(rows: EntityManager, activityId: string, voter: string): Promise<Partial<MethodBallot>>;
  /** How many votes are in the ballots of these people, by pseudonym; people who cast none may be left out. */
  votes(rows: EntityManager, activityId: string, voters: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** What can be exported from this kind of activity, and how. */
  readonly tables: Tables;
}
