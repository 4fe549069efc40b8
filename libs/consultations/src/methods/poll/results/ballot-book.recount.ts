import { Numbers } from '@isegoria/audit-kit';
import type { ByAssurance } from '../../../results/assurance/by-assurance.contract';

/** The last ballot of every person in a poll, in four bytes each: the number of its choice among the different choices that were made. */
export class BallotBook {
  private readonly choiceOf = new Numbers(Uint32Array);
  private readonly choices: ReadonlySet<string>[] = [];
  private readonly known = new Map<string, number>();

  cast(voter: number, options: readonly string[]): void {
    const key = JSON.stringify([...options].sort());
    let choice = this.known.get(key);
    if (choice === undefined) {
      choice = this.choices.push(new Set(options));
      this.known.set(key, choice);
    }
    this.choiceOf.set(voter, choice);
  }

  /** @param voters whose ballots count */
  tally(option: string, voters: Iterable<number>, isVerified: (voter: number) => boolean): ByAssurance<number> {
    const counts = { verified: 0, unverified: 0 };
    for (const voter of voters) {
      const choice = this.choices[this.choiceOf.get(voter) - 1];
      if (choice?.has(option)) counts[isVerified(voter) ? 'verified' : 'unverified'] += 1;
    }
    return counts;
  }
}
