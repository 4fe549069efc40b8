import { Numbers } from '@isegoria/audit-kit';
import { assuranceLevels, rankOf } from '@isegoria/kernel';
import { eachLevel, type ByAssurance } from '../../results/assurance/by-assurance.contract';
import type { Participation } from '../../results/participation/participation.recount';

/** The last ballot of every person, in four bytes each: the number of what it says among the different things that were said. */
export class ChoiceBook {
  private readonly saidBy = new Numbers(Uint32Array);
  private readonly said: ReadonlySet<string>[] = [];
  private readonly known = new Map<string, number>();

  cast(voter: number, choices: readonly string[]): void {
    const key = JSON.stringify([...choices].sort());
    let number = this.known.get(key);
    if (number === undefined) {
      number = this.said.push(new Set(choices));
      this.known.set(key, number);
    }
    this.saidBy.set(voter, number);
  }

  /** How many people make a choice, by level. */
  tally(choice: string, people: Pick<Participation, 'included' | 'levelOf'>): ByAssurance<number> {
    const counts = assuranceLevels.map(() => 0);
    for (const voter of people.included())
      if (this.said[this.saidBy.get(voter) - 1]?.has(choice)) counts[rankOf(people.levelOf(voter))]! += 1;
    return eachLevel((_, rank) => counts[rank]!);
  }
}
