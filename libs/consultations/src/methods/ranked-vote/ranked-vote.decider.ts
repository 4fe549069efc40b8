import { mustBeOptions, numberedOptions, optionsAnswered } from '../choices/options/options.contract';
import type { Asking, DraftFields, Method, Voter } from '../method/method.decider';
import { rankedVote as contract, rankingCast, type RankedVoteSettings, type RankingCast } from './ranked-vote.contract';

export interface RankOptions extends Voter {
  readonly type: 'CastRanking';
  readonly options: readonly string[];
}

export const rankedVote = {
  contract,
  draftFields: ['options', 'counting', 'resultsHidden'],
  settings: ({ counting, options }: DraftFields) => ({ counting: counting ?? 'instant-runoff', options: numberedOptions(options ?? []) }),
  begins: () => [],
  answered: ({ settings }: Asking) => optionsAnswered(settings),
  castCommand: 'CastRanking',

  cast({ consultationId, activityId, voter, options, assurance }: RankOptions, { options: offered }: RankedVoteSettings): RankingCast {
    mustBeOptions(options, offered);
    return { type: 'RankingCast', data: { consultationId, activityId, voter, options: [...new Set(options)], assurance } };
  },
  casts: rankingCast,
  choice: ({ data }: RankingCast) => data.options.join(),
} satisfies Method;
