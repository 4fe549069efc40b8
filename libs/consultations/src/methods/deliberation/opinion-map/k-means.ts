import type { Point } from './pca';
import { seededRandom } from './seeded-random';

const seed = 2;
const restarts = 10;
const rounds = 100;

/**
 * Lloyd's k-means from k-means++ starts (Arthur and Vassilvitskii 2007) of a fixed seed; of ten runs the one with the least squared
 * distance, the earlier of equals.
 * @returns the cluster (0 to k-1) of each point, or undefined when the points do not fill k clusters
 */
export function kMeans(points: readonly Point[], k: number): number[] | undefined {
  const random = seededRandom(seed);
  let best: { clusters: number[]; spread: number } | undefined;
  for (let run = 0; run < restarts; run++) {
    const centres = startingCentres(points, k, random);
    if (centres.length < k) return undefined;
    const found = settle(points, centres);
    if (!best || found.spread < best.spread) best = found;
  }
  return best && new Set(best.clusters).size === k ? best.clusters : undefined;
}

/** Fewer than k if there are fewer different points. */
function startingCentres(points: readonly Point[], k: number, random: () => number): Point[] {
  const centres = [points[Math.floor(random() * points.length)]!];
  const weights = new Float64Array(points.length).fill(Infinity);
  for (;;) {
    const newest = centres.at(-1)!;
    points.forEach((point, index) => (weights[index] = lesser(weights[index]!, squaredDistance(point, newest))));
    if (centres.length === k) return centres;
    let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
    const next = weights.findIndex((weight) => weight > 0 && (left -= weight) <= 0);
    const chosen = next >= 0 ? next : weights.findLastIndex((weight) => weight > 0);
    if (chosen < 0) return centres;
    centres.push(points[chosen]!);
  }
}

function settle(points: readonly Point[], start: readonly Point[]): { clusters: number[]; spread: number } {
  let centres = start;
  let clusters: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const next = points.map((point) => nearest(point, centres));
    const settled = next.every((cluster, index) => cluster === clusters[index]);
    clusters = next;
    if (settled) break;
    centres = centresOf(points, clusters, centres);
  }
  return { clusters, spread: points.reduce((sum, point, index) => sum + squaredDistance(point, centres[clusters[index]!]!), 0) };
}

/** The first of equally near centres. */
function nearest(point: Point, centres: readonly Point[]): number {
  let best = 0;
  let least = squaredDistance(point, centres[0]!);
  for (let index = 1; index < centres.length; index++) {
    const distance = squaredDistance(point, centres[index]!);
    if (distance < least) {
      best = index;
      least = distance;
    }
  }
  return best;
}

/** The mean of each cluster; one that lost all its points keeps its centre. */
function centresOf(points: readonly Point[], clusters: readonly number[], before: readonly Point[]): Point[] {
  const sums = before.map(() => ({ x: 0, y: 0, n: 0 }));
  points.forEach(({ x, y }, index) => {
    const sum = sums[clusters[index]!]!;
    sum.x += x;
    sum.y += y;
    sum.n += 1;
  });
  return sums.map(({ x, y, n }, index) => (n > 0 ? { x: x / n, y: y / n } : before[index]!));
}

function squaredDistance(one: Point, other: Point): number {
  const dx = one.x - other.x;
  const dy = one.y - other.y;
  return dx * dx + dy * dy;
}

function lesser(one: number, other: number): number {
  return one < other ? one : other;
}
