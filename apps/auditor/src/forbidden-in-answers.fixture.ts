import type { Forbidden } from './forbidden-in-identity.fixture';

/** That of the samples. */
const sampleActivity = 'ac710000-0000-4000-8000-000000000001';

const sampleStatement = '57a70000-0000-4000-8000-000000000001';

/** The text of the sample of answers, which a moderator decided on. */
const toText = {
  ...{ about: 'text', aboutId: sampleStatement },
  named: 'b7071de0efea009d40b8df7ce8eee23e29f5540c522dd41de292bb01f2a1cd37',
};

const nobodyAdded = {
  ...{ file: 'f'.repeat(64), name: 'photo.pdf', mediaType: 'application/pdf', size: 3 },
  ...{ alt: null, width: null, height: null },
};

/** What offices owe to those who took part, and what they say of it. */
export const forbiddenInAnswers: readonly Forbidden[] = [
  [
    'a promise of no days',
    'answer-promised-in-days',
    async ({ add }) => {
      await add('ConsultationDrafted', { answerWithinDays: 0 });
    },
  ],
  [
    'a unit whose consultations are answered before they end',
    'unit-answer-term',
    async ({ add }) => {
      await add('UnitAnswerTermSet', { unit: 'root', days: 0 });
    },
  ],
  [
    'another term once it was answered',
    'answer-term-while-owed',
    async ({ add, before }) => {
      await before('OutcomePublished');
      await add('OutcomePublished');
      await add('AnswerTermChanged');
    },
  ],
  [
    'a term in days of a zone that is none',
    'terms-have-a-zone',
    async ({ add, before }) => {
      await before('ConsultationPublished');
      await add('ConsultationPublished', { timeZone: 'Atlantis/Poseidonis' });
    },
  ],
  [
    'the same term once more',
    'answer-term-differs',
    async ({ add, before }) => {
      await before('AnswerTermChanged');
      await add('AnswerTermChanged', { answerWithinDays: 60 });
    },
  ],
  [
    'an answer to an activity that is open',
    'official-answer-to-what-is-there',
    async ({ add, before }) => {
      await before('ConsultationClosed');
      await add('OfficialAnswerPublished');
    },
  ],
  [
    'an answer to what nobody said',
    'official-answer-to-what-is-there',
    async ({ add, before }) => {
      await before('StatementAccepted');
      await add('OfficialAnswerPublished', { about: 'statement', aboutId: '57a70000-0000-4000-8000-0000000000ff' });
    },
  ],
  [
    'an answer in a draft',
    'official-answer-to-published',
    async ({ add, before }) => {
      await before('ConsultationPublished');
      await add('OfficialAnswerPublished');
    },
  ],
  [
    'another answer without a word why',
    'official-answer-corrected-with-note',
    async ({ add, before }) => {
      await before('OfficialAnswerPublished');
      await add('OfficialAnswerPublished');
      await add('OfficialAnswerPublished', { stance: 'accepted' });
    },
  ],
  [
    'an answer to a group that says something else',
    'official-answers-of-group-alike',
    async ({ add, before }) => {
      const group = { id: '97000000-0000-4000-8000-000000000001', size: 2 };
      const answer = { about: 'statement', aboutId: sampleStatement, group };
      await before('StatementAccepted');
      await add('OfficialAnswerPublished', answer);
      await add('OfficialAnswerPublished', { ...answer, text: 'Another word.', note: 'It was read anew.' });
    },
  ],
  [
    'an answer to a group under another theme',
    'official-answers-of-group-alike',
    async ({ add, before }) => {
      const group = { id: '97000000-0000-4000-8000-000000000001', size: 2, theme: { title: 'Trees', summary: null } };
      const answer = { about: 'statement', aboutId: sampleStatement, group };
      await before('StatementAccepted');
      await add('OfficialAnswerPublished', answer);
      await add('OfficialAnswerPublished', { ...answer, group: { ...group, theme: { title: 'Roads', summary: null } }, note: 'Anew.' });
    },
  ],
  [
    'an answer to a text that is held back',
    'official-answer-to-what-is-there',
    async ({ add, before }) => {
      await before('TextDecidedOn');
      await add('TextDecidedOn', { decision: 'listed', reason: null });
      await add('TextDecidedOn');
      await add('OfficialAnswerPublished', toText);
    },
  ],
  [
    'an answer to a question that is not asked',
    'official-answer-to-what-is-there',
    async ({ add, before }) => {
      await before('TextDecidedOn');
      await add('OfficialAnswerPublished', { about: 'question', aboutId: sampleStatement, named: 'nowhere' });
    },
  ],
  [
    'an answer to a paragraph that the text has not',
    'official-answer-to-what-is-there',
    async ({ add, before }) => {
      await before('TextDecidedOn');
      await add('OfficialAnswerPublished', { about: 'paragraph', aboutId: sampleStatement, named: 'p9', textVersion: 1 });
    },
  ],
  [
    'two answers to one text',
    'official-answer-one-id-a-name',
    async ({ add, before }) => {
      await before('TextDecidedOn');
      await add('TextDecidedOn', { decision: 'listed', reason: null });
      await add('OfficialAnswerPublished', toText);
      await add('OfficialAnswerPublished', { ...toText, aboutId: sampleActivity });
    },
  ],
  [
    'an outcome that is changed without a word',
    'outcome-changed-with-note',
    async ({ add, before }) => {
      await before('MilestoneSet');
      await add('OutcomePublished', { weDid: 'We build two.' });
    },
  ],
  [
    'an answer to a group that brings another file',
    'official-answers-of-group-alike',
    async ({ add, before }) => {
      const group = { id: '97000000-0000-4000-8000-000000000001', size: 2 };
      const answer = { about: 'statement', aboutId: sampleStatement, group };
      await before('StatementAccepted');
      await add('OfficialAnswerPublished', answer);
      await add('OfficialAnswerPublished', { ...answer, documents: [nobodyAdded], note: 'It was read anew.' });
    },
  ],
  [
    'an answer with a file that nobody added',
    'attached-as-added',
    async ({ add, before }) => {
      await before('OfficialAnswerPublished');
      await add('OfficialAnswerPublished', { documents: [nobodyAdded] });
    },
  ],
  [
    'a milestone without an outcome',
    'milestone-follows-outcome',
    async ({ add, before }) => {
      await before('OutcomePublished');
      await add('MilestoneSet');
    },
  ],
  [
    'a milestone that follows what nobody said',
    'milestone-follows-what-is-there',
    async ({ add, before }) => {
      await before('MilestoneSet');
      await add('MilestoneSet', { follows: { activityId: sampleActivity, statementId: '57a70000-0000-4000-8000-0000000000ff' } });
    },
  ],
  [
    'a milestone that was due before anybody was asked',
    'milestone-due-after-opening',
    async ({ add, before }) => {
      await before('MilestoneSet');
      await add('MilestoneSet', { dueAt: '2020-01-01T00:00:00.000Z' });
    },
  ],
  [
    'a milestone that is done without a word',
    'milestone-changed-with-note',
    async ({ add, before }) => {
      await before('MilestoneSet');
      await add('MilestoneSet');
      await add('MilestoneSet', { status: 'done' });
    },
  ],
  [
    'a milestone that is done and shown by nothing',
    'milestone-done-is-shown',
    async ({ add, before }) => {
      await before('MilestoneSet');
      await add('MilestoneSet', { status: 'done', links: [] });
    },
  ],
  [
    'a milestone that shows a file which nobody added',
    'attached-as-added',
    async ({ add, before }) => {
      await before('MilestoneSet');
      await add('MilestoneSet', { documents: [nobodyAdded] });
    },
  ],
];
