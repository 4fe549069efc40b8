import type { Point } from './pca';

const { sqrt } = Math;

/** More points than these are judged by a sample, since the work grows with their square. */
export const silhouetteSample = 1000;

/**
 * The mean silhouette (Rousseeuw 1987) of a clustering, from -1 to 1: how much nearer people are to their own cluster than to the next.
 * Of more than 1,000 points, the exact silhouette of 1,000 of them, evenly spaced in their order: participants are ordered by pseudonym,
 * which is a hash, so the sample is fair and always the same. A point alone in its cluster counts 0.
 */
export function meanSilhouette(points: readonly Point[], clusters: readonly number[], k: number): number {
  const sample = sampleOf(points.length);
  const sizes = new Array<number>(k).fill(0);
  for (const index of sample) sizes[clusters[index]!]! += 1;
  if (sizes.filter((size) => size > 0).length < 2) return 0;
  let total = 0;
  for (const index of sample) total += silhouetteOf(index, sample, points, clusters, sizes);
  return total / sample.length;
}

function sampleOf(count: number): number[] {
  if (count <= silhouetteSample) return Array.from({ length: count }, (_, index) => index);
  return Array.from({ length: silhouetteSample }, (_, index) => Math.floor((index * count) / silhouetteSample));
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
