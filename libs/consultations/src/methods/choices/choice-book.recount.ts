import { Numbers } from '@isegoria/audit-kit';
import { assuranceLevels, rankOf } from '@isegoria/kernel';
import { eachLevel, type ByAssurance } from '../../results/assurance/by-assurance.contract';
import type { CastAt, StandingVote, Within } from '../../results/analysis/analysis.recount';
import type { Participation } from '../../results/participation/participation.recount';

type People = Pick<Participation, 'included' | 'levelOf'>;

/**
 * The last ballot of every person, in eight bytes each: the number of what it says among the different things that were said, and when it
 * was cast.
 */
export class ChoiceBook {
  private readonly saidBy = new Numbers(Uint32Array);
  private readonly at = new Numbers(Uint32Array);
  private readonly said: ReadonlySet<string>[] = [];
  private readonly known = new Map<string, number>();

  cast(voter: number, choices: readonly string[], at: CastAt): void {
    const key = JSON.stringify([...choices].sort());
    let number = this.known.get(key);
    if (number === undefined) {
      number = this.said.push(new Set(choices));
      this.known.set(key, number);
    }
    this.saidBy.set(voter, number);
    this.at.set(voter, at);
  }

  *standing(people: People): Generator<StandingVote> {
    for (const voter of people.included()) yield { castAt: this.at.get(voter), level: people.levelOf(voter) };
  }

  /** How many people make a choice, by level. @param within which of the ballots that stand; absent: all */
  tally(choice: string, people: People, within?: Within): ByAssurance<number> {
    const counts = assuranceLevels.map(() => 0);
    for (const voter of people.included()) {
      const level = people.levelOf(voter);
      if (within && (!within.has(this.at.get(voter)) || (within.level ?? level) !== level)) continue;
      if (this.said[this.saidBy.get(voter) - 1]?.has(choice)) counts[rankOf(level)]! += 1;
    }
    return eachLevel((_, rank) => counts[rank]!);
  }
}
