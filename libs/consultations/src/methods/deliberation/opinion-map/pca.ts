import { seededRandom } from './seeded-random';
import type { MatrixRow, VoteMatrix } from './vote-matrix';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const seed = 1;
const iterations = 1000;
const tolerance = 1e-12;

/**
 * Places each participant by the two principal components of the votes, missing ones at the statement's mean (Small et al. 2021,
 * "Polis: Scaling Deliberation by Mapping High Dimensional Opinion Spaces"). A projection is scaled by sqrt(statements / votes cast), so
 * that few votes do not draw a person to the middle. Arithmetic is plain IEEE 754 double (+ - * / sqrt) in a fixed order.
 */
export function placeParticipants(matrix: VoteMatrix): Point[] {
  const width = matrix.statements.length;
  const rows = centred(matrix);
  const first = principalComponent(rows, width);
  const second = principalComponent(rows, width, first);
  return rows.map((row) => {
    const scale = Math.sqrt(width / row.columns.length);
    return { x: scale * product(row, first) + 0, y: scale * product(row, second) + 0 };
  });
}

/** Once the column means are subtracted, a missing vote is 0: the rows stay sparse. */
function centred({ rows, statements }: VoteMatrix): MatrixRow[] {
  const sums = new Float64Array(statements.length);
  const counts = new Float64Array(statements.length);
  for (const { columns, values } of rows) {
    columns.forEach((column, index) => {
      sums[column]! += values[index]!;
      counts[column]! += 1;
    });
  }
  const means = sums.map((sum, column) => (counts[column]! > 0 ? sum / counts[column]! : 0));
  const all = new Float64Array(rows.reduce((sum, { columns }) => sum + columns.length, 0));
  let to = 0;
  return rows.map(({ columns, values }) => {
    const from = to;
    for (let index = 0; index < columns.length; index++) all[to++] = values[index]! - means[columns[index]!]!;
    return { columns, values: all.subarray(from, to) };
  });
}

/**
 * The direction of most variance, by power iteration on the covariance from a fixed start; with `deflated`, of most variance at right
 * angles to that component. Its largest loading (the first of equals) is positive. All zeros where no variance is left.
 */
export function principalComponent(rows: readonly MatrixRow[], width: number, deflated?: Float64Array): Float64Array {
  const random = seededRandom(seed);
  let direction = unit(
    withoutPart(
      Float64Array.from({ length: width }, () => random() + 0.5),
      deflated,
    ),
  );
  for (let iteration = 0; iteration < iterations; iteration++) {
    const next = unit(withoutPart(timesCovariance(rows, direction), deflated));
    const change = distance(next, direction);
    direction = next;
    if (change < tolerance) break;
  }
  const largest = direction.reduce((best, loading) => (Math.abs(loading) > Math.abs(best) ? loading : best), 0);
  return largest < 0 ? direction.map((loading) => -loading) : direction;
}

function timesCovariance(rows: readonly MatrixRow[], direction: Float64Array): Float64Array {
  const result = new Float64Array(direction.length);
  for (const row of rows) {
    const score = product(row, direction);
    const { columns, values } = row;
    for (let index = 0; index < columns.length; index++) result[columns[index]!]! += score * values[index]!;
  }
  return result;
}

function product({ columns, values }: MatrixRow, direction: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < columns.length; index++) sum += values[index]! * direction[columns[index]!]!;
  return sum;
}

function withoutPart(vector: Float64Array, component: Float64Array | undefined): Float64Array {
  if (!component) return vector;
  const part = vector.reduce((sum, value, index) => sum + value * component[index]!, 0);
  return vector.map((value, index) => value - part * component[index]!);
}

/** The vector at length 1; zeros when it is too short to have a direction. */
function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => (length > tolerance ? value / length : 0));
}

function distance(one: Float64Array, other: Float64Array): number {
  return Math.sqrt(one.reduce((sum, value, index) => sum + (value - other[index]!) * (value - other[index]!), 0));
}
