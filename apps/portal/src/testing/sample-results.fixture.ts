import {
  atEachLevel,
  type ActivityResults,
  type ActivityView,
  type ConsultationResults,
  type ConsultationView,
  type AnswersBy,
  type FilteredResults,
  type OpinionMap,
  type StatementResult,
} from '@isegoria/contracts';
import { consultations, daysFromNow, id, ids, texts } from './sample-data.fixture';
import { surveyed } from './sample-survey.fixture';
import { resultsOfVotes, voted } from './sample-votes.fixture';

const share = (index: number, salt: number) => Math.abs(Math.sin(index * 12.9898 + salt * 78.233));
const results: StatementResult[] = texts.map((text, index) => {
  const agrees = Math.round(60 + share(index, 1) * 380),
    disagrees = Math.round(20 + share(index, 2) * 260),
    passes = Math.round(10 + share(index, 3) * 90);
  const email = { agrees: Math.round(agrees * 0.8), disagrees: Math.round(disagrees * 0.75), passes: Math.round(passes * 0.7) };
  const anonymous = { agrees: agrees - email.agrees, disagrees: disagrees - email.disagrees, passes: passes - email.passes };
  return {
    id: id(100 + index),
    externalId: null,
    status: 'accepted',
    text,
    at: null,
    ...email,
    byAssurance: atEachLevel({ agrees: 0, disagrees: 0, passes: 0 }, { email, anonymous }),
  };
});
results.push({ ...results[3]!, id: id(190), status: 'rejected', text: null });

const participation = Array.from({ length: 12 }, (_, index) => {
  const participants = Math.round((499 * (1 - Math.exp(-(index + 1) / 5))) / (1 - Math.exp(-12 / 5)));
  return {
    day: daysFromNow(index - 11).slice(0, 10),
    newParticipants: 0,
    participants,
    byAssurance: atEachLevel(0, { email: participants, anonymous: Math.round(participants * 0.28) }),
  };
}).map((one, index, all) => ({ ...one, newParticipants: one.participants - (all[index - 1]?.participants ?? 0) }));

const beside = {
  excludedBallots: 0,
  countsFrom: 'email' as const,
  votesCast: 460,
  votesCastByAssurance: atEachLevel(0, { email: 460, anonymous: 130 }),
  late: 0,
  participation,
  statements: [],
  statementCounts: { accepted: 0, pending: 0, rejected: 0, withdrawn: 0 },
  options: [],
  ...{ answers: [], answersState: null },
  smallestGroup: null,
  channels: [],
  ...{ firstByLot: null, ranking: null, scores: null, motion: null },
};
const counted = (of: ActivityView, overrides: Partial<ActivityResults>): ActivityResults => ({
  ...beside,
  activityId: of.id,
  phaseId: of.phaseId,
  method: of.method,
  title: of.title,
  participants: 300,
  participantsByAssurance: atEachLevel(0, { anonymous: 112, email: 290, attested: 10 }),
  ...overrides,
});
const optionResults = [
  { id: 'a', text: 'On weekday evenings until 21:00', votes: 190, byAssurance: atEachLevel(0, { email: 190, anonymous: 60 }) },
  { id: 'b', text: 'On Saturdays, the whole day', votes: 210, byAssurance: atEachLevel(0, { email: 210, anonymous: 91 }) },
  { id: 'c', text: 'On Sunday afternoons', votes: 80, byAssurance: atEachLevel(0, { email: 80, anonymous: 40 }) },
  { id: 'd', text: 'Early in the morning, from 7:00', votes: 40, byAssurance: atEachLevel(0, { email: 40, anonymous: 4 }) },
];
const content = [1, 2, 3, 4, 5].map((step) => ({
  choice: String(step),
  text: String(step),
  votes: step * 10,
  byAssurance: atEachLevel(0, { email: step * 10, anonymous: 20 }),
}));
const surveyResults: ActivityResults['answers'] = [
  {
    ...{ id: 'content', kind: 'scale', text: 'How content are you with it?', mean: 3.667, tellsApart: true },
    ...{ state: 'shown', answered: 150, answeredByAssurance: atEachLevel(0, { email: 150, anonymous: 100 }), choices: content },
  },
  {
    ...{ id: 'wish', kind: 'long-text', text: 'What do you wish for?', mean: null, tellsApart: false },
    ...{ state: 'shown', answered: 31, answeredByAssurance: null, choices: [] },
  },
  {
    ...{ id: 'debt', kind: 'scale', text: 'How heavy are your debts?', mean: null, tellsApart: false },
    ...{ state: 'tooFew', answered: null, answeredByAssurance: null, choices: [] },
  },
  {
    ...{ id: 'where', kind: 'place', text: 'Where is it loud?', mean: null, tellsApart: false },
    ...{ state: 'shown', answered: 40, answeredByAssurance: null },
    choices: [
      { choice: '50.84,4.35', text: '50.84…50.85, 4.35…4.36', votes: 19, byAssurance: null },
      { choice: '50.8,4.3', text: '50.8…50.9, 4.3…4.4', votes: 14, byAssurance: null },
      { choice: 'elsewhere', text: null, votes: 3, byAssurance: null },
    ],
  },
];
/** Its own results, as each activity by this method has them here. */
const resultsByMethod: Readonly<Record<string, Partial<ActivityResults>>> = {
  poll: { options: optionResults },
  survey: {
    ...{ answers: surveyResults, answersState: 'shown', beyondQuota: 4 },
    smallestGroup: 10,
    channels: [{ channel: 'paper', responses: 12, answers: surveyResults.map((question) => ({ ...question, answeredByAssurance: null })) }],
  },
  deliberation: {
    participants: 499,
    participantsByAssurance: atEachLevel(0, { anonymous: 141, email: 480, attested: 19 }),
    excludedBallots: 2,
    late: 3,
    votesCast: 4_573,
    votesCastByAssurance: atEachLevel(0, { anonymous: 1_300, email: 4_400, attested: 173 }),
    statements: results,
    statementCounts: { accepted: texts.length, pending: 0, rejected: 1, withdrawn: 0 },
  },
};

