import { Numbers } from '@isegoria/audit-kit';
import { assuranceLevels, rankOf, type AssuranceLevel } from '@isegoria/kernel';
import { eachLevel, type ByAssurance } from '../../results/assurance/by-assurance.contract';
import type { CastAt, StandingVote, Within } from '../../results/analysis/analysis.recount';
import type { Participation } from '../../results/participation/participation.recount';

type People = Pick<Participation, 'included' | 'levelOf'>;

/**
 * The last ballot of every person, in eight bytes each: the number of what it says among the different things that were said, and when it
 * was cast.
 */
export class ChoiceBook {
  private readonly saidBy = new Numbers();
  private readonly at = new Numbers();
  private readonly different: ReadonlySet<string>[] = [];
  private readonly known = new Map<string, number>();

  cast(voter: number, choices: readonly string[], at: CastAt): void {
    const key = JSON.stringify([...choices].sort());
    let number = this.known.get(key);
    if (number === undefined) {
      number = this.different.push(new Set(choices));
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
      if (!this.isWithin(voter, level, within)) continue;
      if (this.different[this.saidBy.get(voter) - 1]?.has(choice)) counts[rankOf(level)]! += 1;
    }
    return eachLevel((_, rank) => counts[rank]!);
  }

  /** Everything that is said in ballots, and how many people say just that, by level. @param within which of the ballots that stand */
  said(people: People, within?: Within): { readonly choices: ReadonlySet<string>; readonly people: ByAssurance<number> }[] {
    const counts = this.different.map(() => assuranceLevels.map(() => 0));
    for (const voter of people.included()) {
      const [number, level] = [this.saidBy.get(voter) - 1, people.levelOf(voter)];
      if (number >= 0 && this.isWithin(voter, level, within)) counts[number]![rankOf(level)]! += 1;
    }
    return this.different.map((choices, number) => ({ choices, people: eachLevel((_, rank) => counts[number]![rank]!) }));
  }

  private isWithin(voter: number, level: AssuranceLevel, within: Within | undefined): boolean {
    return !within || (within.has(this.at.get(voter)) && (within.level ?? level) === level);
  }
}
