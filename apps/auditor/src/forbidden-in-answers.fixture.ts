import type { Forbidden } from './forbidden-in-identity.fixture';

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
    'another term once it was answered',
    'answer-term-while-owed',
    async ({ add, before }) => {
      await before('OutcomePublished');
      await add('OutcomePublished');
      await add('AnswerTermChanged');
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
];
