import { describe, expect, it } from '@jest/globals';
import { kMeans } from './k-means';
import { placeParticipants, principalComponent } from './pca';
import { seededRandom } from './seeded-random';
import { meanSilhouette } from './silhouette';
import type { VoteMatrix } from './vote-matrix';

/** A random matrix of votes with some missing, of two underlying dimensions. */
function randomMatrix(people: number, width: number): VoteMatrix {
  const random = seededRandom(people * 1000 + width);
  const rows = Array.from({ length: people }, (_, person) => {
    const columns = Array.from({ length: width }, (_, column) => column).filter(() => random() < 0.7);
    const camp = person % 2 === 0 ? 1 : -1;
    const values = columns.map((column) => (random() < 0.75 ? camp * (column % 2 === 0 ? 1 : -1) : Math.floor(random() * 3) - 1));
    return { columns: Int32Array.from(columns), values: Float64Array.from(values) };
  });
  return { participants: rows.map((_, n) => `p${n}`), statements: Array.from({ length: width }, (_, n) => `s${n}`), rows };
}

/** The same places computed in another way: the dense matrix, and all eigenvectors of its covariance by Jacobi rotations. */
function placesByJacobi({ rows, statements }: VoteMatrix): { x: number; y: number }[] {
  const width = statements.length;
  const means = statements.map((_, column) => {
    const cast = rows.flatMap(({ columns, values }) => (columns.indexOf(column) < 0 ? [] : [values[columns.indexOf(column)]!]));
    return cast.reduce((sum, value) => sum + value, 0) / cast.length;
  });
  const dense = rows.map(({ columns, values }) =>
    means.map((mean, column) => (columns.indexOf(column) < 0 ? 0 : values[columns.indexOf(column)]! - mean)),
  );
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
    const scale = Math.sqrt(width / rows[person]!.columns.length);
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

describe('principal components', () => {
  it.each([
    [30, 8],
    [60, 15],
    [12, 20],
  ])('equal those of a full eigendecomposition for %d people and %d statements', (people, width) => {
    const matrix = randomMatrix(people, width);
    const expected = placesByJacobi(matrix);
    placeParticipants(matrix).forEach(({ x, y }, person) => {
      expect(x).toBeCloseTo(expected[person]!.x, 8);
      expect(y).toBeCloseTo(expected[person]!.y, 6);
    });
  });

  it('have length one, stand at right angles, and turn their largest loading to the positive side', () => {
    const { rows, statements } = randomMatrix(40, 10);
    const first = principalComponent(rows, statements.length);
    const second = principalComponent(rows, statements.length, first);
    const dot = (one: Float64Array, other: Float64Array) => one.reduce((sum, value, index) => sum + value * other[index]!, 0);
    expect(dot(first, first)).toBeCloseTo(1, 12);
    expect(dot(first, second)).toBeCloseTo(0, 12);
    for (const component of [first, second]) expect(Math.max(...component)).toBe(Math.max(...component.map(Math.abs)));
  });
});

describe('k-means', () => {
  const points = [0, 1, 10, 11, 30].map((x) => ({ x, y: 0 }));

  it('finds the clusters of least squared distance', () => {
    const [a, b, c, d, e] = kMeans(points, 3)!;
    expect([a === b, c === d, a !== c, c !== e, a !== e]).toEqual([true, true, true, true, true]);
  });

  it('gives none where there are fewer different points than clusters', () => {
    expect(kMeans([points[0]!, points[0]!, points[1]!], 3)).toBeUndefined();
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
