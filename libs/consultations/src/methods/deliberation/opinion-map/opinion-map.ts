import { kMeans } from './k-means';
import type { OpinionGroup, OpinionMap } from './opinion-map.contract';
import { placeParticipants, type Point } from './pca';
import { groupAwareConsensus, representativeStatements, talliesOf, type Tally } from './representativeness';
import { meanSilhouette } from './silhouette';
import { voteMatrixOf, type MapStatement, type MapVote, type VoteMatrix } from './vote-matrix';

/** With fewer people who can be placed, or fewer statements with votes, there is no map. */
export const leastForMap = { participants: 4, statements: 2 } as const;
const groupCounts = [2, 3, 4, 5] as const;

/** Raised when the same votes give another map. */
export const opinionMapAlgorithm = 1;

export type ComputedOpinionMap = Pick<OpinionMap, 'map' | 'participants' | 'statements'>;

/**
 * The opinion map of a deliberation, a pure function of its events (Small et al. 2021, as in Polis): the same log gives the same map to
 * the last digit, on every machine. `participants` counts the people with enough votes to be placed (seven, or all statements where there
 * are fewer), `statements` those not rejected that anybody voted on; below 4 people or 2 statements the map is null.
 * @param votes in log order: the data of StatementVoteCast events, or the last votes in any order
 * @param statements all of the deliberation's, in order of submission, each with its status at that position
 */
export function opinionMapOf(votes: Iterable<MapVote>, statements: readonly MapStatement[]): ComputedOpinionMap {
  return opinionMapOfMatrix(voteMatrixOf(votes, statements));
}

/** Like `opinionMapOf`, for votes that are in their matrix already. */
export function opinionMapOfMatrix(matrix: VoteMatrix): ComputedOpinionMap {
  const counts = { participants: matrix.participants.length, statements: matrix.statements.length };
  const tooFew = counts.participants < leastForMap.participants || counts.statements < leastForMap.statements;
  return { ...counts, map: tooFew ? null : mapOf(matrix) };
}

function mapOf(matrix: VoteMatrix): NonNullable<OpinionMap['map']> {
  const points = placeParticipants(matrix);
  const { groups, groupCount, silhouette } = bestGrouping(points);
  const tallies = talliesOf(matrix, groups, groupCount);
  return {
    participants: matrix.participants.map((pseudonym, index) => ({ pseudonym, ...points[index]!, group: labelOf(groups[index]!) })),
    groups: tallies.map((_, group) => groupOf(group, groups, tallies, matrix)),
    consensus: matrix.statements
      .map((statementId, index) => ({ statementId, score: groupAwareConsensus(tallies, index) }))
      .sort((a, b) => b.score - a.score),
    silhouette,
  };
}

interface Grouping {
  /** The group of each participant, 0 for the largest. */
  readonly groups: readonly number[];
  readonly groupCount: number;
  readonly silhouette: number;
}

/** The number of groups with the best silhouette, the smaller of equals; one group if everybody is at the same place. */
function bestGrouping(points: readonly Point[]): Grouping {
  let best: Grouping = { groups: points.map(() => 0), groupCount: 1, silhouette: 0 };
  for (const k of groupCounts) {
    const clusters = kMeans(points, k);
    if (!clusters) continue;
    const silhouette = meanSilhouette(points, clusters, k);
    if (best.groupCount === 1 || silhouette > best.silhouette) best = { groups: bySize(clusters, k), groupCount: k, silhouette };
  }
  return best;
}

/** Numbers the clusters by size, largest first; of equals, the one whose first member comes first. */
function bySize(clusters: readonly number[], k: number): number[] {
  const sizes = new Array<number>(k).fill(0);
  for (const cluster of clusters) sizes[cluster]! += 1;
  const order = Array.from({ length: k }, (_, cluster) => cluster).sort(
    (a, b) => sizes[b]! - sizes[a]! || clusters.indexOf(a) - clusters.indexOf(b),
  );
  return clusters.map((cluster) => order.indexOf(cluster));
}

function groupOf(
  group: number,
  groups: readonly number[],
  tallies: readonly (readonly Tally[])[],
  { statements }: VoteMatrix,
): OpinionGroup {
  const others = tallies.filter((_, index) => index !== group);
  const rest = statements.map((_, statement) => sumOf(others.map((other) => other[statement]!)));
  return {
    id: labelOf(group),
    participants: groups.filter((member) => member === group).length,
    representative: others.length > 0 ? representativeStatements(statements, tallies[group]!, rest) : [],
  };
}

function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { agrees, disagrees, votes }) => ({
      agrees: sum.agrees + agrees,
      disagrees: sum.disagrees + disagrees,
      votes: sum.votes + votes,
    }),
    { agrees: 0, disagrees: 0, votes: 0 },
  );
}

function labelOf(group: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + group);
}
