import { CompactTable, Numbers } from '@isegoria/audit-kit';
import { assuranceLevels, levelsFrom, rankOf, type AssuranceLevel } from '@isegoria/kernel';
import { eachLevel, type ByAssurance } from '../../../results/assurance/by-assurance.contract';
import type { CastAt, StandingVote, Within } from '../../../results/analysis/analysis.recount';
import type { VoteTally } from '../deliberation.contract';
import { voteChoices, type VoteChoice } from './statement-vote.contract';

export type StatementTally = VoteTally & { readonly byAssurance: ByAssurance<VoteTally> };

/** People whose votes do not count as they were cast. */
export interface Exceptions {
  isLeftOut(voter: number): boolean;
  /** The rank of the level at which the person's votes count at least. */
  leastRankOf(voter: number): number;
}

/** A vote in a table: the index of its choice, plus 3 for each level below its own, plus 1 so that none is 0. */
const kinds = assuranceLevels.length * voteChoices.length;
/** They fit in so many bits, and the number of a statement in the others of 32. */
const voteBits = Math.ceil(Math.log2(kinds + 1));
/** An odd multiplier spreads the numbers of voters over all 32 bits (Knuth, The Art of Computer Programming, volume 3, section 6.4). */
const spread = 2_654_435_761;

/** The last vote of every person on every statement of one deliberation, in some 25 bytes each, and the tallies as they grow. */
export class VoteBook {
  private readonly votesCast = new CompactTable(voteBits);
  /** Who voted on what, in the order of the first votes. */
  private readonly voters = new Numbers();
  private readonly votedOn = new Numbers();
  /** When each was cast, and those that were changed, by statement and voter. */
  private readonly firstAt = new Numbers();
  private readonly changedAt = new CompactTable();
  private count = 0;
  private readonly statements = new Map<string, { readonly number: number; readonly counts: number[] }>();

  /** @param voter a number below 2^32, the same for every vote of a person */
  cast(statementId: string, voter: number, choice: VoteChoice, assurance: AssuranceLevel, at: CastAt): void {
    const choiceIndex = voteChoices.indexOf(choice);
    if (choiceIndex < 0) return;
    const vote = choiceIndex + rankOf(assurance) * voteChoices.length;
    const statement = this.statement(statementId);
    const [high, low] = [statement.number, spreadOut(voter, statement.number)];
    const earlier = this.votesCast.get(high, low);
    if (earlier > 0) {
      statement.counts[earlier - 1]! -= 1;
      this.changedAt.set(high, low, at);
    } else {
      this.firstAt.set(this.count, at);
      this.voters.set(this.count, voter);
      this.votedOn.set(this.count, statement.number);
      this.count += 1;
    }
    statement.counts[vote]! += 1;
    this.votesCast.set(high, low, vote + 1);
  }

  /**
   * The tallies of all statements that somebody voted on.
   * @param countsFrom the level that they count from
   * @param except says whose votes do not count, or count at a higher level than when they were cast; all votes are read only for these
   */
  tallies(countsFrom: AssuranceLevel, except?: Exceptions): ReadonlyMap<string, StatementTally> {
    const counted = Array.from(this.statements.values(), ({ counts }) => [...counts]);
    if (except) {
      for (const { voter, number, vote } of this.standing()) {
        const least = except.leastRankOf(voter) * voteChoices.length + ((vote - 1) % voteChoices.length);
        if (except.isLeftOut(voter)) counted[number]![vote - 1]! -= 1;
        else if (least > vote - 1) {
          counted[number]![vote - 1]! -= 1;
          counted[number]![least]! += 1;
        }
      }
    }
    return new Map(Array.from(this.statements, ([id, { number }]) => [id, tallyOf(counted[number]!, countsFrom)]));
  }

  /** The tallies of those of these votes that are within. */
  talliesWithin(within: Within, countsFrom: AssuranceLevel, except?: Exceptions): ReadonlyMap<string, StatementTally> {
    const counted = Array.from(this.statements.values(), () => new Array<number>(kinds).fill(0));
    for (const { number, choice, rank } of this.included(except, within)) counted[number]![rank * voteChoices.length + choice]! += 1;
    return new Map(Array.from(this.statements, ([id, { number }]) => [id, tallyOf(counted[number]!, countsFrom)]));
  }

  /** Every vote that stands, at the level at which it counts. */
  *included(except?: Exceptions, within?: Within): Generator<StandingVote & { number: number; choice: number; rank: number }> {
    for (const { voter, number, vote, castAt } of this.standing()) {
      if (except?.isLeftOut(voter) || within?.has(castAt) === false) continue;
      const rank = Math.max(Math.floor((vote - 1) / voteChoices.length), except?.leastRankOf(voter) ?? 0);
      const level = assuranceLevels[rank]!;
      if ((within?.level ?? level) === level) yield { castAt, level, number, choice: (vote - 1) % voteChoices.length, rank };
    }
  }

  /** The last votes, each in the place of the person's first on its statement. */
  *votes(): Generator<{ voter: number; statementId: string; choice: VoteChoice }> {
    const ids = [...this.statements.keys()];
    for (const { voter, number, vote } of this.standing())
      yield { voter, statementId: ids[number]!, choice: voteChoices[(vote - 1) % voteChoices.length]! };
  }

  private *standing(): Generator<{ voter: number; number: number; vote: number; castAt: CastAt }> {
    for (let index = 0; index < this.count; index++) {
      const [voter, number] = [this.voters.get(index), this.votedOn.get(index)];
      const low = spreadOut(voter, number);
      yield { voter, number, vote: this.votesCast.get(number, low), castAt: this.changedAt.get(number, low) || this.firstAt.get(index) };
    }
  }

  private statement(id: string): { readonly number: number; readonly counts: number[] } {
    let statement = this.statements.get(id);
    if (!statement) this.statements.set(id, (statement = { number: this.statements.size, counts: new Array<number>(kinds).fill(0) }));
    return statement;
  }
}

const spreadOut = (voter: number, statement: number): number => (Math.imul(voter, spread) ^ Math.imul(statement + 1, 0x85eb_ca6b)) >>> 0;

/** A statement that nobody voted on. */
export const noVotes: StatementTally = tallyOf(new Array<number>(kinds).fill(0), assuranceLevels[0]);

function tallyOf(counts: readonly number[], countsFrom: AssuranceLevel): StatementTally {
  const byAssurance = eachLevel((_, rank) => votesOf(counts.slice(rank * voteChoices.length)));
  const sum = (count: keyof VoteTally) => levelsFrom(countsFrom).reduce((all, level) => all + byAssurance[level][count], 0);
  return { agrees: sum('agrees'), disagrees: sum('disagrees'), passes: sum('passes'), byAssurance };
}

function votesOf([agrees = 0, disagrees = 0, passes = 0]: readonly number[]): VoteTally {
  return { agrees, disagrees, passes };
}
