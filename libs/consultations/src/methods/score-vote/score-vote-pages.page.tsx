import { limits } from '@isegoria/kernel';
import { describeFields, textIfAny } from '@isegoria/portal-kit';
import { Sentence } from '@isegoria/ui';
import { hiddenAsTyped, hiddenTyped } from '../../hidden-results/hidden-results.page';
import type { ActivityResults } from '../../results/results.contract';
import { optionsAsTyped, optionsInWords, optionsTyped } from '../choices/options/options-field.page';
import { findingOf } from '../choices/results/found.page';
import type { ActivityForm, DashboardOf, FilteredDashboard, MethodPages } from '../method/method.page';
import { ScoreVote, ScoresInWords, scoreOf } from './ballot/score-vote.page';
import { scoreFigures } from './results/score-figures.page';
import { ScoreResults, foundInScores, scoresAsDrawing } from './results/score-results.page';
import { DraftFields } from './score-vote-draft.page';
import { castScores, scoreVote as contract, type CastScores, type HighestScore, type Scoring } from './score-vote.contract';

const ids = Array.from({ length: limits.optionsMax }, (_, index) => String(index + 1));
describeFields(Object.fromEntries(ids.map((id) => [scoreOf(id), { steers: true as const }])));
describeFields({ scores: { wrong: 'field.scores.wrong', refusedBy: ['OPTION_NOT_FOUND'], steers: true } }, castScores);

/** The scores of a ballot, as one word to compare with. */
const said = (scores: readonly string[]): string => [...scores].sort().join();

const scores: ActivityForm<CastScores> = {
  contract: castScores,
  command: (form, activityId) => ({
    activityId,
    scores: ids.flatMap((option) => {
      const score = textIfAny(form, scoreOf(option)) || '';
      return /^\d{1,2}$/.test(score) ? [{ option, score: Number(score) }] : [];
    }),
  }),
  thanks: 'thanks.scores',
  next: () => 'next.scores',
  choosing: {
    said: ({ scores: given }) => said(given.map(({ option, score }) => `${option}:${score}`)),
    standing: ({ options }) => [said(options)],
  },
};

export const scoreVote: MethodPages = {
  method: contract.method,
  name: 'method.score-vote',
  meaning: 'methodMeaning.score-vote',
  facts: ({ settings }) => [
    { label: 'consultation.how', words: 'how.scoreVote' },
    { label: 'field.scoring', words: `scoring.${settings.scoring ?? 'total'}` },
  ],
  takingPart: () => Promise.resolve(ScoreVote),
  forms: { scores },
  OwnVote: ({ vote, activity }) => (
    <Sentence
      says="votes.scores"
      words={{ options: <ScoresInWords given={vote.options} options={activity?.settings.options ?? []} /> }}
    />
  ),
  DraftFields,
  draft: (form) => ({
    options: optionsTyped(form),
    scoring: textIfAny(form, 'scoring') as Scoring,
    highestScore: Number(textIfAny(form, 'highestScore')) as HighestScore,
    ...hiddenTyped(form),
  }),
  drafted: (_visit, activity) => {
    const { scoring = '', highestScore = '' } = activity.settings;
    const options = optionsAsTyped(activity);
    return Promise.resolve({ options, scoring, highestScore: String(highestScore), ...hiddenAsTyped(activity.settings) });
  },
  asTyped: ({ options = [], scoring = '', highestScore = '', ...settings }) => ({
    options: options.join('\n'),
    scoring,
    highestScore: String(highestScore),
    ...hiddenAsTyped(settings),
  }),
  officeTexts: optionsInWords,
  answered: optionsInWords,
  dashboard: (_api, results, of) => Promise.resolve({ stamp: '', ...withFinding(results, of) }),
  filtered: shownOf,
  earlier: withFinding,
};

function withFinding(results: ActivityResults, of: DashboardOf) {
  return { ...findingOf(foundInScores(results)), ...shownOf(results, of) };
}

function shownOf(results: ActivityResults, { position, computedAt }: DashboardOf): FilteredDashboard {
  return {
    figures: (texts) => scoreFigures(texts, results),
    pictures: [
      { name: 'scores', title: 'score.results', asOf: { position, computedAt }, draw: (texts) => scoresAsDrawing(texts, results) },
    ],
    Results: () => <ScoreResults results={results} />,
  };
}
