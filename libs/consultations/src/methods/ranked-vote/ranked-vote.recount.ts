import { changed, plural, type ActsInWords } from '@isegoria/audit-kit';
import { levelsInWords } from '../../results/assurance/levels.recount';
import { optionsAnswered, type OptionResults } from '../choices/options/options.contract';
import type { MethodStory, RecountedMethod } from '../method/method.recount';
import type { MethodSettings } from '../methods.contract';
import { RankedBook } from './audit/ranked-book.recount';
import { rankedOnPage } from './audit/ranked-on-page.recount';
import { mayBeOfRankedVote, rulesOfRankedVotes } from './audit/ranked-rules.recount';
import { rankedVote as contract, type RankedVoteResults, type RankedVoteSettings, type RankingCast } from './ranked-vote.contract';

type Results = OptionResults & RankedVoteResults;

const story: MethodStory = {
  take: () => undefined,
  inWords: (results) => {
    const { options, ranking } = results as Results;
    return [
      `    ${winnerInWords(results as Results)} (${ranking?.counting})`,
      ...options.map(({ text, votes, byAssurance }) => `    - "${text}": ranked first in ${plural(votes, 'ballot', 'ballots')} (${levelsInWords(byAssurance)})`),
    ];
  },
  changesSince(earlier, results) {
    const [before, now] = [earlier as Results | undefined, results as Results];
    const firsts = now.options.flatMap(({ text, votes }, index) => changed(`ballots that rank "${text}" first`, before?.options[index]?.votes, votes));
    const winner = winnerInWords(now);
    return [...firsts, ...(before && winnerInWords(before) === winner ? [] : [winner])];
  },
  inJson: () => ({}),
};

function winnerInWords({ options, ranking }: Results): string {
  const winner = options.find(({ id }) => id === ranking?.winner);
  return winner ? `"${winner.text}" wins${ranking?.byLot ? ', by lot' : ''}` : 'nothing wins yet';
}

export const rankedVote: RecountedMethod = {
  contract,
  events: [],
  begin: (settings: MethodSettings, people, activityId) => new RankedBook(activityId, settings as RankedVoteSettings, people),
  views: [],
  onPage: rankedOnPage,
  isFiltered: true,
  tell: () => story,
  texts: [],
  permissions: [],
  mayHave: mayBeOfRankedVote,
  answered: ({ settings }) => optionsAnswered(settings),
  rules: rulesOfRankedVotes,
};

export const actsOfRankedVotes: ActsInWords<RankingCast> = { RankingCast: null };
