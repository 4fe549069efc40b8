import type {
  ActivityCorrectionView,
  AnswerFileView,
  ConsultationView,
  DeskTextView,
  LinkBatchView,
  LinkedResponse,
  OwnParticipationView,
  OwnVoteRecords,
  PaperFormEntry,
  PaperFormView,
  SurveyLinkState,
  TextCoverage,
  WaitingTextsView,
  WrittenTexts,
} from '@isegoria/contracts';
import { consultations, hostile, ids } from './sample-data.fixture';

const [like] = consultations as [ConsultationView];

/** A survey that people answer. */
export const surveyed: ConsultationView = {
  ...like,
  id: ids.surveyed,
  title: 'How we get around',
  methods: ['survey'],
  activities: [
    {
      ...like.activities[0]!,
      id: ids.survey,
      method: 'survey',
      settings: {
        questionnaire: {
          sections: [
            {
              title: 'Your ways',
              questions: [
                {
                  id: 'mode',
                  kind: 'single',
                  text: `How do you travel? ${hostile}`,
                  isRequired: true,
                  options: [
                    { id: 'bus', text: 'By bus' },
                    { id: 'car', text: 'By car' },
                  ],
                  hasOther: true,
                  quotas: [{ option: 'bus', most: 10 }],
                },
                { id: 'why', kind: 'long-text', text: 'Why?', isRequired: false, when: { question: 'mode', isAnyOf: ['car'] } },
              ],
            },
            {
              questions: [
                { id: 'calm', kind: 'scale', text: 'How calm is it?', isRequired: false, scale: { style: 'stars', from: 1, to: 5 } },
                { id: 'proof', kind: 'file', text: `A plan ${hostile}`, isRequired: false, files: ['picture', 'pdf'], megabytes: 2 },
                { id: 'where', kind: 'place', text: 'Where is it loud?', isRequired: false },
              ],
            },
          ],
        },
      },
    },
  ],
};

/** As it is told once the log has closed the survey, of a response that found no place in a quota. */
const beyond = (isClosed: boolean) => (isClosed ? { beyondQuota: true as const } : {});

/** What somebody cast in it. */
export const surveyBallot = (isClosed: boolean) => ({ response: 'a commitment', ...beyond(isClosed) });
export const ownParticipation = (isClosed: boolean): OwnParticipationView => ({
  ...{ consultationId: ids.surveyed, title: surveyed.title },
  activities: [
    {
      ...{ id: ids.survey, title: `Your way ${hostile}`, method: 'survey', excludedReason: null },
      standing: isClosed ? 'beyondQuota' : 'received',
    },
  ],
});
export const ownResponses: OwnVoteRecords = {
  ...{ consultationId: ids.surveyed, next: null, count: 1 },
  items: [
    {
      ...{ castAt: '2026-03-01T09:00:00.000Z', statementId: null, choice: null, options: [], replaced: false },
      receipt: 'isegoria-receipt.2.a.b',
    },
  ],
};

const byModerator = { decidedBy: '0ff1ce00', decidedAt: '2026-03-01T09:00:00.000Z' };
const decided = { reason: null, rule: null, decidedBy: null, decidedAt: null };
export const deskTexts: DeskTextView[] = [
  { text: 'a'.repeat(64), question: 'why', words: `Because ${hostile}`, decision: 'waiting', ...decided },
  { text: 'b'.repeat(64), question: 'mode', words: 'On foot', decision: 'listed', ...decided, ...byModerator },
  {
    ...{ text: 'c'.repeat(64), question: 'why', words: null, decision: 'heldBack', reason: `It is rude ${hostile}`, rule: 'respect' },
    ...byModerator,
  },
];

export const writtenTexts: WrittenTexts = {
  ...{ position: 48_231, state: 'shown', texts: 3, next: null, count: 2, answered: 1 },
  items: deskTexts.slice(0, 2).map(({ text, words }, index) => ({
    ...{ text, words },
    answer: index === 0 ? { aboutId: surveyed.id, stance: 'partly', theme: `Safety ${hostile}` } : null,
  })),
};

