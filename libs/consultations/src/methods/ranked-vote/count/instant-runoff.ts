import type { RankedBallots } from './rankings';

/** One round of the count. */
export interface Round {
  /** The ballots that each option has; undefined of one that is out. */
  readonly votes: readonly (number | undefined)[];
  /** Ballots that rank none of the options that are left. */
  readonly exhausted: number;
  /** The option with the fewest votes, which is out after this round; absent in the round that decides. */
  readonly eliminated?: number;
  /** Whether several had the fewest votes, so that the lot decided among them. */
  readonly byLot?: true;
}

export interface InstantRunoff {
  /** Absent if nobody voted. */
  readonly winner?: number;
  readonly rounds: readonly Round[];
}

/**
 * Instant-runoff voting: each ballot counts for the most preferred option that is left. While no option has more than half of the ballots
 * that count for one, the option with the fewest is out, and of several the one whose lot was drawn last.
 */
export function instantRunoff({ options, ranked, lots }: RankedBallots): InstantRunoff {
  const piles: (number[] | undefined)[] = Array.from({ length: options }, () => []);
  const votes: number[] = Array.from({ length: options }, () => 0);
  const placeOf = new Uint32Array(ranked.length);
  let exhausted = 0;
  const give = (ballot: number) => {
    const { ranking, ballots } = ranked[ballot]!;
    let place = placeOf[ballot]!;
    while (place < ranking.length && !piles[ranking[place]!]) place += 1;
    placeOf[ballot] = place;
    if (place === ranking.length) return void (exhausted += ballots);
    const option = ranking[place]!;
    piles[option]!.push(ballot);
    votes[option]! += ballots;
  };
  for (let ballot = 0; ballot < ranked.length; ballot += 1) give(ballot);

  const rounds: Round[] = [];
  for (;;) {
    const left = lots.filter((option) => piles[option]);
    const now = { votes: votes.map((count, option) => (piles[option] ? count : undefined)), exhausted };
    const counting = left.reduce((sum, option) => sum + votes[option]!, 0);
    if (counting === 0) return { rounds: [now] };
    const winner = left.find((option) => votes[option]! * 2 > counting);
    if (winner !== undefined) return { winner, rounds: [...rounds, now] };
    const fewest = Math.min(...left.map((option) => votes[option]!));
    const last = left.filter((option) => votes[option] === fewest);
    const eliminated = last.at(-1)!;
    rounds.push({ ...now, eliminated, ...(last.length > 1 && { byLot: true }) });
    const pile = piles[eliminated]!;
    piles[eliminated] = undefined;
    for (const ballot of pile) give(ballot);
  }
}
