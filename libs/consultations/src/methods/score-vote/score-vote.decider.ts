import { Rejection, forEachEntry } from '@isegoria/kernel';
import { numberedOptions, optionsAnswered } from '../choices/options/options.contract';
import type { Asking, DraftFields, Method, Voter } from '../method/method.decider';
import { scoreVote as contract, scoresCast, type GivenScores, type ScoreVoteSettings, type ScoresCast } from './score-vote.contract';

export interface GiveScores extends Voter {
  readonly type: 'CastScores';
  readonly scores: GivenScores;
}

export const scoreVote = {
  contract,
  draftFields: ['options', 'scoring', 'highestScore', 'resultsHidden'],
  settings: ({ scoring, highestScore, options }: DraftFields) => ({
    scoring: scoring ?? 'total',
    highestScore: highestScore ?? 5,
    options: numberedOptions(options ?? []),
  }),
  begins: () => [],
  answered: ({ settings }: Asking) => optionsAnswered(settings),
  castCommand: 'CastScores',

  /** The scores in the order of the options. */
  cast({ consultationId, activityId, voter, scores, assurance }: GiveScores, { options, highestScore }: ScoreVoteSettings): ScoresCast {
    if (scores.length === 0) throw new Rejection('OPTION_NOT_FOUND', { field: 'scores' });
    forEachEntry('scores', scores, ({ option, score }, field) => {
      if (!options.some(({ id }) => id === option)) throw new Rejection('OPTION_NOT_FOUND', { field: `${field}.option` });
      if (score > highestScore)
        throw new Rejection('VALIDATION_FAILED', { field: `${field}.score`, params: { constraint: 'max', limit: highestScore } });
    });
    const given = new Map(scores.map(({ option, score }) => [option, score]));
    const inOrder = options.flatMap(({ id }) => (given.has(id) ? [{ option: id, score: given.get(id)! }] : []));
    return { type: 'ScoresCast', data: { consultationId, activityId, voter, scores: inOrder, assurance } };
  },
  casts: scoresCast,
  choice: ({ data }: ScoresCast) => data.scores.map(({ option, score }) => `${option}:${score}`).join(),
} satisfies Method;
