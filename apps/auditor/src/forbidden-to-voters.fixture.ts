import type { Forbidden } from './forbidden-in-identity.fixture';

const vote = { assurance: 'email' };
const single = {
  method: 'poll',
  settings: {
    multiple: false,
    options: [
      { id: '1', text: 'A' },
      { id: '2', text: 'B' },
    ],
  },
};

/** What a ballot or the settings of a vote may not be, by the method whose rules forbid it. */
export const forbiddenToVoters: Readonly<Record<string, readonly Forbidden[]>> = {
  polls: [
    [
      'a ballot with two options in a single choice',
      'single-choice',
      async ({ add }) => {
        await add('ConsultationDrafted');
        await add('ActivityDrafted', single);
        await add('ConsultationPublished');
        await add('PollBallotCast', vote);
      },
    ],
    [
      'a ballot for an unknown option',
      'known-options',
      async ({ add, before }) => {
        await before('PollBallotCast');
        await add('PollBallotCast', { ...vote, options: ['3'] });
      },
    ],
    [
      'a ballot for nothing',
      'known-options',
      async ({ add, before }) => {
        await before('PollBallotCast');
        await add('PollBallotCast', { ...vote, options: [] });
      },
    ],
    [
      'a ballot that names an option twice',
      'options-once',
      async ({ add, before }) => {
        await before('PollBallotCast');
        await add('PollBallotCast', { ...vote, options: ['1', '1'] });
      },
    ],
    [
      'a poll with one option',
      'settings-of-method',
      async ({ add }) => {
        await add('ConsultationDrafted');
        await add('ActivityDrafted', { settings: { multiple: false, options: [{ id: '1', text: 'A' }] } });
      },
    ],
  ],
  'ranked votes': [
    [
      'a ranking of an unknown option',
      'ranks-known-options',
      async ({ add, before }) => {
        await before('RankingCast');
        await add('RankingCast', { ...vote, options: ['1', '3'] });
      },
    ],
    [
      'a ranking of nothing',
      'ranks-known-options',
      async ({ add, before }) => {
        await before('RankingCast');
        await add('RankingCast', { ...vote, options: [] });
      },
    ],
    [
      'a ranking that has an option twice',
      'ranked-once',
      async ({ add, before }) => {
        await before('RankingCast');
        await add('RankingCast', { ...vote, options: ['1', '2', '1'] });
      },
    ],
    [
      'a ranked vote that is counted in a way that nobody knows',
      'settings-of-method',
      async ({ add }) => {
        await add('ConsultationDrafted');
        await add('ActivityDrafted', { method: 'ranked-vote', settings: { ...single.settings, counting: 'borda' } });
      },
    ],
  ],
  'score votes': [
    [
      'a score for an unknown option',
      'scores-known-options',
      async ({ add, before }) => {
        await before('ScoresCast');
        await add('ScoresCast', { ...vote, scores: [{ option: '3', score: 1 }] });
      },
    ],
    [
      'two scores for one option',
      'scores-known-options',
      async ({ add, before }) => {
        await before('ScoresCast');
        await add('ScoresCast', { ...vote, scores: ['1', '1'].map((option) => ({ option, score: 1 })) });
      },
    ],
    [
      'a score above the highest',
      'scores-in-range',
      async ({ add, before }) => {
        await before('ScoresCast');
        await add('ScoresCast', { ...vote, scores: [{ option: '1', score: 6 }] });
      },
    ],
    [
      'a part of a score',
      'scores-in-range',
      async ({ add, before }) => {
        await before('ScoresCast');
        await add('ScoresCast', { ...vote, scores: [{ option: '1', score: 4.5 }] });
      },
    ],
    [
      'a score vote with a highest score that nobody can choose',
      'settings-of-method',
      async ({ add }) => {
        await add('ConsultationDrafted');
        await add('ActivityDrafted', { method: 'score-vote', settings: { ...single.settings, scoring: 'mean', highestScore: 7 } });
      },
    ],
  ],
  motions: [
    [
      'a ballot that says neither yes nor no, and does not abstain',
      'known-vote',
      async ({ add, before }) => {
        await before('MotionBallotCast');
        await add('MotionBallotCast', { ...vote, vote: 'perhaps' });
      },
    ],
    [
      'a motion that is carried by nobody knows what',
      'settings-of-method',
      async ({ add }) => {
        await add('ConsultationDrafted');
        await add('ActivityDrafted', { method: 'motion', settings: { majority: 'lot', quorum: 0 } });
      },
    ],
    [
      'a motion with a part of a ballot as its quorum',
      'settings-of-method',
      async ({ add }) => {
        await add('ConsultationDrafted');
        await add('ActivityDrafted', { method: 'motion', settings: { majority: 'simple', quorum: 0.5 } });
      },
    ],
  ],
};
