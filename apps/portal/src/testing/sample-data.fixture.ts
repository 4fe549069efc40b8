import {
  rootUnit,
  type AccountView,
  type ActivityResults,
  type ActivityView,
  type BallotView,
  type ConsultationResults,
  type ConsultationView,
  type OpinionMap,
  type PhaseView,
  type StatementResult,
  type StatementView,
  type UnitView,
} from '@isegoria/contracts';
import { daysFromNow, hostile, id, ids, water } from './sample-ids.fixture';

export * from './sample-content.fixture';
export { genuineForm, hostile, ids, water } from './sample-ids.fixture';

/** Sample answers of the API, typed by the contract; for the fake API of the portal's own tests. */
export const account: AccountView = {
  id: ids.account,
  name: `Sami ${hostile}`,
  email: 'sami@example.org',
  language: 'en',
  roles: [],
  assurance: 'confirmed',
};

export const neighbour: AccountView = {
  id: id(42),
  name: 'Mona',
  email: 'mona@example.org',
  language: 'ar',
  roles: [{ role: 'administrator', unit: rootUnit }],
  assurance: 'confirmed',
};
export const erasedAccount: AccountView = {
  id: id(41),
  name: '',
  email: '',
  language: 'en',
  roles: [],
  assurance: 'confirmed',
  erased: true,
};

export const units: UnitView[] = [
  { unit: rootUnit, name: null, above: null, closed: false },
  { unit: water, name: 'Directorate of Water', above: rootUnit, closed: false },
  { unit: 'root.1f0c22aa.90b3d7e1', name: `Shores ${hostile}`, above: water, closed: false },
  { unit: 'root.77aa01bc', name: 'Agency of Fairs', above: rootUnit, closed: true },
];
const phase = (n: number, overrides: Partial<PhaseView> = {}): PhaseView => ({
  id: id(n),
  title: null,
  status: 'open',
  opensAt: daysFromNow(-12),
  closesAt: daysFromNow(9),
  ...overrides,
});

const activity = (n: number, of: PhaseView, settings: ActivityView['settings'], title: string | null = null): ActivityView => ({
  id: id(n),
  phaseId: of.id,
  method: settings.options ? 'poll' : 'deliberation',
  title,
  settings,
});

type Parts = { phases: PhaseView[]; activities: ActivityView[] };

const consultation = (n: number, { phases, activities }: Parts, overrides: Partial<ConsultationView>): ConsultationView => ({
  id: id(n),
  externalId: null,
  unit: rootUnit,
  status: 'open',
  title: 'How should the old harbour be used?',
  language: 'en',
  opensAt: phases[0]!.opensAt,
  closesAt: phases.at(-1)!.closesAt,
  phases,
  methods: [...new Set(activities.map(({ method }) => method))],
  participants: 640,
  description:
    'The last freight ship left the old harbour two years ago. **Nine hectares** by the water are free, and the city and the ministry ' +
    'decide together what becomes of them.\n\nWhat is settled:\n\n- the breakwater stays\n- the water stays open to everybody\n\n' +
    'Everything else is open. [The survey of the site](https://example.org/survey) can be read in full.',
  activities,
  closedEarlyReason: null,
  outcome: null,
  ...overrides,
});

/** A simple consultation: one phase with one activity. */
const simple = (n: number, settings: ActivityView['settings'], when: Partial<PhaseView> = {}): Parts => {
  const only = phase(2000 + n, when);
  return { phases: [only], activities: [activity(1000 + n, only, settings)] };
};

const hours = [
  { id: 'a', text: 'On weekday evenings until 21:00' },
  { id: 'b', text: 'On Saturdays, the whole day' },
  { id: 'c', text: 'On Sunday afternoons' },
  { id: 'd', text: 'Early in the morning, from 7:00' },
];
const first = phase(2051, { title: 'What matters to you?' });
const second = phase(2052, {
  title: 'Say it in your words',
  status: 'scheduled',
  opensAt: daysFromNow(10),
  closesAt: daysFromNow(30),
});
const unknown = simple(6, {});

export const consultations: ConsultationView[] = [
  consultation(1, simple(1, { moderation: 'before' }), {}),
  consultation(2, simple(2, { multiple: true, options: hours }, { closesAt: daysFromNow(3) }), {
    title: 'When should the public libraries be open?',
    participants: 412,
    description: 'Every branch gets **eight more hours** a week. Where should they go?',
  }),
  consultation(
    3,
    simple(
      3,
      {
        multiple: false,
        options: [
          { id: 'a', text: 'Every hour' },
          { id: 'b', text: 'Every half hour, on fewer lines' },
        ],
      },
      { status: 'closed', closesAt: daysFromNow(-40) },
    ),
    {
      status: 'decided',
      title: 'A night bus between the districts',
      participants: 1893,
      outcome: {
        youSaid:
          'Two of three people wanted **fewer lines that run more often**. Many wrote that the stop at the hospital matters most to them.',
        weDid:
          'From 1 March two lines run every half hour, both by way of the hospital. The third line that was asked for is *not* built ' +
          'this year: there are not enough drivers. We look at it again in autumn.',
        publishedAt: daysFromNow(-20),
      },
    },
  ),
  consultation(4, simple(4, { moderation: 'before' }, { status: 'draft', opensAt: null, closesAt: null }), {
    status: 'draft',
    title: 'Draft of a consultation',
    participants: 0,
  }),
  consultation(
    5,
    {
      phases: [first, second],
      activities: [
        activity(1051, first, { multiple: false, options: hours }, 'Which hours?'),
        activity(1052, first, { multiple: false, options: hours }, 'Which hours in winter?'),
        activity(1053, second, { moderation: 'after' }),
      ],
    },
    { unit: water, title: 'The shores of the lake', participants: 77 },
  ),
  consultation(
    6,
    { phases: unknown.phases, activities: unknown.activities.map((one) => ({ ...one, method: 'lottery' as 'poll' })) },
    {
      title: 'Drawn by lot',
      participants: 0,
    },
  ),
];

