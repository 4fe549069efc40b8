import { adjustedRand } from './adjusted-rand';
import { clusteringsUpTo } from './k-means';
import type { Groups } from './groups';
import { placesOn, planeOf, roughly, type Rows } from '../plane/principal-plane';
import { seededRandom } from '../plane/seeded-random';
import { sampleOf } from './silhouette';

const resamples = 10;
const mostPeople = 200;
const seed = 4;

/**
 * How surely the groups are found again, 1: the same, 0: no more than chance would have it. They are looked for anew by the votes on half
 * of the statements, drawn by a fixed seed, and the adjusted Rand index of what is found with the groups is averaged over ten such halves.
 * Votes without a pattern give groups that no two halves agree on, however far apart they look.
 * @param people those whom the groups part, in the order of their clusters
 */
export function stabilityOf(rows: Rows, people: Int32Array, { clusters, centres }: Groups): number {
  if (centres.length < 2) return 0;
  const sample = sampleOf(people.length, mostPeople);
  let sum = 0;
  for (let resample = 0; resample < resamples; resample++) {
    const half = halfOf(
      rows,
      Int32Array.from(sample, (index) => people[index]!),
      seededRandom(seed + resample),
    );
    const voters = Int32Array.from(half.lengths.keys()).filter((row) => half.lengths[row]! > 0);
    if (voters.length < 2) continue;
    const points = placesOn(planeOf(half, voters, undefined, roughly), half, voters);
    const found = clusteringsUpTo(centres.length, points).at(-1)!;
    sum += adjustedRand(Array.from(voters, (row, index) => [clusters[sample[row]!]!, found.clusters[index]!] as const));
  }
  return sum / resamples;
}

/** The votes of these people on half of the statements that they voted on. A lot does not depend on how many statements come later. */
function halfOf(rows: Rows, people: Int32Array, random: () => number): Rows {
  const { width, starts, lengths, columns, values } = rows;
  const lots = Float64Array.from({ length: width }, random);
  const drawn = [...votedOn(rows, people)].sort((a, b) => lots[a]! - lots[b]! || a - b);
  const kept = Math.ceil(drawn.length / 2);
  const columnOf = new Int32Array(width).fill(-1);
  drawn.slice(0, kept).forEach((column, number) => (columnOf[column] = number));
  const [ownStarts, ownLengths] = [new Int32Array(people.length), new Int32Array(people.length)];
  const [ownColumns, ownValues]: [number[], number[]] = [[], []];
  people.forEach((person, row) => {
    ownStarts[row] = ownColumns.length;
    for (let vote = starts[person]!; vote < starts[person]! + lengths[person]!; vote++) {
      const column = columnOf[columns[vote]!]!;
      if (column < 0) continue;
      ownColumns.push(column);
      ownValues.push(values[vote]!);
    }
    ownLengths[row] = ownColumns.length - ownStarts[row]!;
  });
  return { width: kept, starts: ownStarts, lengths: ownLengths, columns: Int32Array.from(ownColumns), values: Int8Array.from(ownValues) };
}

function votedOn({ starts, lengths, columns }: Rows, people: Int32Array): Set<number> {
  const seen = new Set<number>();
  for (const person of people) for (let vote = starts[person]!; vote < starts[person]! + lengths[person]!; vote++) seen.add(columns[vote]!);
  return seen;
}
