import { describe, expect, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { validated } from '@isegoria/kernel';
import type { Questionnaire } from '../questionnaire/questionnaire.pure';
import { SubmitResponse, answersGiven } from './response.contract';
import { answersDecider, answersToWhatIsAsked } from './response.decider';

const options = [
  { id: 'bus', text: 'Bus' },
  { id: 'tram', text: 'Tram' },
];
const questionnaire: Questionnaire = {
  sections: [
    {
      questions: [
        { id: 'how', kind: 'single', text: 'How?', isRequired: true, options },
        { id: 'which', kind: 'short-text', text: 'Which?', isRequired: true, when: { question: 'how', isAnyOf: ['bus'] } },
      ],
    },
    { questions: [{ id: 'age', kind: 'number', text: 'Age?', isRequired: false, atLeast: 0 }] },
  ],
};

describe('answers to a survey', () => {
  it('lose what is not asked of somebody with these answers', () => {
    expect(answersToWhatIsAsked(questionnaire, { how: 'tram', which: 'Number 9', age: 30 })).toEqual({ how: 'tram', age: 30 });
    expect(answersToWhatIsAsked(questionnaire, { how: 'bus', which: 'Number 9' })).toEqual({ how: 'bus', which: 'Number 9' });
  });
  it('are refused where a number is more than any: nothing would be on record of it', () => {
    const sent = (age: string) => ({ activityId: '11111111-1111-4111-8111-111111111111', answers: JSON.parse(`{"age":${age}}`) as object });
    expect(validated(SubmitResponse, sent('1e9')).answers).toEqual({ age: 1e9 });
    expect(() => validated(SubmitResponse, sent('1e999'))).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });
  it('are refused with all that is wrong with them at once, each at its question', () => {
    const refusal = { code: 'VALIDATION_FAILED', details: { field: 'answers.where', params: { constraint: 'isIn' } } };
    expect(() => answersToWhatIsAsked(questionnaire, { how: 'bus', age: -1, where: 'here' })).toThrow(
      expect.objectContaining({
        ...refusal,
        details: expect.objectContaining({
          ...refusal.details,
          further: [
            { field: 'answers.which', params: { constraint: 'isMissing' } },
            { field: 'answers.age', params: { constraint: 'min', limit: 0 } },
          ],
        }),
      }),
    );
  });
  it('are recorded once in a row, and again when they are changed back', () => {
    const data = answersGiven.sample;
    const other = { ...data, commitment: 'ff' };
    const recorded = (given: typeof data) => ({ type: 'AnswersGiven' as const, data: given });
    given(answersDecider)
      .when({ type: 'GiveAnswers', given: data })
      .then([recorded(data)]);
    given(answersDecider, [recorded(data)])
      .when({ type: 'GiveAnswers', given: data })
      .thenNothing();
    given(answersDecider, [recorded(data), recorded(other)])
      .when({ type: 'GiveAnswers', given: data })
      .then([recorded(data)]);
  });
});
