import type { OpinionGroup } from '../opinion-map.contract';
import type { VoteMatrix } from '../plane/vote-matrix';

/** The votes of a group of people on one statement; `votes` includes passes. */
export interface Tally {
  readonly agrees: number;
  readonly disagrees: number;
  readonly votes: number;
}

type Representative = OpinionGroup['representative'][number];

/** The one-sided 90 % point of the normal distribution. */
const significant = 1.2816;
const mostShown = 5;

/** What each group said of each statement: `tallies[group][statement]`. */
export function talliesOf(matrix: VoteMatrix, groups: readonly number[], groupCount: number): Tally[][] {
  const tallies = Array.from({ length: groupCount }, () => matrix.statements.map(() => ({ agrees: 0, disagrees: 0, votes: 0 })));
  groups.forEach((group, person) => {
    for (let vote = matrix.starts[person]!; vote < matrix.starts[person + 1]!; vote++) {
      const tally = tallies[group]![matrix.columns[vote]!]!;
      tally.votes += 1;
      if (matrix.values[vote]! > 0) tally.agrees += 1;
      if (matrix.values[vote]! < 0) tally.disagrees += 1;
    }
  });
  return tallies;
}

/**
 * The statements that set a group apart, as Polis finds them (Small et al. 2021, representativeness): those that the group supports, and
 * supports more than everybody else does, both at 90 % significance; at most five, strongest first. Where none is significant, the one
 * that comes nearest. `rest` is everybody who is not in the group.
 */
export function representativeStatements(statements: readonly string[], group: readonly Tally[], rest: readonly Tally[]): Representative[] {
  const candidates = statements.map((statementId, index) => candidateOf(statementId, group[index]!, rest[index]!));
  const apart = candidates.filter(({ support, difference }) => support > significant && difference > significant);
  const strongest = apart.sort((a, b) => b.strength - a.strength).slice(0, mostShown);
  const nearest = candidates.reduce((best, candidate) => (candidate.difference > best.difference ? candidate : best));
  return (strongest.length > 0 ? strongest : [nearest]).map(({ statement }) => statement);
}

interface Candidate {
  readonly statement: Representative;
  /** z of: more than half of the group chose this. */
  readonly support: number;
  /** z of: a larger share of the group than of the rest chose this. */
  readonly difference: number;
  readonly strength: number;
}

/** The side, agree or disagree, on which the group differs more from the rest. */
function candidateOf(statementId: string, group: Tally, rest: Tally): Candidate {
  const agree = sideOf(group.agrees, group.votes, rest.agrees, rest.votes);
  const disagree = sideOf(group.disagrees, group.votes, rest.disagrees, rest.votes);
  const choice = agree.difference > disagree.difference ? 'agree' : 'disagree';
  const { ratio, share, support, difference } = choice === 'agree' ? agree : disagree;
  return {
    statement: { statementId, choice, ...group, score: ratio },
    support,
    difference,
    strength: ratio * difference * share * support,
  };
}

function sideOf(chosen: number, votes: number, chosenByRest: number, votesOfRest: number) {
  const share = (chosen + 1) / (votes + 2);
  return {
    share,
    ratio: share / ((chosenByRest + 1) / (votesOfRest + 2)),
    support: 2 * Math.sqrt(votes + 1) * ((chosen + 1) / (votes + 1) - 0.5),
    difference: twoProportionTest(chosen + 1, votes + 1, chosenByRest + 1, votesOfRest + 1),
  };
}

/** z of the two-proportion test with pooled variance; counts come with one added, as in Polis. */
function twoProportionTest(chosen: number, votes: number, chosenByRest: number, votesOfRest: number): number {
  const pooled = (chosen + chosenByRest) / (votes + votesOfRest);
  if (pooled >= 1) return 0;
  return (chosen / votes - chosenByRest / votesOfRest) / Math.sqrt(pooled * (1 - pooled) * (1 / votes + 1 / votesOfRest));
}

/**
 * Whether more than half of those who voted on a statement agree with it, in every group. The product alone would not say so: a statement
 * that a small group rejects can come before all others where there is little to agree on.
 */
export function isSupportedByAll(tallies: readonly (readonly Tally[])[], statement: number): boolean {
  return tallies.every((group) => group[statement]!.agrees * 2 > group[statement]!.votes);
}

/** Group-aware consensus: the product over the groups of (agrees + 1) / (votes + 2). */
export function groupAwareConsensus(tallies: readonly (readonly Tally[])[], statement: number): number {
  return tallies.reduce((product, group) => product * ((group[statement]!.agrees + 1) / (group[statement]!.votes + 2)), 1);
}
