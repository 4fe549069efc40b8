import { describeFields, textIfAny } from '@isegoria/portal-kit';
import { useTexts } from '@isegoria/ui';
import { hiddenAsTyped, hiddenTyped } from '../../hidden-results/hidden-results.page';
import type { ActivityResults } from '../../results/results.contract';
import type { ActivityForm, DashboardOf, FilteredDashboard, MethodPages, OwnVoteProps } from '../method/method.page';
import { findingOf } from '../choices/results/found.page';
import { optionsAsDrawing } from '../choices/results/options-picture.page';
import { Motion } from './ballot/motion.page';
import {
  castMotionBallot,
  motion as contract,
  motionVotes,
  type CastMotionBallot,
  type Majority,
  type MotionVote,
} from './motion.contract';
import { DraftFields, quorumTyped } from './motion-draft.page';
import { motionFigures } from './results/motion-figures.page';
import { MotionVotes, foundInMotion, votesAsOptions } from './results/motion-results.page';

describeFields({ vote: { wrong: 'field.vote.wrong', steers: true } }, castMotionBallot);

const ballot: ActivityForm<CastMotionBallot> = {
  contract: castMotionBallot,
  command: (form, activityId) => ({ activityId, vote: textIfAny(form, 'vote') as MotionVote }),
  thanks: 'thanks.motion',
  next: () => 'next.motion',
  choosing: { said: ({ vote }) => vote, standing: ({ options }) => options },
};

export const motion: MethodPages = {
  method: contract.method,
  name: 'method.motion',
  meaning: 'methodMeaning.motion',
  facts: ({ settings }) => [
    { label: 'consultation.how', words: 'how.motion' },
    { label: 'field.majority', words: `majority.${settings.majority ?? 'simple'}` },
  ],
  takingPart: () => Promise.resolve(Motion),
  forms: { motion: ballot },
  OwnVote,
  DraftFields,
  draft: (form) => ({ majority: textIfAny(form, 'majority') as Majority, quorum: quorumTyped(form), ...hiddenTyped(form) }),
  drafted: (_visit, activity) => {
    const { majority = '', quorum = 0 } = activity.settings;
    return Promise.resolve({ majority, quorum: quorum > 0 ? String(quorum) : '', ...hiddenAsTyped(activity.settings) });
  },
  asTyped: ({ majority = '', quorum, ...settings }) => ({
    majority,
    quorum: quorum?.toString() ?? '',
    ...hiddenAsTyped(settings),
  }),
  answered: (_visit, _activity, title) => Promise.resolve([title]),
  dashboard: (_api, results, of) => Promise.resolve({ stamp: '', ...withFinding(results, of) }),
  filtered: shownOf,
  earlier: withFinding,
};

function withFinding(results: ActivityResults, of: DashboardOf) {
  return { ...findingOf(foundInMotion(results)), ...shownOf(results, of) };
}

function OwnVote({ vote: { options } }: OwnVoteProps) {
  const { t } = useTexts();
  const vote = motionVotes.find((one) => one === options[0]);
  return <>{vote && t('votes.motion', { vote: t(`motion.${vote}`) })}</>;
}

function shownOf(results: ActivityResults, { position, computedAt }: DashboardOf): FilteredDashboard {
  return {
    figures: (texts) => motionFigures(texts, results),
    pictures: [
      {
        name: 'votes',
        title: 'motion.results',
        asOf: { position, computedAt },
        draw: (texts) => optionsAsDrawing(texts, results, votesAsOptions(texts, results)),
      },
    ],
    Results: () => <MotionVotes results={results} />,
  };
}
