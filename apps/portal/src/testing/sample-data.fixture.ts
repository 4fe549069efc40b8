import {
  atEachLevel,
  rootUnit,
  type AccountView,
  type SuspensionRecord,
  type ActivityView,
  type AlikeBallotsView,
  type BallotOrigins,
  type BallotView,
  type ConsultationView,
  type CorrectionView,
  type OwnResponse,
  type ResponseTimes,
  type PhaseView,
  type StatementView,
  type UnitView,
} from '@isegoria/contracts';
import { daysFromNow, hostile, id, ids, water } from './sample-ids.fixture';

import { changedOutcome } from './sample-milestones.fixture';
import { categories, counts } from './sample-categories.fixture';

export * from './sample-answers.fixture';
export * from './sample-categories.fixture';
export * from './sample-templates.fixture';
export * from './sample-content.fixture';
export * from './sample-services.fixture';
export * from './sample-site.fixture';
export * from './sample-versions.fixture';
export { daysFromNow, genuineForm, hostile, id, ids, water } from './sample-ids.fixture';

/** Sample answers of the API, typed by the contract; for the fake API of the portal's own tests. */
export const account: AccountView = {
  id: ids.account,
  name: `Sami ${hostile}`,
  email: 'sami@example.org',
  language: 'en',
  roles: [],
  assurance: 'email',
  ...{ version: 3, rolesVersion: 5 },
};

export const suspendedAccount: AccountView = {
  id: id(49),
  name: 'Omar',
  email: 'omar@example.org',
  language: 'ar',
  roles: [],
  assurance: 'email',
  suspension: { id: id(48), until: '2999-12-31T09:00:00.000Z', reason: 'Insults' },
  ...{ version: 3, rolesVersion: 5 },
};

/** That of somebody whom another person than the visitor suspended, and who has appealed. */
export const suspension: SuspensionRecord = {
  id: id(48),
  accountId: id(49),
  orderedAt: '2026-03-09T09:00:00.000Z',
  orderedBy: 'ad000000',
  orderedAs: 'administrator',
  until: '2999-12-31T09:00:00.000Z',
  reason: `Insults ${hostile}`,
  rule: 'respect',
  isRunning: true,
  endedAt: null,
  endReason: null,
  appeal: {
    text: `It was a joke ${hostile}`,
    madeAt: '2026-03-10T09:00:00.000Z',
    granted: null,
    reason: null,
    rule: null,
    decidedAt: null,
  },
  position: 70,
};

export const neighbour: AccountView = {
  id: id(42),
  name: 'Mona',
  email: 'mona@example.org',
  language: 'ar',
  roles: [{ role: 'administrator', unit: rootUnit }],
  assurance: 'email',
  ...{ version: 3, rolesVersion: 5 },
};
export const erasedAccount: AccountView = {
  id: id(41),
  name: '',
  email: '',
  language: 'en',
  roles: [],
  assurance: 'email',
  erased: true,
  ...{ version: 3, rolesVersion: 5 },
};

const undecided = { answerWithinDays: null, setsAnswerTerm: false };
const settingVersions = { reviewVersion: 4, smallestGroupVersion: 5, answerTermVersion: 6 };
const asUsual = { names: {}, needsReview: false, setsReview: false, smallestGroup: 10, version: 3, ...settingVersions, ...undecided };
export const units: UnitView[] = [
  { unit: rootUnit, name: null, above: null, closed: false, ...asUsual },
  { unit: water, name: 'Directorate of Water', above: rootUnit, closed: false, ...asUsual },
  { unit: 'root.1f0c22aa.90b3d7e1', name: `Shores ${hostile}`, above: water, closed: false, ...asUsual },
  { unit: 'root.77aa01bc', name: 'Agency of Fairs', above: rootUnit, closed: true, ...asUsual },
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
  method: settings.questionnaire ? 'survey' : settings.options ? 'poll' : 'deliberation',
  title,
  settings,
  version: 7,
});

