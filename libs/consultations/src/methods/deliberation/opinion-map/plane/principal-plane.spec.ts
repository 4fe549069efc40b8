import { describe, expect, it } from '@jest/globals';
import { clusteringsUpTo, settle } from '../groups/k-means';
import { placesOn, planeOf, type Plane, type Rows } from './principal-plane';
import { seededRandom } from './seeded-random';
import { meanSilhouette } from '../groups/silhouette';

/** Random votes with some missing, of two underlying dimensions. */
function randomRows(people: number, width: number): Rows {
  const random = seededRandom(people * 1000 + width);
  const ballots = Array.from({ length: people }, (_, person) => {
    const camp = person % 2 === 0 ? 1 : -1;
    return Array.from({ length: width }, (_, column) => column)
      .filter(() => random() < 0.7)
      .map((column) => ({ column, value: random() < 0.75 ? camp * (column % 2 === 0 ? 1 : -1) : Math.floor(random() * 3) - 1 }));
  });
  const lengths = Int32Array.from(ballots, (ballot) => ballot.length);
  return {
    width,
    lengths,
    starts: lengths.map((_, person) => lengths.slice(0, person).reduce((sum, length) => sum + length, 0)),
    columns: Int32Array.from(ballots.flat(), ({ column }) => column),
    values: Int8Array.from(ballots.flat(), ({ value }) => value),
  };
}

const everybody = (rows: Rows) => Int32Array.from(rows.lengths.keys());

/** The same places computed in another way: the dense matrix, and all eigenvectors of its covariance by Jacobi rotations. */
function placesByJacobi({ width, starts, lengths, columns, values }: Rows): { x: number; y: number }[] {
  const votes = Array.from(starts, (start, person) => {
    const row = new Map<number, number>();
    for (let vote = start; vote < start + lengths[person]!; vote++) row.set(columns[vote]!, values[vote]!);
    return row;
  });
  const means = Array.from({ length: width }, (_, column) => {
    const cast = votes.flatMap((row) => row.get(column) ?? []);
    return cast.reduce((sum, value) => sum + value, 0) / cast.length;
  });
  const dense = votes.map((row) => means.map((mean, column) => (row.has(column) ? row.get(column)! - mean : 0)));
  const covariance = means.map((_, i) => means.map((_, j) => dense.reduce((sum, row) => sum + row[i]! * row[j]!, 0)));
  const vectors = means.map((_, i) => means.map((_, j) => Number(i === j)));
  for (let sweep = 0; sweep < 50; sweep++) {
    for (let p = 0; p < width; p++) {
      for (let q = p + 1; q < width; q++) rotate(covariance, vectors, p, q);
    }
  }
  const order = means.map((_, i) => i).sort((i, j) => covariance[j]![j]! - covariance[i]![i]!);
  const components = order.slice(0, 2).map((column) => {
    const loadings = vectors.map((row) => row[column]!);
    const largest = loadings.reduce((best, loading) => (Math.abs(loading) > Math.abs(best) ? loading : best));
    return loadings.map((loading) => loading * Math.sign(largest));
  });
  return dense.map((row, person) => {
    const scale = Math.sqrt(width / lengths[person]!);
    const [x, y] = components.map((loadings) => scale * row.reduce((sum, value, column) => sum + value * loadings[column]!, 0));
    return { x: x!, y: y! };
  });
}

function rotate(matrix: number[][], vectors: number[][], p: number, q: number): void {
  if (Math.abs(matrix[p]![q]!) < 1e-14) return;
  const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * matrix[p]![q]!);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of [...matrix, ...vectors]) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
  for (let k = 0; k < matrix.length; k++) {
    [matrix[p]![k], matrix[q]![k]] = [c * matrix[p]![k]! - s * matrix[q]![k]!, s * matrix[p]![k]! + c * matrix[q]![k]!];
  }
}

const dot = (one: Float64Array, other: Float64Array) => one.reduce((sum, value, index) => sum + value * other[index]!, 0);

