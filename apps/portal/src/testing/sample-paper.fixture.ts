import type { ConsultationView, CoverageView, DocumentView, StatementView } from '@isegoria/contracts';
import { consultations, hostile, id, ids, statements } from './sample-data.fixture';
import { deliberationResults } from './sample-results.fixture';

const [like] = consultations as [ConsultationView];

/** A draft law that people comment on. */
export const law: ConsultationView = {
  ...like,
  id: ids.law,
  title: 'A clean air act',
  methods: ['document'],
  activities: [{ ...like.activities[0]!, id: ids.paper, method: 'document', settings: { moderation: 'after' } }],
};

const heading = { kind: 'heading', level: 1, annotations: 0 } as const;
const paragraph = { kind: 'paragraph', level: 0, annotations: 0 } as const;

export const paper: DocumentView = {
  activityId: ids.paper,
  consultationId: ids.law,
  shown: 2,
  version: 900,
  lost: 1,
  versions: [
    { version: 1, writtenAt: '2026-03-01T09:00:00.000Z', reason: null, follows: [] },
    {
      ...{ version: 2, writtenAt: '2026-03-20T09:00:00.000Z', reason: `Cities asked for more ${hostile}` },
      follows: [{ paragraph: 'p2', statementId: id(700) }],
    },
  ],
  blocks: [
    { ...heading, id: 'p1', text: 'Article 1' },
    { ...paragraph, id: 'p2', text: 'The air of every city is clean.', annotations: 2 },
    { ...heading, id: 'p3', text: 'Article 2' },
    { ...paragraph, id: 'p4', text: `Cities measure soot ${hostile}` },
  ],
};

/** The same before it was changed. */
export const firstPaper: DocumentView = {
  ...paper,
  shown: 1,
  version: 800,
  blocks: [
    { ...heading, id: 'p1', text: 'Article 1' },
    { ...paragraph, id: 'p2', text: 'The air of every city should be clean.', annotations: 2 },
    { ...paragraph, id: 'p5', text: 'Villages may measure soot as well.' },
  ],
};

const words = { exact: 'every city', prefix: 'The air of ', suffix: ' is clean.', start: 11, end: 21 };
const annotation = (n: number, at: Partial<StatementView['at'] & object>): StatementView => ({
  ...statements[n]!,
  id: id(700 + n),
  consultationId: ids.law,
  activityId: ids.paper,
  author: 'p-5',
  at: { paragraph: 'p2', version: 1, words: null, replaces: false, leavesOut: false, ...at },
  carried: { paragraph: at.paragraph ?? 'p2', words: at.words ?? null, lostIn: n === 1 ? 2 : null },
  followedIn: n === 0 ? 2 : null,
});
export const annotations: StatementView[] = [annotation(0, { words }), annotation(1, { words, replaces: true }), annotation(2, {})];

const counts = { annotations: 3, open: 1, accepted: 0, partly: 1, rejected: 1, noted: 0, withParagraph: 0 };
export const covered: CoverageView = {
  ...{ activityId: ids.paper, position: 48_231, ...counts },
  proposals: { ...counts, annotations: 1, open: 0, partly: 0 },
  paragraphs: [
    { paragraph: 'p2', number: 1, answer: 'partly', ...counts },
    { paragraph: 'p5', number: null, answer: null, ...counts, annotations: 1, open: 1, partly: 0, rejected: 0 },
  ],
};

export const lawResults = {
  ...deliberationResults,
  consultationId: ids.law,
  activities: deliberationResults.activities.map((activity) => ({ ...activity, activityId: ids.paper, method: 'document' as const })),
};
