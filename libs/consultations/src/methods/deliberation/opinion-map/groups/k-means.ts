import type { Point } from '../plane/principal-plane';

/** The cluster (0 to k-1) of each point, and the centre of each cluster. */
export interface Clustering {
  readonly clusters: readonly number[];
  readonly centres: readonly Point[];
}

const rounds = 100;

/**
 * Lloyd's k-means for one cluster, for two, and so on: each from the one before, by parting the cluster whose parts leave the least squared
 * distance (the first of equals). No chance is in it, and the order of the points changes nothing but the numbers of the clusters. Ends
 * before `most` where the points are at fewer places.
 */
export function clusteringsUpTo(most: number, points: readonly Point[]): Clustering[] {
  const found: Clustering[] = [settle(points, [meanOf(points)])];
  while (found.length < most) {
    const next = parted(points, found.at(-1)!);
    if (!next) break;
    found.push(next);
  }
  return found;
}

/**
 * Moves the centres until no point changes its cluster.
 * @param stays says whether a point stays in the cluster it was in, though another is nearer; absent: it never does
 */
export function settle(points: readonly Point[], start: readonly Point[], homes?: Homes): Clustering {
  let centres = start;
  let clusters: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const next = points.map((point, index) => clusterOf(point, centres, homes?.clusters[index], homes?.reach));
    const isSettled = next.every((cluster, index) => cluster === clusters[index]);
    clusters = next;
    if (isSettled) break;
    centres = centresOf(points, clusters, centres);
  }
  return { clusters, centres };
}

/** Where points were before. */
export interface Homes {
  /** The cluster of each point; undefined for one that was in none. */
  readonly clusters: readonly (number | undefined)[];
  /** A point stays while the squared distance from its centre is at most so many times that from the nearest. */
  readonly reach: number;
}

/** The nearest centre, the first of equals; the one before if that is within reach. */
export function clusterOf(point: Point, centres: readonly Point[], home?: number, reach = 1): number {
  let best = 0;
  let least = squaredDistance(point, centres[0]!);
  for (let index = 1; index < centres.length; index++) {
    const distance = squaredDistance(point, centres[index]!);
    if (distance < least) {
      best = index;
      least = distance;
    }
  }
  return home !== undefined && squaredDistance(point, centres[home]!) <= reach * least ? home : best;
}

function parted(points: readonly Point[], { clusters, centres }: Clustering): Clustering | undefined {
  let best: Clustering | undefined;
  let least = Infinity;
  centres.forEach((centre, cluster) => {
    const halves = halvesOf(points.filter((_, index) => clusters[index] === cluster));
    if (!halves) return;
    const found = settle(points, [...centres.slice(0, cluster), ...halves, ...centres.slice(cluster + 1)]);
    const spread = spreadOf(points, found);
    if (new Set(found.clusters).size === centres.length + 1 && spread < least) [best, least] = [found, spread];
  });
  return best;
}

/** The centres of those before and behind the middle, along the direction in which the points are spread most. */
function halvesOf(points: readonly Point[]): [Point, Point] | undefined {
  if (points.length < 2) return undefined;
  const middle = meanOf(points);
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - middle.x) * (x - middle.x);
    xy += (x - middle.x) * (y - middle.y);
    yy += (y - middle.y) * (y - middle.y);
  }
  const largest = (xx + yy + Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy)) / 2;
  const direction = xx >= yy ? { x: largest - yy, y: xy } : { x: xy, y: largest - xx };
  const isBefore = ({ x, y }: Point) => (x - middle.x) * direction.x + (y - middle.y) * direction.y < 0;
  const [before, behind] = [points.filter(isBefore), points.filter((point) => !isBefore(point))];
  return before.length > 0 && behind.length > 0 ? [meanOf(before), meanOf(behind)] : undefined;
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

export function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function spreadOf(points: readonly Point[], { clusters, centres }: Clustering): number {
  return points.reduce((sum, point, index) => sum + squaredDistance(point, centres[clusters[index]!]!), 0);
}

function squaredDistance(one: Point, other: Point): number {
  const dx = one.x - other.x;
  const dy = one.y - other.y;
  return dx * dx + dy * dy;
}
