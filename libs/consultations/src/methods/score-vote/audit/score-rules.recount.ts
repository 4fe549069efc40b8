import { rule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import { areOptions } from '../../choices/options/options.contract';
import type { RulesOfMethod } from '../../method/method.recount';
import type { MethodSettings } from '../../methods.contract';
import { highestScores, scorings, type ScoreVoteSettings, type ScoresCast } from '../score-vote.contract';

/** What a ballot in a score vote keeps to, beside what all ballots do. */
export function rulesOfScoreVotes({ activities, ballots }: RulesOfMethod): RuleBook {
  const settingsOf = (activityId: string) => activities.of(activityId)!.settings as ScoreVoteSettings;
  return ruleBook<ScoresCast>({
    ScoresCast: [
      ...ballots,
      rule<ScoresCast>(
        'scores-known-options',
        'A ballot in a score vote gives scores to one option or more, each once, in the order of the vote.',
        ({ data: { activityId, scores } }) => {
          const given = scores.map(({ option }) => option);
          const inOrder = settingsOf(activityId).options.flatMap(({ id }) => (given.includes(id) ? [id] : []));
          return given.length > 0 && given.length === inOrder.length && given.every((option, at) => option === inOrder[at]);
        },
      ),
      rule<ScoresCast>(
        'scores-in-range',
        'A score is a whole number from 0 to the highest that the vote allows.',
        ({ data: { activityId, scores } }) =>
          scores.every(({ score }) => Number.isInteger(score) && score >= 0 && score <= settingsOf(activityId).highestScore),
      ),
    ],
  });
}

/** Whether an office can have set these. */
export function mayBeOfScoreVote(settings: MethodSettings): boolean {
  const { scoring, highestScore, options } = settings as ScoreVoteSettings;
  return scorings.includes(scoring) && highestScores.includes(highestScore) && areOptions(options);
}
