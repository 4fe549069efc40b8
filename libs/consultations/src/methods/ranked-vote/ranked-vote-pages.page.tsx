import { describeFields, textIfAny } from '@isegoria/portal-kit';
import { limits } from '@isegoria/kernel';
import { Sentence } from '@isegoria/ui';
import { hiddenAsTyped, hiddenTyped } from '../../hidden-results/hidden-results.page';
import { optionsAsTyped, optionsInWords, optionsTyped } from '../choices/options/options-field.page';
import { OptionsInWords } from '../choices/options/options-in-words.page';
import type { ActivityResults } from '../../results/results.contract';
import type { ActivityForm, DashboardOf, FilteredDashboard, MethodPages } from '../method/method.page';
import { findingOf } from '../choices/results/found.page';
import { optionsAsDrawing } from '../choices/results/options-picture.page';
import { RankedVote, placeAt, placesLeftOut } from './ballot/ranked-vote.page';
import { DraftFields } from './ranked-vote-draft.page';
import { castRanking, rankedVote as contract, type CastRanking, type Counting } from './ranked-vote.contract';
import { rankedFigures } from './results/ranked-figures.page';
import { foundInRanking } from './results/ranked-finding.page';
import { RankedResults } from './results/ranked-results.page';

const places = Array.from({ length: limits.optionsMax }, (_, place) => placeAt(place));
describeFields({ counting: { steers: true }, ...Object.fromEntries(places.map((place) => [place, { steers: true as const }])) });
// Voters put in order what authors wrote: the same field, and other words.
describeFields({ options: { wrong: 'field.ranking.wrong', steers: true } }, castRanking);

/** Options in order, as one word to compare with. */
const inOrder = (options: readonly string[]): string => options.join();

const ranking: ActivityForm<CastRanking> = {
  contract: castRanking,
  command: (form, activityId) => ({ activityId, options: places.map((place) => textIfAny(form, place)).filter((option) => option !== '') }),
  wrong: placesLeftOut,
  thanks: 'thanks.ranking',
  next: () => 'next.ranking',
  choosing: { said: ({ options }) => inOrder(options), standing: ({ options }) => [inOrder(options)] },
};

export const rankedVote: MethodPages = {
  method: contract.method,
  name: 'method.ranked-vote',
  meaning: 'methodMeaning.ranked-vote',
  facts: ({ settings }) => [
    { label: 'consultation.how', words: 'how.rankedVote' },
    { label: 'field.counting', words: `counting.${settings.counting ?? 'instant-runoff'}` },
  ],
  takingPart: () => Promise.resolve(RankedVote),
  forms: { ranking },
  OwnVote: ({ vote, activity }) => (
    <Sentence
      says="votes.ranked"
      words={{ options: <OptionsInWords ids={vote.options} options={activity?.settings.options ?? []} numbered /> }}
    />
  ),
  DraftFields,
  draft: (form) => ({ options: optionsTyped(form), counting: textIfAny(form, 'counting') as Counting, ...hiddenTyped(form) }),
  drafted: (_visit, activity) => {
    const { counting = '' } = activity.settings;
    return Promise.resolve({ options: optionsAsTyped(activity), counting, ...hiddenAsTyped(activity.settings) });
  },
  asTyped: ({ options = [], counting = '', ...settings }) => ({
    options: options.join('\n'),
    counting,
    ...hiddenAsTyped(settings),
  }),
  officeTexts: optionsInWords,
  answered: optionsInWords,
  dashboard: (_api, results, of) => Promise.resolve({ stamp: '', ...withFinding(results, of) }),
  filtered: shownOf,
  earlier: withFinding,
};

function withFinding(results: ActivityResults, of: DashboardOf) {
  return { ...findingOf(foundInRanking(results)), ...shownOf(results, of) };
}

function shownOf(results: ActivityResults, { position, computedAt }: DashboardOf): FilteredDashboard {
  return {
    figures: (texts) => rankedFigures(texts, results),
    pictures: [
      { name: 'votes', title: 'ranked.first', asOf: { position, computedAt }, draw: (texts) => optionsAsDrawing(texts, results) },
    ],
    Results: () => <RankedResults results={results} />,
  };
}
