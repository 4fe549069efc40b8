import { reach, type Groups } from './groups/groups';
import { clusterOf, meanOf } from './groups/k-means';
import type { MapView, OpinionGroup, OpinionMap } from './opinion-map.contract';
import { placesOn } from './plane/principal-plane';
import { groupAwareConsensus, isSupportedByAll, representativeStatements, talliesOf, type Tally } from './groups/representativeness';
import { meanSilhouette } from './groups/silhouette';
import { standingAfter, type Standing } from './steps';
import { voteMatrixOf, type MapStatement, type MapVote, type VoteMatrix } from './plane/vote-matrix';

/** With fewer people who can be placed, or fewer statements with votes, there is no map. */
export const leastForMap = { participants: 4, statements: 2 } as const;

/** Raised when the same votes give another map. */
export const opinionMapAlgorithm = 4;

export type ComputedOpinionMap = Pick<OpinionMap, 'map' | 'participants' | 'statements' | 'needed' | 'unplaced'>;

/**
 * The opinion map of a deliberation, a pure function of its events (Small et al. 2021, as in Polis): the same log gives the same map to
 * the last digit, on every machine. `participants` counts the people with enough votes to be placed (seven, or all statements where there
 * are fewer), `statements` those not rejected that anybody voted on; below 4 people or 2 statements the map is null.
 * @param votes in log order: the data of StatementVoteCast events
 * @param statements all of the deliberation's, in order of submission, each with its status at that position
 */
export function opinionMapOf(votes: Iterable<MapVote>, statements: readonly MapStatement[]): ComputedOpinionMap {
  return opinionMapOfMatrix(voteMatrixOf(votes, statements));
}

/** Like `opinionMapOf`, for votes that are in their matrix already. */
export function opinionMapOfMatrix(matrix: VoteMatrix): ComputedOpinionMap {
  const { needed, unplaced } = matrix;
  const counts = { participants: matrix.participants.length, statements: matrix.statements.length, needed, unplaced };
  const standing = standingAfter(matrix, leastForMap);
  return { ...counts, map: standing ? mapOf(matrix, standing) : null };
}

function mapOf(matrix: VoteMatrix, { votes, plane, groups: found, letterOf, areClear, certainty }: Standing): MapView {
  const people = votes.placed();
  const points = placesOn(plane, votes, people);
  const groups = areClear ? inLetterOrder(found) : { centres: [meanOf(points)], letters: [] };
  const clusters = points.map((point, index) => {
    const home = groups.letters.indexOf(letterOf[people[index]!]!);
    return clusterOf(point, groups.centres, home < 0 ? undefined : home, reach);
  });
  const tallies = talliesOf(matrix, clusters, groups.centres.length);
  const labels = groups.letters.map(labelOf);
  return {
    participants: points.map((point, index) => ({
      pseudonym: matrix.participants[people[index]!]!,
      ...point,
      group: labels[clusters[index]!] ?? null,
    })),
    groups: labels.map((label, group) => groupOf(label, group, clusters, tallies, matrix)),
    consensus: matrix.statements
      .flatMap((statementId, index) =>
        isSupportedByAll(tallies, index) ? [{ statementId, score: groupAwareConsensus(tallies, index) }] : [],
      )
      .sort((a, b) => b.score - a.score),
    silhouette: meanSilhouette(points, clusters, groups.centres.length),
    certainty,
  };
}

function inLetterOrder({ centres, letters }: Groups): Pick<Groups, 'centres' | 'letters'> {
  const order = letters.map((_, cluster) => cluster).sort((a, b) => letters[a]! - letters[b]!);
  return { centres: order.map((cluster) => centres[cluster]!), letters: order.map((cluster) => letters[cluster]!) };
}

function groupOf(
  id: string,
  group: number,
  groups: readonly number[],
  tallies: readonly (readonly Tally[])[],
  { statements }: VoteMatrix,
): OpinionGroup {
  const others = tallies.filter((_, index) => index !== group);
  const rest = statements.map((_, statement) => sumOf(others.map((other) => other[statement]!)));
  return {
    id,
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

function labelOf(letter: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + letter);
}