const resultsOf = ({ id: consultationId, activities, phases }: ConsultationView): ConsultationResults => ({
  consultationId,
  skippedEvents: [],
  position: 48_231,
  computedAt: daysFromNow(0),
  activities: activities.map((one) => {
    const isClosed = phases.find(({ id: phaseId }) => phaseId === one.phaseId)?.status === 'closed';
    return counted(one, { ...(resultsOfVotes[one.id] ?? resultsByMethod[one.method]), ...(isClosed && { closed: true }) });
  }),
  questions: { open: 2, answered: 5, withdrawn: 0 },
  comments: 18,
});
export const allResults: readonly ConsultationResults[] = [...consultations, voted, surveyed].map(resultsOf);
export const [deliberationResults, pollResults] = allResults as [ConsultationResults, ConsultationResults];

/** What no filter leaves out. */
/** Those who are content, and those who are not; of some figures only. */
export function answersByContent(activityId: string): AnswersBy {
  const wish = (answered: number | null) => ({ id: 'wish', answered, choices: [] });
  return {
    ...{ activityId, position: 48_231, computedAt: '2026-03-12T09:00:00.000Z', question: 'content', least: 10, state: 'shown' },
    groups: [
      { choice: '4', people: 40, questions: [wish(12)] },
      { choice: '5', people: 50, questions: [wish(null)] },
    ],
  };
}

export function filteredResultsOf(activityId: string): FilteredResults {
  const { position, computedAt, activities } = allResults.find((of) => of.activities.some((one) => one.activityId === activityId))!;
  const results = activities.find((one) => one.activityId === activityId)!;
  const { countsFrom, votesCast: votes, votesCastByAssurance: votesByAssurance, participation } = results;
  const days = participation.map(({ day, byAssurance }) => ({ day, byAssurance, office: 2 }));
  return { ...results, position, computedAt, countsFrom, votes, votesByAssurance, days };
}

const centres = [
  [-2.1, 0.6, 260],
  [1.9, 1.1, 210],
  [0.3, -1.9, 170],
] as const;
const people = centres.flatMap(([x, y, count], group) =>
  Array.from({ length: count }, (_, n) => {
    const radius = Math.sqrt(-2 * Math.log(share(n, group + 5) % 1 || 0.5)) * 0.62,
      angle = share(n, group + 9) * 6.283;
    return { pseudonym: `${group}-${n}`, x: x + radius * Math.cos(angle) * 1.2, y: y + radius * Math.sin(angle), group: 'ABC'[group]! };
  }),
);
export const opinionMap: OpinionMap = {
  activityId: ids.statements,
  skippedEvents: [],
  position: 48_231,
  computedAt: daysFromNow(0),
  participants: 640,
  statements: texts.length,
  needed: 7,
  unplaced: { tooFewVotes: 38, onlyOnRejected: 1 },
  map: {
    participants: people,
    silhouette: 0.44,
    certainty: 0.86,
    groups: centres.map(([, , participants], index) => ({
      id: 'ABC'[index]!,
      participants,
      representative: [0, 1, 2, 3].map((n) => ({
        statementId: id(100 + ((n * 3 + index) % texts.length)),
        choice: n % 3 === 2 ? ('disagree' as const) : ('agree' as const),
        agrees: Math.round(participants * (n % 3 === 2 ? 0.12 : 0.82)),
        disagrees: Math.round(participants * (n % 3 === 2 ? 0.79 : 0.1)),
        votes: Math.round(participants * 0.95),
        score: 3 - n * 0.4,
      })),
    })),
    consensus: [0, 4, 8, 12, 11].map((n, index) => ({ statementId: id(100 + n), score: 0.61 - index * 0.07 })),
  },
};
