import { describe, expect, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { Rejection, validated } from '@isegoria/kernel';
import { formCode } from '../paper/form-code';
import { mustBeRightForm } from '../paper/entry/right-form.decider';
import type { Answer, Question, Questionnaire } from '../questionnaire/questionnaire.pure';
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
  it.each<[broken: string, question: Omit<Question, 'id' | 'text' | 'isRequired'>, answer: unknown]>([
    ['isMissing', { kind: 'short-text' }, undefined],
    ['isMissing', { kind: 'matrix', options, rows: options }, { bus: 'tram' }],
    ['isIn', { kind: 'single', options }, 'car'],
    ['arrayUnique', { kind: 'ranking', options }, ['bus', 'bus']],
    ['arrayMinSize', { kind: 'multiple', options, atLeast: 2 }, ['bus']],
    ['arrayMaxSize', { kind: 'multiple', options, atMost: 1 }, ['bus', 'tram']],
    ['arrayMaxSize', { kind: 'ranking', options, atMost: 1 }, ['bus', 'tram']],
    ['isInt', { kind: 'scale', scale: { style: 'likert', from: 2, to: 4 } }, 2.5],
    ['min', { kind: 'scale', scale: { style: 'likert', from: 2, to: 4 } }, 1],
    ['max', { kind: 'scale', scale: { style: 'likert', from: 2, to: 4 } }, 5],
    ['min', { kind: 'number', atLeast: 18 }, 7],
    ['max', { kind: 'number', atMost: 18 }, 19],
    ['isDay', { kind: 'date' }, '2026-02-30'],
    ['earliest', { kind: 'date', earliest: '2026-01-02' }, '2026-01-01'],
    ['latest', { kind: 'date', latest: '2026-01-02' }, '2026-01-03'],
    ['maxLength', { kind: 'short-text', maxLength: 3 }, 'four'],
    ['maxLength', { kind: 'long-text', maxLength: 3 }, 'four'],
    ['maxLength', { kind: 'single', options, hasOther: true }, { options: [], other: 'x'.repeat(301) }],
    ['isOneLine', { kind: 'place' }, { text: 'a\nb' }],
    ['other', { kind: 'place' }, { text: 'Here', latitude: 1 }],
    ['other', { kind: 'number' }, '12'],
  ])('that break the rule %s of %j are refused in the same words online and on paper', (broken, question, answer) => {
    const asks: Questionnaire = { sections: [{ questions: [{ id: 'q', text: '?', isRequired: true, ...question }] }] };
    const answers = { q: answer as Answer };
    const refusal = (send: () => void) => {
      try {
        send();
      } catch (error) {
        if (error instanceof Rejection) return error.details;
      }
      return undefined;
    };
    const online = refusal(() => answersToWhatIsAsked(asks, answers));
    expect(online?.params).toMatchObject({ constraint: broken });
    const form = { activityId: 'a', form: '9', formCode: formCode('a', asks), questionnaire: asks, answers };
    expect(refusal(() => mustBeRightForm(form))).toEqual(online);
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
