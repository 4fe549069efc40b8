import { seededRandom } from './seeded-random';

/** Votes person by person: of each person those from `starts` on, `lengths` of them. */
export interface Rows {
  /** Of statements. */
  readonly width: number;
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  readonly columns: Int32Array;
  readonly values: Int8Array;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The plane that people are projected on: a statement's mean vote and its loadings on two axes of length one, at right angles. */
export interface Plane {
  readonly means: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

interface Rounds {
  readonly rounds: number;
  readonly tolerance: number;
}
type Axes = readonly [Float64Array, Float64Array];

const seed = 1;
const atFirst = { rounds: 1000, tolerance: 1e-12 } as const;
/** From the plane before, few rounds are enough, and a plane that is near a tie turns slowly instead of at once. */
const fromBefore = { rounds: 10, tolerance: 1e-9 } as const;
/** For comparisons that are repeated many times. */
export const roughly = { rounds: 50, tolerance: 1e-6 } as const;

/**
 * The plane of most variance of people's votes, missing ones at the statement's mean (Small et al. 2021, "Polis: Scaling Deliberation by
 * Mapping High Dimensional Opinion Spaces"), by orthogonal iteration on the covariance; x is the direction of most variance. The first time
 * the largest loading of each axis (the first of equals) is positive. Later the iteration begins at the plane before: since no variance is
 * negative, it turns no axis round. Arithmetic is plain IEEE 754 double (+ - * / sqrt) in a fixed order.
 * @param before the plane of the step before
 * @param first how closely it is computed where there is none
 */
export function planeOf(rows: Rows, people: Int32Array, before?: Plane, first: Rounds = atFirst): Plane {
  const means = meansOf(rows, people);
  const covariance = (axes: Axes) => timesCovariance(rows, people, means, axes);
  const known = before && orthonormal(before.x, before.y);
  const isWhole = known?.every((axis) => axis.some((loading) => loading !== 0));
  if (isWhole) {
    const [x, y] = iterated(known!, covariance, fromBefore);
    return { means, x, y };
  }
  const [x, y] = iterated(startOf(means.length), covariance, first);
  return { means, x: positive(x), y: positive(y) };
}

/** Where a person stands, scaled by sqrt(statements / votes cast), so that few votes do not draw a person to the middle. */
export function placesOn({ means, x, y }: Plane, { starts, columns, values, lengths }: Rows, people: Int32Array): Point[] {
  return Array.from(people, (person) => {
    let [alongX, alongY] = [0, 0];
    const [from, to] = [starts[person]!, starts[person]! + lengths[person]!];
    for (let vote = from; vote < to; vote++) {
      const column = columns[vote]!;
      const value = values[vote]! - means[column]!;
      alongX += value * x[column]!;
      alongY += value * y[column]!;
    }
    const scale = Math.sqrt(means.length / (to - from));
    return { x: scale * alongX + 0, y: scale * alongY + 0 };
  });
}

function meansOf({ width, starts, columns, values, lengths }: Rows, people: Int32Array): Float64Array {
  const [sums, counts] = [new Float64Array(width), new Float64Array(width)];
  for (const person of people) {
    for (let vote = starts[person]!; vote < starts[person]! + lengths[person]!; vote++) {
      sums[columns[vote]!]! += values[vote]!;
      counts[columns[vote]!]! += 1;
    }
  }
  return sums.map((sum, column) => (counts[column]! > 0 ? sum / counts[column]! : 0));
}

function startOf(width: number): Axes {
  const random = seededRandom(seed);
  const pairs = Array.from({ length: width }, () => [random() + 0.5, random() + 0.5] as const);
  return orthonormal(
    Float64Array.from(pairs, ([x]) => x),
    Float64Array.from(pairs, ([, y]) => y),
  );
}

function iterated(start: Axes, covariance: (axes: Axes) => Axes, { rounds, tolerance }: Rounds): Axes {
  let axes = start;
  for (let round = 0; round < rounds; round++) {
    const next = orthonormal(...covariance(axes));
    const change = distance(next[0], axes[0]) + distance(next[1], axes[1]);
    axes = next;
    if (change < tolerance) break;
  }
  return axes;
}

/** Once the means are subtracted, a missing vote is 0: only votes that were cast are visited. */
function timesCovariance({ starts, columns, values, lengths }: Rows, people: Int32Array, means: Float64Array, [x, y]: Axes): Axes {
  const [nextX, nextY] = [new Float64Array(x.length), new Float64Array(y.length)];
  for (const person of people) {
    const [from, to] = [starts[person]!, starts[person]! + lengths[person]!];
    let [alongX, alongY] = [0, 0];
    for (let vote = from; vote < to; vote++) {
      const column = columns[vote]!;
      const value = values[vote]! - means[column]!;
      alongX += value * x[column]!;
      alongY += value * y[column]!;
    }
    for (let vote = from; vote < to; vote++) {
      const column = columns[vote]!;
      const value = values[vote]! - means[column]!;
      nextX[column]! += alongX * value;
      nextY[column]! += alongY * value;
    }
  }
  return [nextX, nextY];
}

function orthonormal(x: Float64Array, y: Float64Array): Axes {
  const first = unit(x);
  return [first, unit(sum(y, 1, first, -product(y, first)))];
}

/** The vector at length 1; zeros when it is too short to have a direction. */
function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(product(vector, vector));
  return vector.map((value) => (length > atFirst.tolerance ? value / length : 0));
}

function positive(axis: Float64Array): Float64Array {
  const largest = axis.reduce((best, loading) => (Math.abs(loading) > Math.abs(best) ? loading : best), 0);
  return largest < 0 ? axis.map((loading) => -loading) : axis;
}

function sum(one: Float64Array, factor: number, other: Float64Array, otherFactor: number): Float64Array {
  return one.map((value, index) => factor * value + otherFactor * other[index]!);
}

function product(one: Float64Array, other: Float64Array): number {
  return one.reduce((total, value, index) => total + value * other[index]!, 0);
}

function distance(one: Float64Array, other: Float64Array): number {
  return Math.sqrt(one.reduce((total, value, index) => total + (value - other[index]!) * (value - other[index]!), 0));
}
