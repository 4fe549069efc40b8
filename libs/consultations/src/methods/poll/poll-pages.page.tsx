import { describeFields, listOf } from '@isegoria/portal-kit';
import { Sentence } from '@isegoria/ui';
import { hiddenAsTyped, hiddenTyped } from '../../hidden-results/hidden-results.page';
import type { ActivityResults } from '../../results/results.contract';
import { optionsAsTyped, optionsInWords, optionsTyped } from '../choices/options/options-field.page';
import { OptionsInWords } from '../choices/options/options-in-words.page';
import type { ActivityForm, DashboardOf, FilteredDashboard, MethodPages } from '../method/method.page';
import { DraftFields } from './poll-draft.page';
import { lotRows, optionRows } from '../choices/results/figure-rows.page';
import { findingOf } from '../choices/results/found.page';
import { OptionResults } from '../choices/results/option-results.page';
import { optionsAsDrawing } from '../choices/results/options-picture.page';
import { foundInPoll } from './results/poll-finding.page';
import { castPollBallot, poll as contract, type CastPollBallot } from './poll.contract';
import { Poll } from './ballot/poll.page';

describeFields({ multiple: { steers: true } });
// Voters choose among what authors wrote: the same field, and other words.
describeFields({ options: { wrong: 'field.chosenOptions.wrong', refusedBy: ['SINGLE_CHOICE_ONLY'], steers: true } }, castPollBallot);

const chosen = (options: readonly string[]): string => [...options].sort().join();

const ballot: ActivityForm<CastPollBallot> = {
  contract: castPollBallot,
  command: (form, activityId) => ({ activityId, options: listOf(form, 'options') }),
  thanks: 'thanks.ballot',
  next: () => 'next.ballot',
  choosing: { said: ({ options }) => chosen(options), standing: ({ options }) => [chosen(options)] },
};

export const poll: MethodPages = {
  method: contract.method,
  name: 'method.poll',
  meaning: 'methodMeaning.poll',
  facts: ({ settings }) => [{ label: 'consultation.how', words: settings.multiple ? 'how.pollMultiple' : 'how.pollSingle' }],
  takingPart: () => Promise.resolve(Poll),
  forms: { ballot },
  OwnVote: ({ vote, activity }) => (
    <Sentence says="votes.for" words={{ options: <OptionsInWords ids={vote.options} options={activity?.settings.options ?? []} /> }} />
  ),
  DraftFields,
  draft: (form) => ({ options: optionsTyped(form), multiple: listOf(form, 'multiple').includes('yes'), ...hiddenTyped(form) }),
  drafted: (_visit, activity) =>
    Promise.resolve({
      options: optionsAsTyped(activity),
      multiple: activity.settings.multiple ? ['yes'] : [],
      ...hiddenAsTyped(activity.settings),
    }),
  asTyped: ({ options = [], multiple, ...settings }) => ({
    options: options.join('\n'),
    multiple: multiple ? ['yes'] : [],
    ...hiddenAsTyped(settings),
  }),
  officeTexts: optionsInWords,
  answered: optionsInWords,
  dashboard: (_api, results, of) => Promise.resolve({ stamp: '', ...withFinding(results, of) }),
  filtered: shownOf,
  earlier: withFinding,
};

function withFinding(results: ActivityResults, of: DashboardOf) {
  return { ...findingOf(foundInPoll(results)), ...shownOf(results, of) };
}

function shownOf(results: ActivityResults, { position, computedAt }: DashboardOf): FilteredDashboard {
  return {
    figures: (texts) => [
      ...optionRows(results.options, texts.t('figures.votes')),
      ...lotRows(texts, results.options, results.lots ?? []),
    ],
    pictures: [
      { name: 'votes', title: 'results.options', asOf: { position, computedAt }, draw: (texts) => optionsAsDrawing(texts, results) },
    ],
    Results: () => <OptionResults results={results} />,
  };
}
