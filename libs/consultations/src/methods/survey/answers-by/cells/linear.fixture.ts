/** A prime, so that sums are solved without rounding. */
const prime = 1_000_003;
const modulo = (n: number) => ((n % prime) + prime) % prime;
function inverse(n: number): number {
  let [power, result, base] = [prime - 2, 1n, BigInt(n)];
  for (; power > 0; power = Math.floor(power / 2), base = (base * base) % BigInt(prime))
    if (power % 2 === 1) result = (result * base) % BigInt(prime);
  return Number(result);
}

function reduced(row: readonly number[], basis: ReadonlyMap<number, readonly number[]>): number[] {
  const rest = row.map(modulo);
  for (let at = 0; at < rest.length; at++) {
    const by = basis.get(at);
    const factor = rest[at]!;
    if (by && factor !== 0) for (let other = at; other < rest.length; other++) rest[other] = modulo(rest[other]! - factor * by[other]!);
  }
  return rest;
}

/** By the column in which each begins with 1. */
export function basisOf(rows: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const basis = new Map<number, readonly number[]>();
  for (const row of rows) {
    const rest = reduced(row, basis);
    const first = rest.findIndex((n) => n !== 0);
    if (first < 0) continue;
    const by = inverse(rest[first]!);
    basis.set(first, rest.map((n) => modulo(n * by))); // prettier-ignore
  }
  return basis;
}

/** Whether it follows from the others, added and taken away. */
export const isInSpan = (row: readonly number[], basis: ReadonlyMap<number, readonly number[]>): boolean =>
  reduced(row, basis).every((n) => n === 0);
