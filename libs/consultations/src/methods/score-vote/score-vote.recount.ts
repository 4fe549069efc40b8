import { changed, plural, type ActsInWords } from '@isegoria/audit-kit';
import { optionsAnswered, type OptionResults } from '../choices/options/options.contract';
import type { MethodStory, RecountedMethod } from '../method/method.recount';
import type { MethodSettings } from '../methods.contract';
import { ScoreBook } from './audit/score-book.recount';
import { scoresOnPage } from './audit/score-on-page.recount';
import { mayBeOfScoreVote, rulesOfScoreVotes } from './audit/score-rules.recount';
import { scoreVote as contract, type ScoreVoteResults, type ScoreVoteSettings, type ScoresCast } from './score-vote.contract';

type Results = OptionResults & ScoreVoteResults;

const nameOf = (results: Results, id: string | null | undefined): string =>
  results.options.find((option) => option.id === id)?.text ?? 'nothing';

const story: MethodStory = {
  take: () => undefined,
  inWords(results) {
    const { options, scores } = results as Results;
    return [
      `    "${nameOf(results as Results, scores?.winner)}" is first by ${scores?.scoring}${scores?.byLot ? ', by lot' : ''}`,
      ...options.map(({ text }, at) => {
        const { people = 0, total = 0, mean = null } = scores?.options[at] ?? {};
        return `    - "${text}": total ${total}, mean ${mean ?? 'none'} (${plural(people, 'score', 'scores')})`;
      }),
    ];
  },
  changesSince(earlier, results) {
    const [before, now] = [earlier as Results | undefined, results as Results];
    const totals = now.options.flatMap(({ text }, at) =>
      changed(`total of "${text}"`, before?.scores?.options[at]?.total, now.scores?.options[at]?.total ?? 0),
    );
    const isSame = before !== undefined && before.scores?.winner === now.scores?.winner;
    return [...totals, ...(isSame ? [] : [`"${nameOf(now, now.scores?.winner)}" is first`])];
  },
  inJson: () => ({}),
};

export const scoreVote: RecountedMethod = {
  contract,
  events: [],
  begin: (settings: MethodSettings, people, activityId) => new ScoreBook(activityId, settings as ScoreVoteSettings, people),
  views: [],
  onPage: scoresOnPage,
  isFiltered: true,
  tell: () => story,
  texts: [],
  permissions: [],
  mayHave: mayBeOfScoreVote,
  answered: ({ settings }) => optionsAnswered(settings),
  rules: rulesOfScoreVotes,
};

export const actsOfScoreVotes: ActsInWords<ScoresCast> = { ScoresCast: null };
