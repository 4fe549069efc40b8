/**
 * How far two groupings of the same people agree: 1 wholly, around 0 no more than chance would have it (Hubert and Arabie 1985).
 * @param pairs each person's group in the one and in the other
 */
export function adjustedRand(pairs: readonly (readonly [unknown, unknown])[]): number {
  if (pairs.length < 2) return 1;
  const [cells, rows, columns] = [new Map<unknown, number>(), new Map<unknown, number>(), new Map<unknown, number>()];
  for (const [one, other] of pairs) {
    count(cells, `${one} ${other}`);
    count(rows, one);
    count(columns, other);
  }
  const together = pairsIn(cells);
  const chance = (pairsIn(rows) * pairsIn(columns)) / choose2(pairs.length);
  const most = (pairsIn(rows) + pairsIn(columns)) / 2;
  return most === chance ? 1 : (together - chance) / (most - chance);
}

function count(counts: Map<unknown, number>, key: unknown): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairsIn(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, size) => sum + choose2(size), 0);
}

function choose2(n: number): number {
  return (n * (n - 1)) / 2;
}
