import { instantRunoff } from '../count/instant-runoff';
import { drawnLots } from '../../choices/options/lots';
import type { RankedBallots } from '../count/rankings';
import { schulze } from '../count/schulze';
import type { Counting, RankedCount, RankedVoteSettings } from '../ranked-vote.contract';

/** A ranking by ids of options, and how many ballots have it. */
export interface CountedRanking {
  readonly options: readonly string[];
  readonly ballots: number;
}

/** How a ranked vote comes out, with the working of its way of counting. @param drawnFrom from what its lots are drawn */
export function countedRankings(rankings: readonly CountedRanking[], drawnFrom: string, settings: RankedVoteSettings): RankedCount {
  const ids = settings.options.map(({ id }) => id);
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const inNumbers = (options: readonly string[]) => options.map((id) => numberOf.get(id)!);
  const lots = drawnLots(drawnFrom, ids);
  const ballots: RankedBallots = {
    options: ids.length,
    ranked: rankings.map(({ options, ballots }) => ({ ranking: inNumbers(options), ballots })),
    lots: inNumbers(lots),
  };
  const nothing = { rounds: [], order: [], preferred: [], strengths: [] };
  return { counting: settings.counting, lots, ...nothing, ...countedBy[settings.counting](ballots, ids) };
}

type Working = Pick<RankedCount, 'winner' | 'byLot'> & Partial<RankedCount>;

const countedBy: Readonly<Record<Counting, (ballots: RankedBallots, ids: readonly string[]) => Working>> = {
  'instant-runoff'(ballots, ids) {
    const { winner, rounds } = instantRunoff(ballots);
    return {
      winner: winner === undefined ? null : ids[winner]!,
      byLot: rounds.some(({ byLot }) => byLot),
      rounds: rounds.map(({ votes, exhausted, eliminated, byLot = false }) => ({
        votes: votes.map((count) => count ?? null),
        exhausted,
        eliminated: eliminated === undefined ? null : ids[eliminated]!,
        byLot,
      })),
    };
  },
  schulze(ballots, ids) {
    const { order, unbeaten, preferred, strengths } = schulze(ballots);
    return {
      winner: unbeaten.length === 0 ? null : ids[order[0]!]!,
      byLot: unbeaten.length > 1,
      order: order.map((option) => ids[option]!),
      preferred,
      strengths,
    };
  },
};
