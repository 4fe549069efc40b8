import { describe, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import type { QuestionEvent } from './question.contract';
import { questionDecider } from './question.decider';

const given = (...history: QuestionEvent[]) => givenDecider(questionDecider, history);
const questionId = 'question-1';
const data = {
  questionId,
  consultationId: 'consultation-1',
  author: 'pseudonym-1',
  assurance: 'confirmed',
  text: { sealed: '1.x.y' },
} as const;
const asked: QuestionEvent = { type: 'QuestionAsked', data };
const askedInGeneral: QuestionEvent = { type: 'QuestionAsked', data: { ...data, consultationId: null } };
const ask = { type: 'AskQuestion', ...data } as const;
const answer = (text: string) => ({ type: 'AnswerQuestion', questionId, by: 'official-1', text }) as const;
const answered = (text: string, consultationId: string | null = 'consultation-1'): QuestionEvent => ({
  type: 'QuestionAnswered',
  data: { questionId, consultationId, by: 'official-1', text },
});

describe('a question', () => {
  it('is recorded, once', () => {
    given().when(ask).then([asked]);
    given()
      .when({ ...ask, consultationId: null })
      .then([askedInGeneral]);
    given(asked).when(ask).thenRejected('ALREADY_DONE');
  });
  it('is answered where it was asked', () => {
    given(asked)
      .when(answer('Soon'))
      .then([answered('Soon')]);
    given(askedInGeneral)
      .when(answer('Soon'))
      .then([answered('Soon', null)]);
  });
  it('has its answer revised when it is answered again', () => {
    given(asked, answered('Soon'))
      .when(answer('In May'))
      .then([answered('In May')]);
    given(asked, answered('Soon'), answered('In May'))
      .when(answer('Soon'))
      .then([answered('Soon')]);
  });
  it('keeps an answer that is the same', () => given(asked, answered('Soon')).when(answer('Soon')).thenNothing());
  it('cannot be answered when it is not there', () => given().when(answer('Soon')).thenRejected('QUESTION_NOT_FOUND'));
});
