import { Numbers } from '@isegoria/audit-kit';
import { assuranceLevels, rankOf } from '@isegoria/kernel';
import { eachLevel, type ByAssurance } from '../../../results/assurance/by-assurance.contract';
import type { Participation } from '../../../results/participation/participation.recount';

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

  tally(option: string, people: Pick<Participation, 'included' | 'levelOf'>): ByAssurance<number> {
    const counts = assuranceLevels.map(() => 0);
    for (const voter of people.included()) {
      const choice = this.choices[this.choiceOf.get(voter) - 1];
      if (choice?.has(option)) counts[rankOf(people.levelOf(voter))]! += 1;
    }
    return eachLevel((_, rank) => counts[rank]!);
  }
}