const words = { description: 'Which?', summary: null, contact: null, decidedBy: null, decidedWhen: null };
export const corrections: CorrectionView[] = [
  {
    correctedAt: daysFromNow(-3),
    note: `A slip ${hostile}`,
    before: { ...words, title: `How should the old harbour be us ${hostile}` },
    after: { ...words, title: 'How should the old harbour be used?', decidedBy: 'The council' },
  },
];

export const responseTimes: ResponseTimes = {
  units: [
    { unit: rootUnit, open: 3, due: 1, overdue: 2, answered: 7, answeredLate: 2, milestonesLate: 4, medianDays: 41.5 },
    { unit: water, open: 0, due: 0, overdue: 0, answered: 0, answeredLate: 0, milestonesLate: 0, medianDays: null },
  ],
};

/** The same whoever asks, and however. */
export const plainAnswers: Readonly<Record<string, unknown>> = {
  '/response-times': responseTimes,
  '/categories': { items: categories, next: null, count: categories.length },
  '/consultation-counts': counts,
};

type Parts = { phases: PhaseView[]; activities: ActivityView[] };

const consultation = (n: number, { phases, activities }: Parts, overrides: Partial<ConsultationView>): ConsultationView => ({
  id: id(n),
  externalId: null,
  unit: rootUnit,
  status: 'open',
  summary: null,
  contact: null,
  decidedBy: null,
  decidedWhen: null,
  picture: null,
  documents: [],
  answer: { state: 'open', withinDays: 60, dueAt: daysFromNow(69), laterDate: null, answeredAt: null },
  answerTerm: { changes: [], count: 0, version: 0 },
  ...{ officialAnswers: 1, themes: 1 },
  milestones: 0,
  milestonesOverdue: 0,
  version: 7,
  title: 'How should the old harbour be used?',
  language: 'en',
  opensAt: phases[0]!.opensAt,
  closesAt: phases.at(-1)!.closesAt,
  closedEarlyAt: null,
  phases,
  dateChanges: [],
  dateChangeCount: 0,
  datesVersion: 5,
  cancellation: null,
  review: null,
  corrections: { count: 1, lastAt: daysFromNow(-3) },
  categories: ['topic.1f0c22aa', 'area.1f0c22aa.90b3d7e1'],
  categoriesVersion: 7,
  translations: [],
  translationsVersion: 7,
  methods: [...new Set(activities.map(({ method }) => method))],
  countsFrom: 'email',
  participants: 499,
  participantsByAssurance: atEachLevel(0, { anonymous: 141, email: 480, attested: 19 }),
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
const likert = { style: 'likert', from: 1, to: 5, fromLabel: 'not at all', toLabel: 'very' } as const;
export const questionnaire: NonNullable<ActivityView['settings']['questionnaire']> = {
  sections: [
    {
      title: 'Your way to the library',
      text: 'One page of **two**.',
      questions: [
        {
          ...{ id: 'branch', kind: 'single', text: 'Which branch is near you?', isRequired: true },
          ...{ options: hours, hasOther: true, fact: 'There are *nine*.' },
        },
        { id: 'content', kind: 'scale', text: 'How content are you with it?', isRequired: false, scale: likert },
      ],
    },
    {
      questions: [
        {
          ...{ id: 'rooms', kind: 'matrix', text: 'What do you think of the rooms?', isRequired: false },
          ...{ rows: hours.slice(0, 2), options: hours.slice(2) },
        },
        { id: 'first', kind: 'ranking', text: 'What comes first?', isRequired: false, options: hours.slice(0, 3) },
        { id: 'visits', kind: 'number', text: 'How often do you come in a year?', isRequired: false },
        { id: 'wish', kind: 'long-text', text: 'What do you wish for?', isRequired: false },
      ],
    },
  ],
};
export const ownResponse: OwnResponse = {
  answers: { mode: 'bus', branch: 'a', content: 4, visits: 12, wish: hostile },
  isKept: true,
  aside: null,
  response: null,
  version: 'v',
  versions: {},
};

const translated: Readonly<Record<string, readonly [string, string]>> = {
  fr: ['Que faire du vieux port ?', 'Un choix'],
  ar: ['ماذا نفعل بالميناء القديم؟', 'خيار'],
  en: ['What is to become of the old harbour?', 'A choice'],
};

/** Of its title, and of the first option where there are some. */
export const translationOf = ({ title, activities }: ConsultationView, language: string) => [
  { of: title, text: translated[language]![0] },
  ...activities.flatMap(({ settings }) =>
    (settings.options ?? []).slice(0, 1).map(({ text }) => ({ of: text, text: translated[language]![1] })),
  ),
];

export const consultations: ConsultationView[] = [
  consultation(1, simple(1, { moderation: 'before' }), {
    dateChangeCount: 1,
    dateChanges: [
      {
        phaseId: id(2001),
        before: { opensAt: daysFromNow(-20), closesAt: daysFromNow(4) },
        after: { opensAt: daysFromNow(-20), closesAt: daysFromNow(9) },
        reason: `Late ${hostile}`,
        changedAt: daysFromNow(-2),
      },
    ],
  }),
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
      milestones: 4,
      milestonesOverdue: 1,
      title: 'A night bus between the districts',
      participants: 1893,
      outcome: {
        youSaid:
          'Two of three people wanted **fewer lines that run more often**. Many wrote that the stop at the hospital matters most to them.',
        weDid:
          'From 1 March two lines run every half hour, both by way of the hospital. The third line that was asked for is *not* built ' +
          'this year: there are not enough drivers. We look at it again in autumn.',
        publishedAt: daysFromNow(-20),
        ...changedOutcome,
        version: 9,
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
  consultation(7, simple(7, { questionnaire }), { title: 'What should the libraries be like?', participants: 31 }),
];

export const texts = [
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
  rejectionRule: null,
  submittedAt: daysFromNow(-11),
  editedAt: null,
  edits: 0,
  at: null,
  carried: null,
  followedIn: null,
}));
export const pending: StatementView[] = [
  { ...statements[0]!, id: id(180), status: 'pending', text: 'Dogs should be allowed on one part of the beach.', author: 'p-1' },
];

export const excludedReason = 'Cast by a program';
export const ballots: BallotView[] = [
  {
    ...{ voter: '0f'.repeat(16), firstDay: daysFromNow(-3).slice(0, 10), assurance: 'email', votes: 7, excludedReason: null },
    ...{ votesPerMinute: 3.2, shortestPause: 4_100, same: null },
  },
  {
    ...{ voter: 'a1'.repeat(16), firstDay: daysFromNow(-2).slice(0, 10), assurance: 'anonymous', votes: 12, excludedReason },
    ...{ votesPerMinute: 182, shortestPause: 120, same: { name: '-42', ballots: 212, answers: 12 } },
  },
];
export const alikeBallots: AlikeBallotsView = { groups: [{ name: '-42', ballots: 212, answers: 12, oneIn: 400_000 }], least: 8 };
export const ballotOrigins: BallotOrigins = {
  classes: [{ origin: 'c1'.repeat(16), ballots: 213 }],
  of: [{ voter: 'a1'.repeat(16), origin: 'c1'.repeat(16), ballots: 213 }],
  voters: ['a1'.repeat(16)],
  next: null,
};

/** As it stands on the desk of its office. */
export const waitingOf = ({ id, unit, title, language, closesAt: at }: ConsultationView) => ({
  ...{ id, unit, title, language, phase: null, at, dueAt: null, activity: null, reason: null },
});

/** The same statements in another deliberation. */
export const statementsIn = (activityId: string) => statements.map((statement) => ({ ...statement, activityId }));
