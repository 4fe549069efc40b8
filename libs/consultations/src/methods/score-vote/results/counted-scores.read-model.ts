import { counted } from '../../../results/assurance/by-assurance.contract';
import type { Tallies } from '../../choices/choice-method.read-model';
import { drawnLots } from '../../choices/options/lots';
import type { DrawnLotsView } from '../../choices/options/options.contract';
import type { CountedActivity } from '../../method/method.read-model';
import type { ScoreCount, ScoreVoteSettings, ScoredOption, Scoring } from '../score-vote.contract';

/** How a score vote comes out, of the ballots that headline figures count. */
export function countedScores(
  tallies: Tallies,
  { id: activityId, settings, countsFrom }: Pick<CountedActivity, 'id' | 'settings' | 'countsFrom'>,
): ScoreCount {
  const { scoring, highestScore, options, lots: drawnFrom = activityId } = settings as ScoreVoteSettings & DrawnLotsView;
  const scored = options.map(({ id }): ScoredOption => {
    const counts = Array.from({ length: highestScore + 1 }, (_, score) => {
      const votes = tallies.get(`${id}:${score}`);
      return votes ? counted(votes, countsFrom) : 0;
    });
    const people = counts.reduce((sum, n) => sum + n, 0);
    const total = counts.reduce((sum, n, score) => sum + n * score, 0);
    return { id, people, total, mean: people > 0 ? Math.round((total / people) * 1_000) / 1_000 : null, counts };
  });
  const first = firstBy(scoring, scored);
  const lots = drawnLots(drawnFrom, options.map(({ id }) => id));
  const winner = lots.find((id) => first.some((option) => option.id === id)) ?? null;
  return { scoring, highestScore, options: scored, winner, byLot: first.length > 1, lots };
}

/** Means are compared as fractions: two that differ by less than they are rounded to are not the same. */
function firstBy(scoring: Scoring, options: readonly ScoredOption[]): ScoredOption[] {
  const isMore = (one: ScoredOption, other: ScoredOption) =>
    scoring === 'total' ? one.total > other.total : one.total * other.people > other.total * one.people;
  const withScore = options.filter(({ total }) => total > 0);
  return withScore.filter((one) => !withScore.some((other) => isMore(other, one)));
}
