import { Rejection } from '@isegoria/kernel';
import { mustBeOptions, numberedOptions, optionsAnswered } from '../choices/options/options.contract';
import type { Asking, DraftFields, Method, Voter } from '../method/method.decider';
import { poll as contract, pollBallotCast, type PollBallotCast, type PollSettings } from './poll.contract';

export interface ChooseOptions extends Voter {
  readonly type: 'CastPollBallot';
  readonly options: readonly string[];
}

export const poll = {
  contract,
  draftFields: ['options', 'multiple', 'resultsHidden'],
  settings: ({ multiple, options }: DraftFields) =>
    ({ multiple: multiple ?? false, options: numberedOptions(options ?? []), ties: 'lot' }) as const,
  begins: () => [],
  answered: ({ settings }: Asking) => optionsAnswered(settings),
  castCommand: 'CastPollBallot',

  /** The options in the poll's order. */
  cast(
    { consultationId, activityId, voter, options, assurance }: ChooseOptions,
    { multiple, options: offered }: PollSettings,
  ): PollBallotCast {
    const optionIds = offered.map(({ id }) => id);
    mustBeOptions(options, offered);
    const chosen = optionIds.filter((id) => options.includes(id));
    if (!multiple && chosen.length > 1) throw new Rejection('SINGLE_CHOICE_ONLY', { field: 'options' });
    return { type: 'PollBallotCast', data: { consultationId, activityId, voter, options: chosen, assurance } };
  },
  casts: pollBallotCast,
  choice: ({ data }: PollBallotCast) => data.options.join(','),
} satisfies Method;
