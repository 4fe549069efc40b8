import { rule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import { areOptions } from '../../choices/options/options.contract';
import type { RulesOfMethod } from '../../method/method.recount';
import type { MethodSettings } from '../../methods.contract';
import type { PollBallotCast, PollSettings } from '../poll.contract';

/** What a ballot in a poll keeps to, beside what all ballots do. */
export function rulesOfPolls({ activities, ballots }: RulesOfMethod): RuleBook {
  const settingsOf = (activityId: string) => activities.of(activityId)!.settings as PollSettings;
  return ruleBook<PollBallotCast>({
    PollBallotCast: [
      ...ballots,
      rule<PollBallotCast>('known-options', 'A ballot in a poll names options that the poll has.', ({ data: { activityId, options } }) => {
        const offered = settingsOf(activityId).options.map(({ id }) => id);
        return options.length > 0 && options.every((option) => offered.includes(option));
      }),
      rule<PollBallotCast>(
        'options-once',
        'A ballot in a poll names each option once, in the order of the poll.',
        ({ data: { activityId, options } }) => {
          const inOrder = settingsOf(activityId).options.filter(({ id }) => options.includes(id));
          return options.length === inOrder.length && inOrder.every(({ id }, index) => options[index] === id);
        },
      ),
      rule<PollBallotCast>(
        'single-choice',
        'A ballot in a poll with a single choice names one option.',
        ({ data: { activityId, options } }) => settingsOf(activityId).multiple || options.length === 1,
      ),
    ],
  });
}

/** Whether an office can have set these. */
export function mayBeOfPoll(settings: MethodSettings): boolean {
  const { multiple, options, ties } = settings as PollSettings;
  return typeof multiple === 'boolean' && areOptions(options) && (ties === undefined || ties === 'lot');
}
