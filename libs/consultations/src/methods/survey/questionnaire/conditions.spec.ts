import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerFaults, choicesOf } from './answers.pure';
import { visibleQuestions, withoutHidden } from './conditions.pure';
import { anyAnswered } from './questionnaire.fixture';
import { questionsOf, type Answers, type Questionnaire } from './questionnaire.pure';

const travel: Questionnaire = {
  sections: [
    {
      questions: [
        { id: 'mode', kind: 'single', text: 'How do you travel?', isRequired: true, hasOther: true, options: optionsOf('bus', 'car') },
        { id: 'why-car', kind: 'short-text', text: 'Why?', isRequired: true, when: { question: 'mode', isAnyOf: ['car'] } },
      ],
    },
    {
      questions: [
        {
          id: 'other',
          kind: 'scale',
          text: 'How is it?',
          isRequired: false,
          scale: { style: 'stars', from: 1, to: 5 },
          when: { not: { question: 'mode', isAnyOf: ['car', 'bus'] } },
        },
        {
          id: 'bad',
          kind: 'long-text',
          text: 'What is bad?',
          isRequired: false,
          when: {
            all: [
              { question: 'other', atMost: 2 },
              { question: 'why-car', isAnswered: false },
            ],
          },
        },
      ],
    },
  ],
};

function optionsOf(...ids: string[]) {
  return ids.map((id) => ({ id, text: id }));
}

const asked = (answers: Answers) => visibleQuestions(travel, answers).map(({ id }) => id);

describe('conditions', () => {
  it('ask what an earlier answer leads to', () => {
    expect(asked({})).toEqual(['mode', 'other']);
    expect(asked({ mode: 'car' })).toEqual(['mode', 'why-car']);
    expect(asked({ mode: 'bus' })).toEqual(['mode']);
    expect(asked({ mode: { options: [], other: 'On foot' } })).toEqual(['mode', 'other']);
    expect(asked({ other: 2 })).toEqual(['mode', 'other', 'bad']);
    expect(asked({ other: 3 })).toEqual(['mode', 'other']);
  });

  it('take the answer to a question that is not asked for none', () => {
    expect(asked({ mode: 'bus', other: 1, 'why-car': 'I like it' })).toEqual(['mode']);
    expect(withoutHidden(travel, { mode: 'bus', other: 1, 'why-car': 'I like it', nothing: 'x' })).toEqual({ mode: 'bus' });
  });

  it('know no answer by the names that every object has', () => {
    const questionnaire = { sections: [{ questions: [{ id: 'constructor', kind: 'short-text', text: '?', isRequired: true }] }] } as const;
    expect(answerFaults(questionnaire, {})).toEqual([{ field: 'answers.constructor', constraint: 'isMissing' }]);
  });

  it('ask the same when the answers to what is not asked are left out, or are others', () => {
    fc.assert(
      fc.property(anyAnswered, ([questionnaire, answers]) => {
        const shown = visibleQuestions(questionnaire, answers);
        const left = withoutHidden(questionnaire, answers);
        expect(visibleQuestions(questionnaire, left)).toEqual(shown);
        expect(withoutHidden(questionnaire, left)).toEqual(left);
        expect(choicesOf(questionnaire, left)).toEqual(choicesOf(questionnaire, answers));
        const hidden = questionsOf(questionnaire).filter((question) => !shown.includes(question));
        const others = Object.fromEntries(hidden.map(({ id }) => [id, undefined]));
        expect(visibleQuestions(questionnaire, { ...answers, ...others })).toEqual(shown);
      }),
    );
  });

  it('leave right answers right, and find those that are missing at their questions', () => {
    fc.assert(
      fc.property(anyAnswered, ([questionnaire, answers]) => {
        const shown = visibleQuestions(questionnaire, answers);
        const missing = shown.filter(({ id, isRequired }) => isRequired && answers[id] === undefined).map(({ id }) => `answers.${id}`);
        expect(answerFaults(questionnaire, answers).map(({ field }) => field)).toEqual(missing);
      }),
    );
  });
});
