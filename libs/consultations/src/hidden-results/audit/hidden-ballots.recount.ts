import type { HiddenChoice } from '../hidden-results.contract';
import { openedByAuditor } from './opened-by-auditor';

interface Hidden {
  readonly hidden: HiddenChoice;
}

/** What an activity's ballots have in place of what they say: the last of each person's, until they are opened. */
export class StillHidden<Ballot extends Hidden> {
  private readonly last = new Map<number | string, Ballot>();

  keep(voter: number | string, ballot: Ballot): void {
    this.last.set(voter, ballot);
  }

  /** All of them with what they say, once; undefined for one that cannot be opened. */
  *opened(key: string, activityId: string): Generator<readonly [voter: number | string, ballot: Ballot, said: object | undefined]> {
    for (const [voter, ballot] of this.last) yield [voter, ballot, openedByAuditor(key, activityId, ballot.hidden)];
    this.last.clear();
  }
}
