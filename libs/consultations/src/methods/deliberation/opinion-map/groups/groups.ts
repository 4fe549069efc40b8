import { clusteringsUpTo, meanOf, settle, type Clustering } from './k-means';
import { matchedBy } from './overlap';
import type { Point } from '../plane/principal-plane';
import { seededRandom } from '../plane/seeded-random';
import { silhouettes } from './silhouette';

const { floor } = Math;

/** Groups of people on the plane: `letters[cluster]` is 0 for A, 1 for B and so on. */
export interface Groups extends Clustering {
  readonly letters: readonly number[];
}

/** There are five colours and shapes to draw them with. */
export const mostGroups = 5;

/** People stay in their group until another is nearer by this factor (of squared distance), so that nobody on a border goes to and fro. */
export const reach = 1.1;
/** Other groups have to be better by this much in the mean silhouette, ... */
const margin = 0.05;
/** ... in so many of so many resamples of the people. */
const resamples = 100;
const mostOfThem = 95;
const seed = 3;

/** @param before the letter of each point at the step before, undefined for newcomers */
export function groupsOf(points: readonly Point[], before: readonly (number | undefined)[]): Groups {
  const standing = standingGroups(points, before);
  const challenger = strongestOf(points, clusteringsUpTo(mostGroups, points), standing);
  if (!challenger) return standing;
  return { ...challenger, letters: matchedBy(challenger, before) };
}

/** The groups that there were, moved to where their people are now; one group of everybody at first. */
function standingGroups(points: readonly Point[], before: readonly (number | undefined)[]): Groups {
  const letters = [...new Set(before.filter((letter) => letter !== undefined))].sort((a, b) => a - b);
  if (letters.length < 2) return { ...clusteringsUpTo(1, points)[0]!, letters: [letters[0] ?? 0] };
  const centres = letters.map((letter) => meanOf(points.filter((_, index) => before[index] === letter)));
  const homes = before.map((letter) => (letter === undefined ? undefined : letters.indexOf(letter)));
  return { ...settle(points, centres, { clusters: homes, reach }), letters };
}

/** Of groups that are found without regard to those of the step before, the best, if they are better by the margin, and surely so. */
function strongestOf(points: readonly Point[], candidates: readonly Clustering[], standing: Groups): Clustering | undefined {
  const now = silhouettes(points, standing.clusters, standing.centres.length);
  const others = candidates
    .filter(({ centres }) => centres.length > 1)
    .map((candidate) => ({ candidate, gains: gainsOf(silhouettes(points, candidate.clusters, candidate.centres.length), now) }));
  const best = others.reduce<(typeof others)[number] | undefined>(
    (first, other) => (first && meanGain(first.gains) >= meanGain(other.gains) ? first : other),
    undefined,
  );
  return best && isSurelyBetter(best.gains) ? best.candidate : undefined;
}

function gainsOf(silhouettesThen: readonly number[], silhouettesNow: readonly number[]): number[] {
  return silhouettesThen.map((value, index) => value - silhouettesNow[index]!);
}

function meanGain(gains: readonly number[]): number {
  return gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
}

function isSurelyBetter(gains: readonly number[]): boolean {
  const random = seededRandom(seed);
  let better = 0;
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    for (let draw = 0; draw < gains.length; draw++) sum += gains[floor(random() * gains.length)]!;
    if (sum / gains.length > margin) better += 1;
  }
  return better >= mostOfThem;
}