describe('the plane', () => {
  it.each([
    [30, 8],
    [60, 15],
    [12, 20],
  ])('is spanned by the first two of all eigenvectors, for %d people and %d statements', (people, width) => {
    const rows = randomRows(people, width);
    const expected = placesByJacobi(rows);
    placesOn(planeOf(rows, everybody(rows)), rows, everybody(rows)).forEach(({ x, y }, person) => {
      expect(x).toBeCloseTo(expected[person]!.x, 8);
      expect(y).toBeCloseTo(expected[person]!.y, 6);
    });
  });

  it('has axes of length one at right angles, whose largest loadings are positive at first', () => {
    const rows = randomRows(40, 10);
    const { x, y } = planeOf(rows, everybody(rows));
    expect(dot(x, x)).toBeCloseTo(1, 12);
    expect(dot(x, y)).toBeCloseTo(0, 12);
    for (const axis of [x, y]) expect(Math.max(...axis)).toBe(Math.max(...axis.map(Math.abs)));
  });

  const negative = (axis: Float64Array) => axis.map((loading) => -loading);
  it.each<[string, (plane: Plane) => Plane]>([
    ['were turned round', ({ x, y, ...plane }) => ({ ...plane, x: negative(x), y: negative(y) })],
    ['were mirrored', ({ x, y, ...plane }) => ({ ...plane, x: negative(x), y })],
  ])('keeps the directions of the axes of the one before, where they %s', (_, changed) => {
    const rows = randomRows(60, 15);
    const before = changed(planeOf(rows, everybody(rows)));
    const after = planeOf(rows, everybody(rows), before);
    expect(dot(after.x, before.x)).toBeCloseTo(1, 9);
    expect(dot(after.y, before.y)).toBeCloseTo(1, 9);
  });
});

describe('k-means', () => {
  const points = [0, 1, 10, 11, 30].map((x) => ({ x, y: 0 }));
  const parts = (clusters: readonly number[]) =>
    [...new Set(clusters)].map((one) => clusters.flatMap((cluster, index) => (cluster === one ? [index] : [])));

  it('finds the clusters of least squared distance, however many are wanted', () => {
    expect(clusteringsUpTo(3, points).map(({ clusters }) => parts(clusters))).toEqual([
      [[0, 1, 2, 3, 4]],
      [[0, 1, 2, 3], [4]],
      [[0, 1], [2, 3], [4]],
    ]);
  });

  it('ends where there are no more different points than clusters', () => {
    expect(clusteringsUpTo(3, [points[0]!, points[0]!, points[1]!])).toHaveLength(2);
  });

  it('leaves a point in its cluster while another is hardly nearer', () => {
    const [between, centres] = [
      { x: 5.2, y: 0 },
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ],
    ];
    expect(settle([...centres, between], centres).clusters).toEqual([0, 1, 1]);
    expect(settle([...centres, between], centres, { clusters: [0, 1, 0], reach: 1.5 }).clusters).toEqual([0, 1, 0]);
    expect(settle([...centres, { x: 9, y: 0 }], centres, { clusters: [0, 1, 0], reach: 1.5 }).clusters).toEqual([0, 1, 1]);
  });
});

describe('the silhouette', () => {
  it('is that of the definition', () => {
    const points = [0, 2, 10].map((x) => ({ x, y: 0 }));
    expect(meanSilhouette(points, [0, 0, 1], 2)).toBeCloseTo(((10 - 2) / 10 + (8 - 2) / 8 + 0) / 3, 15);
  });

  it('of many points is near that of all of them, and always the same', () => {
    const random = seededRandom(9);
    const many = Array.from({ length: 3000 }, (_, n) => ({ x: random() + (n % 2) * 2, y: random() }));
    const clusters = many.map((_, n) => n % 2);
    const sampled = meanSilhouette(many, clusters, 2);
    expect(meanSilhouette(many, clusters, 2)).toBe(sampled);
    const thousand = many.slice(0, 1000);
    expect(Math.abs(sampled - meanSilhouette(thousand, clusters.slice(0, 1000), 2))).toBeLessThan(0.02);
  });
});
