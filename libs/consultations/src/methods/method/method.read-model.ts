import type { EntityManager } from 'typeorm';
import type { AssuranceLevel, Recorded } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { ActivityRow } from '../../activity/activity.read-model';
import type { ChangedAnswers } from '../../ballot-exclusion/evidence/answers.read-model';
import type { Within } from '../../results/analysis/within.read-model';
import type { Tables } from '../../export/contributions/contribution-tables.read-model';
import type { MethodContract } from './method.contract';
import type { CastEvent, MethodBallot, MethodResults, PublishedSettings } from '../methods.contract';

/** Decrypts texts with people's keys, once the transaction that read the rows is over. */
export type Opened = (keys: SubjectKeys) => Promise<Partial<MethodResults>>;

/** An activity whose results are asked for. */
export interface CountedActivity {
  readonly id: string;
  readonly settings: PublishedSettings;
  /** The level that its figures count from. */
  readonly countsFrom: AssuranceLevel;
  /** Which of the votes that stand are counted; all when absent. */
  readonly within?: Within;
  /** A place in the log as of which they are asked for: what has moved up to it is kept in `count_move`. Now when absent. */
  readonly upTo?: number;
  /** Whether the log has closed it; absent within a filter. */
  readonly isClosed?: boolean;
}

/** Ballots of people who confirmed who they are. */
export interface RaisedBallots {
  readonly activityId: string;
  readonly voters: readonly string[];
  /** The rank of the level. */
  readonly rank: number;
  /** Of the event that says so. */
  readonly position: number;
}

/** A person whose ballot is left out, or put back. */
export interface MovedPerson {
  readonly activityId: string;
  readonly voter: string;
  /** Of the event that says so. */
  readonly position: number;
}

/** An activity whose ballots are revealed. */
export interface RevealedVote {
  readonly activityId: string;
  /** Of the event that reveals them. */
  readonly position: number;
}

/** How a method counts ballots that say nothing until they are revealed. */
export interface HidingMethod {
  /** What the last ballot of a person says, hidden; null where nothing is. */
  hiddenText(rows: EntityManager, activityId: string, voter: string): Promise<string | null>;
  /** A ballot, from what it says. */
  opened(choice: object): Partial<MethodBallot>;
  /** Counts what all ballots of an activity say. @param open what one says; undefined where it cannot be opened */
  reveal(vote: RevealedVote, open: (text: string) => object | undefined, rows: EntityManager): Promise<void>;
}

/** What read models need to know about a way of taking part. */
export interface ReadMethod {
  readonly contract: MethodContract;
  readonly entities: readonly (new () => object)[];
  /** The types of events that change its results besides what is cast. */
  readonly alsoChangedBy: readonly string[];
  /** Counts a batch of what was cast by this method. Returns what changed in each ballot. */
  count(cast: readonly Recorded<CastEvent>[], rows: EntityManager): Promise<readonly ChangedAnswers[]>;
  /** How likely it is that somebody answers all that this person did, if people answer one question whatever they answer another. */
  chance(rows: EntityManager, activityId: string, voter: string): Promise<number>;
  /** Takes everything that a person cast out of the tallies (-1), or puts it back (1). */
  move(ballot: MovedPerson, n: 1 | -1, rows: EntityManager): Promise<void>;
  /** Lets what these people cast in an activity count at a level, what they cast at a higher one excepted. */
  raise(ballots: RaisedBallots, rows: EntityManager): Promise<void>;
  /** The results that are its own. */
  results(rows: EntityManager, activity: CountedActivity): Promise<Opened>;
  /** Its own part of what a person cast. */
  ballot(rows: EntityManager, activityId: string, voter: string): Promise<Partial<MethodBallot>>;
  /**
   * How many votes are in the ballots of these people, by pseudonym; people who cast none may be left out. Absent where it would tell of a
   * person what is withheld, as how much somebody answered in a survey.
   */
  votes?(rows: EntityManager, activityId: string, voters: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** How it counts ballots that are hidden until the closing; absent where none can be. */
  readonly hiding?: HidingMethod;
  /** What the office says in it besides its title, by which people find it. */
  words?(rows: EntityManager, activity: Pick<CountedActivity, 'id' | 'settings'>): Promise<readonly string[]>;
  /** What can be exported from this kind of activity, and how. */
  readonly tables: Tables;
}

/**
 * The method of an activity, which alone moves what was cast there: methods may count in the same rows, and each would move them once more.
 */
export async function methodOfActivity(id: string, rows: EntityManager, among: readonly ReadMethod[]): Promise<ReadMethod | undefined> {
  const activity = await rows.findOneBy(ActivityRow, { id });
  return among.find(({ contract }) => contract.method === activity?.method);
}
