import { voteChoices, type ByAssurance, type VoteChoice, type VoteTally } from '@isegoria/contracts';

/** The last vote of every person on every statement of one deliberation; a vote takes some 40 bytes. */
export class VoteBook {
  private readonly numbers = new Map<string, number>();
  private readonly voters: string[] = [];
  /** By statement: the voter's number, and the vote as index of its choice, plus 3 when it is verified. */
  private readonly statements = new Map<string, Map<number, number>>();

  cast(statementId: string, voter: string, choice: VoteChoice, verified: boolean): void {
    let votes = this.statements.get(statementId);
    if (!votes) this.statements.set(statementId, (votes = new Map()));
    votes.set(this.numberOf(voter), voteChoices.indexOf(choice) + (verified ? voteChoices.length : 0));
  }

  tally(statementId: string): VoteTally & { byAssurance: ByAssurance<VoteTally> } {
    const counts = [0, 0, 0, 0, 0, 0];
    for (const vote of this.statements.get(statementId)?.values() ?? []) counts[vote]! += 1;
    const unverified = tallyOf(counts.slice(0, 3));
    const verified = tallyOf(counts.slice(3));
    const sum = (count: keyof VoteTally) => verified[count] + unverified[count];
    return { agrees: sum('agrees'), disagrees: sum('disagrees'), passes: sum('passes'), byAssurance: { verified, unverified } };
  }

  *votes(): Generator<{ voter: string; statementId: string; choice: VoteChoice }> {
    for (const [statementId, votes] of this.statements) {
      for (const [number, vote] of votes) yield { voter: this.voters[number]!, statementId, choice: voteChoices[vote % voteChoices.length]! };
    }
  }

  private numberOf(voter: string): number {
    const known = this.numbers.get(voter);
    if (known !== undefined) return known;
    this.numbers.set(voter, this.voters.length);
    return this.voters.push(voter) - 1;
  }
}

function tallyOf([agrees = 0, disagrees = 0, passes = 0]: number[]): VoteTally {
  return { agrees, disagrees, passes };
}
