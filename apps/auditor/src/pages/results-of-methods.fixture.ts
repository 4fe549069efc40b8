import {
  atEachLevel,
  methods,
  type ActivityResults,
  type ConsultationResults,
  type MethodResults,
  type MotionCount,
  type RankedCount,
  type ScoreCount,
} from '@isegoria/contracts';

const options = [
  ['1', 'Memphis', 42],
  ['2', 'Nashville', 26],
  ['3', 'Chattanooga', 15],
  ['4', 'Knoxville', 17],
].map(([id, text, votes]) => ({ id, text, votes, byAssurance: atEachLevel(0, { email: votes as number }) })) as ActivityResults['options'];

const nothing = { rounds: [], order: [], preferred: [], strengths: [], lots: ['3', '1', '4', '2'], byLot: false };
const runoff: RankedCount = {
  ...nothing,
  counting: 'instant-runoff',
  winner: '4',
  rounds: [
    { votes: [42, 26, 15, 17], exhausted: 0, eliminated: '3', byLot: false },
    { votes: [42, 26, null, 32], exhausted: 0, eliminated: '2', byLot: false },
    { votes: [42, null, null, 58], exhausted: 0, eliminated: null, byLot: false },
  ],
};
const pairs: RankedCount = {
  ...nothing,
  counting: 'schulze',
  winner: '2',
  order: ['2', '3', '4', '1'],
  preferred: [
    [0, 42, 42, 42],
    [58, 0, 68, 68],
    [58, 32, 0, 83],
    [58, 32, 17, 0],
  ],
  strengths: [
    [0, 0, 0, 0],
    [58, 0, 68, 68],
    [58, 0, 0, 83],
    [58, 0, 0, 0],
  ],
};

const motion = (own: Partial<MotionCount>): Partial<ActivityResults> => ({
  method: 'motion',
  options: [],
  motion: {
    votes: [
      { vote: 'yes', votes: 51, byAssurance: atEachLevel(0, { email: 51 }) },
      { vote: 'no', votes: 37, byAssurance: atEachLevel(0, { email: 37 }) },
      { vote: 'abstain', votes: 12, byAssurance: atEachLevel(0, { email: 12 }) },
    ],
    ...{ majority: 'two-thirds', quorum: 90, ballots: 100, reachesQuorum: true, isCarried: false },
    ...own,
  },
});

const scored = (own: Partial<ScoreCount>): Partial<ActivityResults> => ({
  method: 'score-vote',
  scores: {
    ...({ scoring: 'mean', highestScore: 5, winner: '2', byLot: false, lots: ['3', '2', '4', '1'] } as const),
    options: options.map(({ id }, at) => ({ id, people: 1_042, total: 2_613 + at, mean: 2.508, counts: [0, 521, 0, 0, 521, 0] })),
    ...own,
  },
});

/** What the results have of methods that the activity is not by. */
const noResults = Object.assign({}, ...methods.map((method) => method.noResults)) as MethodResults;

export const counted = (own: Partial<ActivityResults>): ConsultationResults => ({
  ...{ consultationId: 'c', position: 2_024, computedAt: '2026-03-02T12:00:00.000Z', skippedEvents: [], comments: 4 },
  questions: { open: 1, answered: 2, withdrawn: 0 },
  activities: [
    {
      ...({ activityId: 'a', phaseId: 'f', method: 'ranked-vote', title: null, countsFrom: 'email' } as const),
      ...{ participants: 100, participantsByAssurance: atEachLevel(0, { email: 100 }), excludedBallots: 0, late: 0 },
      ...{ votesCast: 117, votesCastByAssurance: atEachLevel(0, { email: 117 }) },
      participation: [{ day: '2026-03-02', newParticipants: 100, participants: 100, byAssurance: atEachLevel(0, { email: 100 }) }],
      ...noResults,
      options,
      ...own,
    },
  ],
});

const tooFew = {
  ...({ id: 'debt', kind: 'scale', text: 'How much do you owe?', mean: null, tellsApart: false } as const),
  ...({ state: 'tooFew', answered: null, answeredByAssurance: null, choices: [] } as const),
};

