import type { Clustering } from './k-means';

/**
 * The letter of each cluster: those that have most people in common keep it, largest overlap first (of equals, the earlier cluster and
 * letter); a cluster without one takes the first letter that is free, larger clusters first.
 * @param before the letter of each point, undefined for newcomers
 */
export function matchedBy({ clusters, centres }: Clustering, before: readonly (number | undefined)[]): number[] {
  const overlaps = centres.flatMap((_, cluster) => {
    const counts = new Map<number, number>();
    before.forEach((letter, index) => {
      if (clusters[index] === cluster && letter !== undefined) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    });
    return [...counts].map(([letter, count]) => ({ cluster, letter, count }));
  });
  const letters = new Map<number, number>();
  const taken = new Set<number>();
  for (const { cluster, letter } of overlaps.sort((a, b) => b.count - a.count || a.cluster - b.cluster || a.letter - b.letter)) {
    if (letters.has(cluster) || taken.has(letter)) continue;
    letters.set(cluster, letter);
    taken.add(letter);
  }
  const sizeOf = (cluster: number) => clusters.filter((one) => one === cluster).length;
  const without = centres.flatMap((_, cluster) => (letters.has(cluster) ? [] : [cluster])).sort((a, b) => sizeOf(b) - sizeOf(a) || a - b);
  for (const cluster of without) {
    const free = Array.from({ length: centres.length + taken.size }, (_, letter) => letter).find((letter) => !taken.has(letter))!;
    letters.set(cluster, free);
    taken.add(free);
  }
  return centres.map((_, cluster) => letters.get(cluster)!);
}
