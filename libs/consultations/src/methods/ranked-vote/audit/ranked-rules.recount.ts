import { rule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import { areOptions } from '../../choices/options/options.contract';
import type { RulesOfMethod } from '../../method/method.recount';
import type { MethodSettings } from '../../methods.contract';
import { countings, type RankedVoteSettings, type RankingCast } from '../ranked-vote.contract';

/** What a ballot in a ranked vote keeps to, beside what all ballots do. */
export function rulesOfRankedVotes({ activities, ballots }: RulesOfMethod): RuleBook {
  const settingsOf = (activityId: string) => activities.of(activityId)!.settings as RankedVoteSettings;
  return ruleBook<RankingCast>({
    RankingCast: [
      ...ballots,
      rule<RankingCast>(
        'ranks-known-options',
        'A ballot in a ranked vote ranks one option or more, each of them an option of the vote.',
        ({ data: { activityId, options } }) => {
          const offered = settingsOf(activityId).options.map(({ id }) => id);
          return options.length > 0 && options.every((option) => offered.includes(option));
        },
      ),
      rule<RankingCast>(
        'ranked-once',
        'A ballot in a ranked vote ranks each option once.',
        ({ data: { options } }) => new Set(options).size === options.length,
      ),
    ],
  });
}

/** Whether an office can have set these. */
export function mayBeOfRankedVote(settings: MethodSettings): boolean {
  const { counting, options } = settings as RankedVoteSettings;
  return countings.includes(counting) && areOptions(options);
}