/** Results of every kind that methods have, each of an activity of its own. */
export const cases = {
  'a poll': counted({ method: 'poll' }),
  'a poll whose options are numbers': counted({
    method: 'poll',
    options: options.map((option, at) => ({ ...option, text: ['0', '1', '2 or more', '100'][at]! })),
  }),
  'a poll whose options are numbers, with few votes or none': counted({
    method: 'poll',
    options: options.map((option, votes) => ({ ...option, text: `${30 + votes}`, votes, byAssurance: atEachLevel(0, { email: votes }) })),
  }),
  'a poll with a tie by lot': counted({
    method: 'poll',
    options: options.map((option) => ({ ...option, votes: 25, byAssurance: atEachLevel(0, { email: 25 }) })),
    ...{ firstByLot: '3', lots: ['3', '1', '4', '2'] },
  }),
  'a poll with a tie that stands': counted({
    method: 'poll',
    options: options.map((option) => ({ ...option, votes: 25, byAssurance: atEachLevel(0, { email: 25 }) })),
  }),
  'a poll in which nobody voted': counted({
    method: 'poll',
    options: options.map((option) => ({ ...option, votes: 0, byAssurance: atEachLevel(0) })),
  }),
  'an instant runoff': counted({ ranking: runoff }),
  'an instant runoff of two that are tied': counted({
    options: options.slice(0, 2).map((option) => ({ ...option, votes: 50, byAssurance: atEachLevel(0, { email: 50 }) })),
    ranking: {
      ...({ ...runoff, winner: '1', byLot: true, lots: ['1', '2'] } as const),
      rounds: [
        { votes: [50, 50], exhausted: 0, eliminated: '2', byLot: true },
        { votes: [100, null], exhausted: 0, eliminated: null, byLot: false },
      ],
    },
  }),
  'an instant runoff with a lot on the way': counted({
    ranking: { ...runoff, byLot: true, rounds: runoff.rounds.map((round, index) => ({ ...round, byLot: index === 0 })) },
  }),
  'a Schulze count': counted({ ranking: pairs }),
  'a Schulze count in which majorities go in a circle': counted({
    ranking: {
      ...pairs,
      preferred: [[0, 60, 42, 42], [40, 0, 68, 68], ...pairs.preferred.slice(2)],
    },
  }),
  'a tie by lot': counted({
    ranking: { ...pairs, byLot: true, strengths: pairs.strengths.map((row, at) => (at === 2 ? [58, 68, 0, 83] : row)) },
  }),
  'a ranked vote in which nobody voted': counted({
    options: options.map((option) => ({ ...option, votes: 0, byAssurance: atEachLevel(0) })),
    ranking: { ...runoff, winner: null, rounds: [{ votes: [0, 0, 0, 0], exhausted: 0, eliminated: null, byLot: false }] },
  }),
  'a motion without two thirds': counted(motion({})),
  'a motion with a majority of all': counted(motion({ majority: 'absolute', quorum: null, isCarried: true })),
  'a motion with more yes than no and no quorum': counted(motion({ majority: 'simple', quorum: 500, reachesQuorum: false })),
  'a score vote by mean': counted(scored({})),
  'a score vote by total, with a tie': counted(
    scored({
      ...({ scoring: 'total', byLot: true } as const),
      options: options.map(({ id }, at) => ({ id, people: 1_042, total: 2_613 - (at % 2), mean: 2.508, counts: [0, 521, 0, 0, 521, 0] })),
      winner: '1',
    }),
  ),
  'a score vote in which nobody gave a score': counted(
    scored({
      options: options.map(({ id }) => ({ id, people: 0, total: 0, mean: null, counts: [0, 0, 0, 0, 0, 0] })),
      winner: null,
    }),
  ),
  'a survey whose levels have few people': counted({
    method: 'survey',
    options: [],
    answers: [
      {
        ...{ id: 'trust', kind: 'scale', text: 'How far do you trust it?', mean: 1.38, tellsApart: true },
        ...{ state: 'shown', answered: 100, answeredByAssurance: null },
        ends: { from: 0, to: 10, fromLabel: 'Not at all: 0 of 7 days', toLabel: 'Wholly' },
        choices: ['0', '1', '10'].map((text, at) => ({ choice: text, text, votes: [40, 53, 7][at]!, byAssurance: null })),
      },
      tooFew,
      {
        ...{ id: 'age', kind: 'number', text: 'How old are you?', mean: 37, tellsApart: false },
        ...{ state: 'shown', answered: 20, answeredByAssurance: null, choices: [] },
      },
    ],
    ...{ answersState: 'shown', channels: [] },
  }),
  'a survey with quotas': counted({
    ...{ method: 'survey', options: [], answers: [tooFew], answersState: 'shown', smallestGroup: 10, beyondQuota: 4 },
    channels: [
      { channel: 'paper', responses: 31, answers: [tooFew], beyondQuota: 1 },
      { channel: 'link', responses: 12, answers: [tooFew], beyondQuota: 0 },
    ],
  }),
  'a survey that is open': counted({
    ...{ method: 'survey', options: [], answers: [], answersState: 'open', smallestGroup: 10 },
    channels: [{ channel: 'paper', responses: 12, answers: [] }],
  }),
  'a vote with hidden results': counted({ method: 'poll', options: [], resultsHidden: true }),
  'a motion that nobody voted on': counted(
    motion({
      votes: (['yes', 'no', 'abstain'] as const).map((vote) => ({ vote, votes: 0, byAssurance: atEachLevel(0) })),
      ...{ ballots: 0, reachesQuorum: false },
    }),
  ),
};
