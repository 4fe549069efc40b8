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
];
