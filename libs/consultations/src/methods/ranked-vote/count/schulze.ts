import type { RankedBallots } from './rankings';

/** Row and column are options. */
export type Table = readonly (readonly number[])[];

export interface Schulze {
  /** How many ballots prefer the option of the row to that of the column. */
  readonly preferred: Table;
  /** The strength of the strongest path from the option of the row to that of the column; zero where there is none. */
  readonly strengths: Table;
  /** All options, the winner first. */
  readonly order: readonly number[];
  /** Those that no other option beats; where there are several, the lot decided among them. Empty if nobody voted. */
  readonly unbeaten: readonly number[];
}

/**
 * The Schulze method with winning votes: an option beats another if its strongest path to it is stronger than the one back, where a path is
 * as strong as its weakest comparison. Among options of which none beats another, the one whose lot was drawn first comes first.
 * M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method", Social
 * Choice and Welfare 36 (2011).
 */
export function schulze({ options, ranked, lots }: RankedBallots): Schulze {
  const preferred = comparisons(options, ranked);
  const strengths = strongestPaths(preferred);
  const beats = (one: number, other: number) => strengths[one]![other]! > strengths[other]![one]!;
  const unbeatenAmong = (left: readonly number[]) => left.filter((option) => !left.some((other) => beats(other, option)));
  const order: number[] = [];
  let left = lots;
  while (left.length > 0) {
    const [next] = unbeatenAmong(left) as [number];
    order.push(next);
    left = left.filter((option) => option !== next);
  }
  return { preferred, strengths, order, unbeaten: ranked.length > 0 ? unbeatenAmong(lots) : [] };
}

function comparisons(options: number, ranked: RankedBallots['ranked']): number[][] {
  const cells = new Float64Array(options * options);
  const inOrder = new Uint16Array(options);
  const isRanked = new Uint8Array(options);
  for (const { ranking, ballots } of ranked) {
    isRanked.fill(0);
    let places = 0;
    for (; places < ranking.length; places += 1) isRanked[(inOrder[places] = ranking[places]!)] = 1;
    for (let option = 0, place = places; option < options; option += 1) if (!isRanked[option]) inOrder[place++] = option;
    for (let place = 0; place < places; place += 1) {
      const row = inOrder[place]! * options;
      for (let behind = place + 1; behind < options; behind += 1) cells[row + inOrder[behind]!]! += ballots;
    }
  }
  return Array.from({ length: options }, (_, row) => [...cells.subarray(row * options, (row + 1) * options)]);
}

/** Floyd and Warshall's way through all pairs, with the weakest link of a path for its length. */
function strongestPaths(preferred: Table): number[][] {
  const strongest = preferred.map((row, one) => row.map((votes, other) => (votes > preferred[other]![one]! ? votes : 0)));
  const options = [...preferred.keys()];
  for (const via of options)
    for (const from of options) {
      if (from === via) continue;
      const row = strongest[from]!;
      for (const to of options) if (to !== from) row[to] = Math.max(row[to]!, Math.min(row[via]!, strongest[via]![to]!));
    }
  return strongest;
}
