import type { Point } from '../plane/principal-plane';

const { sqrt } = Math;

/** More points than these are judged by a sample, since the work grows with their square. */
export const silhouetteSample = 400;

/** Of many points, evenly spaced ones: people come in the order of their first votes, so early and late ones are among them. */
export function sampleOf(count: number, most = silhouetteSample): number[] {
  if (count <= most) return Array.from({ length: count }, (_, index) => index);
  return Array.from({ length: most }, (_, index) => Math.floor((index * count) / most));
}

/** The mean silhouette (Rousseeuw 1987) of a clustering, from -1 to 1: how much nearer people are to their own cluster than to the next. */
export function meanSilhouette(points: readonly Point[], clusters: readonly number[], k: number): number {
  const each = silhouettes(points, clusters, k);
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** The silhouette of each point of the sample, measured within it; 0 for one alone in its cluster, and if all are in one cluster. */
export function silhouettes(points: readonly Point[], clusters: readonly number[], k: number): number[] {
  const sample = sampleOf(points.length);
  const sizes = new Array<number>(k).fill(0);
  for (const index of sample) sizes[clusters[index]!]! += 1;
  const isOne = sizes.filter((size) => size > 0).length < 2;
  return sample.map((index) => (isOne ? 0 : silhouetteOf(index, sample, points, clusters, sizes)));
}

function silhouetteOf(
  index: number,
  sample: readonly number[],
  points: readonly Point[],
  clusters: readonly number[],
  sizes: readonly number[],
): number {
  const own = clusters[index]!;
  if (sizes[own]! < 2) return 0;
  const { x, y } = points[index]!;
  const sums = new Array<number>(sizes.length).fill(0);
  for (const other of sample) {
    const dx = x - points[other]!.x;
    const dy = y - points[other]!.y;
    sums[clusters[other]!]! += sqrt(dx * dx + dy * dy);
  }
  const within = sums[own]! / (sizes[own]! - 1);
  const next = Math.min(...sums.flatMap((sum, cluster) => (cluster !== own && sizes[cluster]! > 0 ? [sum / sizes[cluster]!] : [])));
  const larger = Math.max(within, next);
  return larger > 0 ? (next - within) / larger : 0;
}