const textsAnswered: TextCoverage = {
  ...{ activityId: surveyed.activities[0]!.id, position: 48_231, state: 'shown' },
  ...{ listed: 2, open: 1, accepted: 0, partly: 1, rejected: 0, noted: 0 },
};

/** What the API answers about texts of the survey. */
export function aboutTexts(path: string): object {
  const listOf = (items: readonly object[]) => ({ items, next: null, count: items.length });
  if (path.endsWith('/texts-answered')) return textsAnswered;
  if (path.endsWith('/listed-texts')) return listOf(writtenTexts.items.map((one) => ({ ...one, question: 'why' })));
  return path.includes('/texts/') ? writtenTexts : listOf(deskTexts);
}

export const waitingTexts: WaitingTextsView[] = [
  {
    ...{ id: surveyed.activities[0]!.id, consultationId: surveyed.id, unit: surveyed.unit, title: surveyed.title, language: 'en' },
    ...{ about: `Your way ${hostile}`, closedAt: '2026-03-01T09:00:00.000Z' },
  },
];

export const linkBatches: LinkBatchView[] = [
  { batch: 2, links: 50, answered: 7, issuedAt: '2026-03-01T09:00:00.000Z', revokedAt: null, reason: null },
  {
    ...{ batch: 1, links: 10, answered: 0, issuedAt: '2026-03-01T08:00:00.000Z', revokedAt: '2026-03-01T08:30:00.000Z' },
    reason: `The letters were lost ${hostile}`,
  },
];

/** What a personal link of the sample has in it, and how its pages are called. */
export const linkToken = 'A'.repeat(43);
export const linkName = '66687aadf862bd77';

export const linkedResponse = (state: SurveyLinkState, aside: LinkedResponse['aside'] = null): LinkedResponse => ({
  ...{ state, consultationId: surveyed.id, activityId: ids.survey, hasSent: true, receipt: 'A receipt' },
  // Changed since it was sent, so that the pages have all that they can have.
  ...{ answers: { mode: { options: [], other: hostile }, calm: 4 }, isKept: !aside, aside },
  ...{ response: 'a'.repeat(64), version: 'a', versions: { mode: 'c'.repeat(22) } },
  ...beyond(state === 'closed'),
});

export const answerFiles: AnswerFileView[] = [
  {
    ...{ file: 'f'.repeat(64), question: 'proof', voter: 'a'.repeat(32), name: `Plan ${hostile}.pdf`, mediaType: 'application/pdf' },
    ...{ size: 40_000, givenAt: '2026-03-01T09:00:00.000Z' },
  },
  {
    ...{ file: 'e'.repeat(64), question: 'proof', voter: 'b'.repeat(32), name: null, mediaType: 'image/png' },
    ...{ size: 400, givenAt: '2026-03-01T08:00:00.000Z' },
  },
];

export const paperForms: PaperFormView[] = [
  { form: '17', status: 'waiting', at: '2026-03-01T09:00:00.000Z', reason: null, isOwn: false },
  { form: '16', status: 'sentBack', at: '2026-03-01T08:00:00.000Z', reason: `A page is missing ${hostile}`, isOwn: true },
];

export const paperForm: PaperFormEntry = {
  form: '17',
  status: 'waiting',
  answers: { mode: { options: [], other: hostile }, calm: 4 },
  unanswered: [{ question: 'calm', why: 'unreadable' }],
  commitment: 'a'.repeat(64),
  reason: null,
  mayConfirm: true,
};

const { settings: stands } = surveyed.activities[0]!;
const [first, ...others] = stands.questionnaire!.sections;
/** As if a slip had been corrected. */
export const correctionsOfQuestions: readonly ActivityCorrectionView[] = [
  {
    correctedAt: '2026-03-02T10:00:00.000Z',
    note: `A slip. ${hostile}`,
    before: { questionnaire: { sections: [{ ...first!, title: 'Your way' }, ...others] } },
    after: stands,
  },
];
