import { atEachLevel, counted, eachLevel, type ByAssurance } from '../../results/assurance/by-assurance.contract';
import { countedByChoices, type Tallies } from '../choices/choice-method.read-model';
import type { OptionResult } from '../choices/options/options.contract';
import type { CountedActivity } from '../method/method.read-model';
import { rankedTables } from './ballot/ranked-tables.read-model';
import { countedRankings } from './results/counted-rankings.read-model';
import { rankedVote as contract, type RankedVoteSettings, type RankingCast } from './ranked-vote.contract';

/** A ballot is one choice: its whole ranking. Ids of options have no spaces. */
const asChoice = (options: readonly string[]): string => options.join(' ');
const asRanking = (choice: string): string[] => choice.split(' ');

export const rankedVote = countedByChoices<RankingCast>({
  contract,
  tables: rankedTables,
  choices: ({ options }) => [asChoice(options)],
  ballot: ([choice = '']) => ({ options: asRanking(choice) }),
  results(tallies, activity) {
    const { id, settings } = activity;
    const ranking = countedRankings(rankingsIn(tallies, activity), settings.lots ?? id, settings as RankedVoteSettings);
    return { options: rankedFirst(tallies, activity), ranking };
  },
});

/** The rankings that headline figures count, and how many ballots have each. */
function rankingsIn(tallies: Tallies, { countsFrom }: CountedActivity) {
  return Array.from(tallies, ([choice, votes]) => ({ options: asRanking(choice), ballots: counted(votes, countsFrom) })).filter(
    ({ ballots }) => ballots > 0,
  );
}

/** The options with the people who rank each first. */
function rankedFirst(tallies: Tallies, { settings, countsFrom }: CountedActivity): OptionResult[] {
  const first = new Map<string, ByAssurance<number>>();
  for (const [choice, votes] of tallies) {
    const [option] = asRanking(choice) as [string];
    const earlier = first.get(option);
    first.set(option, earlier ? eachLevel((level) => earlier[level] + votes[level]) : votes);
  }
  return (settings as RankedVoteSettings).options.map(({ id, text }) => {
    const byAssurance = first.get(id) ?? atEachLevel(0);
    return { id, text, votes: counted(byAssurance, countsFrom), byAssurance };
  });
}