const texts = [
  'The harbour should have a swimming place that is free for everybody.',
  'At least half of the new flats must be affordable.',
  'Cars should be kept out of the harbour entirely.',
  'A market hall would bring life to the quay all year round.',
  'The old cranes should stay as a landmark.',
  'High-rise buildings are acceptable if the quay stays public.',
  'Small workshops and boat builders should get the first choice of space.',
  'The ministry should sell the land to the highest bidder.',
  'There should be a direct tram to the harbour before anybody moves in.',
  'Nights must stay quiet: no clubs on the quay.',
  'Half of the area should become a park.',
  'ينبغي أن تبقى الواجهة البحرية مفتوحة للجميع ليلاً ونهاراً.',
  'The harbour should produce its own energy.',
  hostile,
];

export const statements: StatementView[] = texts.map((text, index) => ({
  id: id(100 + index),
  consultationId: ids.deliberation,
  activityId: ids.statements,
  externalId: null,
  status: 'accepted',
  text,
  author: null,
  rejectionReason: null,
  submittedAt: daysFromNow(-11),
}));
export const pending: StatementView[] = [
  { ...statements[0]!, id: id(180), status: 'pending', text: 'Dogs should be allowed on one part of the beach.', author: 'p-1' },
];

const share = (index: number, salt: number) => Math.abs(Math.sin(index * 12.9898 + salt * 78.233));
const results: StatementResult[] = texts.map((text, index) => {
  const agrees = Math.round(60 + share(index, 1) * 380),
    disagrees = Math.round(20 + share(index, 2) * 260),
    passes = Math.round(10 + share(index, 3) * 90);
  const verified = { agrees: Math.round(agrees * 0.8), disagrees: Math.round(disagrees * 0.75), passes: Math.round(passes * 0.7) };
  return {
    id: id(100 + index),
    externalId: null,
    status: 'accepted',
    text,
    agrees,
    disagrees,
    passes,
    byAssurance: {
      verified,
      unverified: { agrees: agrees - verified.agrees, disagrees: disagrees - verified.disagrees, passes: passes - verified.passes },
    },
  };
});
results.push({ ...results[3]!, id: id(190), status: 'rejected', text: null });

const participation = Array.from({ length: 12 }, (_, index) => {
  const participants = Math.round((640 * (1 - Math.exp(-(index + 1) / 5))) / (1 - Math.exp(-12 / 5)));
  return {
    day: daysFromNow(index - 11).slice(0, 10),
    newParticipants: 0,
    participants,
    byAssurance: { verified: Math.round(participants * 0.78), unverified: participants - Math.round(participants * 0.78) },
  };
}).map((one, index, all) => ({ ...one, newParticipants: one.participants - (all[index - 1]?.participants ?? 0) }));

const beside = { excludedBallots: 0, votesCast: 460, participation, statements: [], options: [] };
const counted = (of: ActivityView, overrides: Partial<ActivityResults>): ActivityResults => ({
  ...beside,
  activityId: of.id,
  phaseId: of.phaseId,
  method: of.method,
  title: of.title,
  participants: 412,
  participantsByAssurance: { verified: 300, unverified: 112 },
  ...overrides,
});
const optionResults = [
  { id: 'a', text: 'On weekday evenings until 21:00', votes: 250, byAssurance: { verified: 190, unverified: 60 } },
  { id: 'b', text: 'On Saturdays, the whole day', votes: 301, byAssurance: { verified: 210, unverified: 91 } },
  { id: 'c', text: 'On Sunday afternoons', votes: 120, byAssurance: { verified: 80, unverified: 40 } },
  { id: 'd', text: 'Early in the morning, from 7:00', votes: 44, byAssurance: { verified: 40, unverified: 4 } },
];
/** Its own results, as each activity by this method has them here. */
const resultsByMethod: Readonly<Record<string, Partial<ActivityResults>>> = {
  poll: { options: optionResults },
  deliberation: {
    participants: 640,
    participantsByAssurance: { verified: 499, unverified: 141 },
    excludedBallots: 2,
    votesCast: 5_873,
    statements: results,
  },
};

const resultsOf = ({ id: consultationId, activities }: ConsultationView): ConsultationResults => ({
  consultationId,
  skippedEvents: [],
  position: 48_231,
  computedAt: daysFromNow(0),
  activities: activities.map((one) => counted(one, resultsByMethod[one.method] ?? {})),
  questions: { open: 2, answered: 5 },
  comments: 18,
});
export const allResults: readonly ConsultationResults[] = consultations.map(resultsOf);
export const [deliberationResults, pollResults] = allResults as [ConsultationResults, ConsultationResults];

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
  map: {
    participants: people,
    silhouette: 0.44,
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

export const excludedReason = 'Cast by a program';
export const ballots: BallotView[] = [
  { voter: '0f'.repeat(16), firstDay: daysFromNow(-3).slice(0, 10), verified: true, votes: 7, excludedReason: null },
  { voter: 'a1'.repeat(16), firstDay: daysFromNow(-2).slice(0, 10), verified: false, votes: 12, excludedReason },
];
