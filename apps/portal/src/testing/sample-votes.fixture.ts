import { atEachLevel, type ActivityResults, type ConsultationView, type MethodSettingsView } from '@isegoria/contracts';
import { consultations, hostile, ids } from './sample-data.fixture';

const [like] = consultations as [ConsultationView];

const lots = `9f86d081884c7d659a2feaa0c55ad015:${ids.scored}`;
const options = [
  { id: '1', text: `Trams along the shore ${hostile}` },
  { id: '2', text: 'More buses in the evening' },
  { id: '3', text: 'Safe ways for bicycles between all quarters of the town' },
];

/** A motion, scores, and a poll whose results are hidden. */
export const voted: ConsultationView = {
  ...like,
  id: ids.voted,
  title: 'Getting to the old harbour',
  methods: ['motion', 'score-vote', 'poll'],
  activities: [
    { ...like.activities[0]!, id: ids.motion, method: 'motion', settings: { majority: 'two-thirds', quorum: 200 } },
    { ...like.activities[0]!, id: ids.scored, method: 'score-vote', settings: { scoring: 'mean', highestScore: 10, options, lots } },
    { ...like.activities[0]!, id: ids.hidden, method: 'poll', settings: { multiple: false, options, ties: 'lot', resultsHidden: true } },
  ],
};

const people = (votes: number) => ({ votes, byAssurance: atEachLevel(0, { email: votes, anonymous: 12 }) });

/** Their own results, by activity. */
export const resultsOfVotes: Readonly<Record<string, Partial<ActivityResults>>> = {
  [ids.motion]: {
    motion: {
      ...{ majority: 'two-thirds', quorum: 200, ballots: 288, reachesQuorum: true, isCarried: true },
      votes: [
        { vote: 'yes', ...people(190) },
        { vote: 'no', ...people(83) },
        { vote: 'abstain', ...people(15) },
      ],
    },
  },
  [ids.scored]: {
    options: options.map((option, at) => ({ ...option, ...people([201, 150, 0][at]!) })),
    scores: {
      ...{ scoring: 'mean', highestScore: 10, winner: '1', byLot: false, lots: ['2', '3', '1'] },
      options: [
        { id: '1', people: 201, total: 1_401, mean: 6.97, counts: [10, 5, 5, 6, 4, 30, 10, 11, 40, 30, 50] },
        { id: '2', people: 150, total: 700, mean: 4.667, counts: [20, 5, 5, 20, 20, 30, 10, 15, 20, 5, 0] },
        { id: '3', people: 0, total: 0, mean: null, counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      ],
    },
  },
  [ids.hidden]: { resultsHidden: true },
};

/** What the person chose: the second option, or a score for it; yes to a motion. */
export function ownOptions({ options, highestScore, majority }: MethodSettingsView): string[] {
  if (majority) return ['yes'];
  const second = options?.[1]?.id;
  return second === undefined ? [] : [highestScore ? `${second}:${highestScore}` : second];
}
