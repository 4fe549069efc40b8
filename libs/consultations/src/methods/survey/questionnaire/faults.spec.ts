import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validated } from '@isegoria/kernel';
import { visibleQuestions } from './conditions.pure';
import { questionnaireFaults } from './faults.pure';
import { QuestionnaireOfSurvey } from './questionnaire.contract';
import { anyAnswered, anyQuestionnaire, anySmall, everyAnswer } from './questionnaire.fixture';
import { questionsOf, type Answers, type Condition, type Question } from './questionnaire.pure';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const choice: Question = { id: 'first', kind: 'single', text: '?', isRequired: true, options };
const text: Question = { id: 'second', kind: 'short-text', text: '?', isRequired: true };
const faultsOf = (...questions: Question[]) =>
  questionnaireFaults({ sections: [{ questions }] }).map(
    ({ field, constraint }) => `${field.replace('sections[0].questions', '')} ${constraint}`,
  );
const faultsOfWhen = (when: Condition, ...before: Question[]) => faultsOf(...(before.length > 0 ? before : [choice]), { ...text, when });

describe('a questionnaire', () => {
  it('is right as one writes it', () => {
    expect(faultsOf(choice, text, { ...text, id: 'third', when: { question: 'first', isAnyOf: ['a'] } })).toEqual([]);
  });

  it.each<[what: string, question: Question, faults: string[]]>([
    ['a choice of nothing', { ...choice, options: [] }, ['[0].options arrayMinSize']],
    ['an option twice', { ...choice, options: [...options, options[0]!] }, ['[0].options[3].id arrayUnique']],
    [
      'an option that stands for the own answer',
      { ...choice, options: [...options, { id: 'other', text: '' }] },
      ['[0].options[3].id matches'],
    ],
    ['a quota of a text', { ...text, quotas: [{ option: 'a', most: 10 }] }, ['[0].quotas notOfKind', '[0].quotas[0].option isIn']],
    [
      'quotas of what is not there, or twice, or of too few or too many',
      {
        ...choice,
        quotas: [
          { option: 'd', most: 10 },
          { option: 'other', most: 10 },
          { option: 'a', most: 10 },
          { option: 'a', most: 20 },
          { option: 'b', most: 9 },
          { option: 'c', most: 10_001 },
        ],
      },
      ['option isIn', 'option isIn', 'option arrayUnique', 'most min', 'most max'].map((fault, at) => `[0].quotas[${[0, 1, 3, 4, 5][at]}].${fault}`),
    ],
    ['a matrix without rows', { ...choice, kind: 'matrix' }, ['[0].rows arrayMinSize']],
    ['options of a text', { ...text, options }, ['[0].options notOfKind']],
    ['a scale without steps', { ...text, kind: 'scale' }, ['[0].scale isMissing']],
    ['a scale of too many', { ...text, kind: 'scale', scale: { style: 'numbers', from: 0, to: 11 } }, ['[0].scale.to max']],
    ['no star', { ...text, kind: 'scale', scale: { style: 'stars', from: 0, to: 5 } }, ['[0].scale.from min']],
    ['more options than there are', { ...choice, kind: 'multiple', atLeast: 4 }, ['[0].atLeast max']],
    ['more than at most', { ...choice, kind: 'multiple', atLeast: 3, atMost: 2 }, ['[0].atMost min']],
    ['days the wrong way round', { ...text, kind: 'date', earliest: '2026-02-01', latest: '2026-01-01' }, ['[0].latest earliest']],
    ['a condition of the first question', { ...text, when: { question: 'second', isAnswered: true } }, ['[0].when.question isEarlier']],
  ])('has not %s', (_what, question, faults) => {
    expect(faultsOf(question)).toEqual(faults);
  });

  it('has no two questions of one id, and no section without a question', () => {
    expect(questionnaireFaults({ sections: [] })).toEqual([{ field: 'sections', constraint: 'arrayMinSize', limit: 1 }]);
    expect(questionnaireFaults({ sections: [{ questions: [choice] }, { questions: [choice] }, { questions: [] }] })).toEqual([
      { field: 'sections[1].questions[0].id', constraint: 'arrayUnique' },
      { field: 'sections[2].questions', constraint: 'arrayMinSize', limit: 1 },
    ]);
  });

  it.each<[what: string, when: Condition, faults: string[]]>([
    ['looks at what is not there', { question: 'nowhere', isAnswered: true }, ['[1].when.question isKnownQuestion']],
    ['looks for an option that is not there', { question: 'first', isAnyOf: ['z'] }, ['[1].when.isAnyOf[0] isIn']],
    ['compares a choice', { question: 'first', atLeast: 2 }, ['[1].when notOfKind']],
    ['says two things', { question: 'first', isAnyOf: ['a'], isAnswered: true }, ['[1].when isOneForm']],
    ['says nothing', { question: 'first' }, ['[1].when isOneForm']],
    ['says nothing of a list', { all: [] }, ['[1].when.all arrayMinSize']],
    ['is too deep', { not: { not: { not: { not: { question: 'first', isAnyOf: ['a'] } } } } }, ['[1].when.not.not.not.not isDeep']],
    ['cannot hold, since an answer is required', { question: 'first', isAnswered: false }, ['[1].when canHold']],
    [
      'cannot hold, since one option is chosen',
      {
        all: [
          { question: 'first', isAnyOf: ['a'] },
          { question: 'first', isAnyOf: ['b'] },
        ],
      },
      ['[1].when canHold'],
    ],
  ])('has no condition that %s', (_what, when, faults) => {
    expect(faultsOfWhen(when)).toEqual(faults);
  });

  it('has no question behind one that such an answer hides', () => {
    const why: Question = { ...text, id: 'why', when: { question: 'first', isAnyOf: ['a'] } };
    const dead: Condition = {
      all: [
        { question: 'why', isAnswered: true },
        { question: 'first', isAnyOf: ['b'] },
      ],
    };
    expect(faultsOfWhen(dead, choice, why)).toEqual(['[2].when canHold']);
    expect(faultsOfWhen({ question: 'why', isAnswered: true }, choice, why)).toEqual([]);
  });

  it('may compare numbers, as far as they can be', () => {
    const age: Question = { id: 'age', kind: 'number', text: '?', isRequired: false, atLeast: 0, atMost: 120 };
    expect(faultsOfWhen({ question: 'age', atLeast: 18, atMost: 25 }, age)).toEqual([]);
    expect(faultsOfWhen({ question: 'age', atLeast: 121 }, age)).toEqual(['[1].when canHold']);
    expect(faultsOfWhen({ all: [{ question: 'age', atLeast: 30 }, { not: { question: 'age', atLeast: 18 } }] }, age)).toEqual([
      '[1].when canHold',
    ]);
  });

  it('asks for no more options than may be chosen, nor for none of more than must be', () => {
    const nine = Array.from({ length: 9 }, (_, at) => ({ id: `o${at}`, text: `${at}` }));
    const many: Question = { ...choice, id: 'many', kind: 'multiple', options: nine };
    const all = nine.slice(0, 7).map(({ id }) => ({ question: 'many', isAnyOf: [id] }));
    expect(faultsOfWhen({ all }, { ...many, atMost: 1 })).toEqual(['[1].when canHold']);
    expect(faultsOfWhen({ all }, { ...many, atMost: 6 })).toEqual(['[1].when canHold']);
    expect(faultsOfWhen({ all }, { ...many, atMost: 7 })).toEqual([]);
    expect(faultsOfWhen({ all: all.map((not) => ({ not })) }, { ...many, atLeast: 3 })).toEqual(['[1].when canHold']);
    expect(faultsOfWhen({ all: all.map((not) => ({ not })) }, { ...many, atLeast: 3, isRequired: false })).toEqual([]);
    const others = Array.from({ length: 12 }, (_, at): Question => ({ ...choice, id: `q${at}`, isRequired: false }));
    const among = [...others.map(({ id }) => ({ question: id, isAnyOf: ['c'] })), ...all];
    expect(faultsOfWhen({ all: among }, ...others, { ...many, atMost: 6 })).toEqual(['[13].when canHold']);
  });

  it('is a dead end exactly where no way of answering leads to it, of all that there are', () => {
    fc.assert(
      fc.property(anySmall, (questionnaire) => {
        const questions = questionsOf(questionnaire);
        const reached = new Set<string>();
        const tryAll = (answers: Answers, [question, ...rest]: readonly Question[]): void => {
          if (!question) return void visibleQuestions(questionnaire, answers).forEach(({ id }) => reached.add(id));
          if (!visibleQuestions(questionnaire, answers).includes(question)) return tryAll(answers, rest);
          reached.add(question.id);
          for (const answer of everyAnswer(question)) tryAll({ ...answers, [question.id]: answer }, rest);
        };
        tryAll({}, questions);
        const dead = questionnaireFaults(questionnaire).map(({ field }) => questions[Number(/questions\[(\d)\]/.exec(field)![1])]!.id);
        expect(dead).toEqual(questions.map(({ id }) => id).filter((id) => !reached.has(id)));
      }),
      { numRuns: 300 },
    );
  });

  it('is decided in time, however many questions a condition is about', () => {
    const many = Array.from({ length: 20 }, (_, at): Question => ({ ...choice, id: `q${at}`, isRequired: false }));
    expect(faultsOfWhen({ all: many.map(({ id }) => ({ question: id, isAnyOf: ['c'] })) }, ...many)).toEqual([]);
  });

  it('holds up nobody, whatever its conditions are about', () => {
    const six = Array.from({ length: 6 }, (_, at) => ({ id: `o${at}`, text: `${at}` }));
    const isAnyOf = six.map(({ id }) => id);
    const questions = Array.from({ length: 100 }, (_, at): Question => {
      const all = Array.from({ length: Math.min(at, 20) }, (_one, back) => ({ not: { question: `q${at - 1 - back}`, isAnyOf } }));
      return { ...choice, id: `q${at}`, kind: 'multiple', options: six, ...(at < 5 ? {} : { when: { all } }) };
    });
    const began = performance.now();
    const told = questionnaireFaults({ sections: [{ questions }] });
    expect(new Set(told.map(({ constraint }) => constraint))).toEqual(new Set(['canHold']));
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('has nothing called a dead end that somebody is asked', () => {
    fc.assert(
      fc.property(anyAnswered, ([questionnaire, answers]) => {
        // Who leaves out what is required does not finish, so nothing is said of what such a person is asked.
        const shown = visibleQuestions(questionnaire, answers);
        fc.pre(shown.every(({ id, isRequired }) => !isRequired || answers[id] !== undefined));
        const dead = questionnaireFaults(questionnaire).map(({ field, constraint }) => {
          expect(constraint).toBe('canHold');
          const [, section, index] = /^sections\[(\d+)\]\.questions\[(\d+)\]/.exec(field)!;
          return questionnaire.sections[Number(section)]!.questions[Number(index)]!.id;
        });
        expect(shown.map(({ id }) => id).filter((id) => dead.includes(id))).toEqual([]);
      }),
    );
  });

  it('is taken by its class as the language has it', () => {
    fc.assert(
      fc.property(anyQuestionnaire, (questionnaire) => {
        expect(JSON.parse(JSON.stringify(validated(QuestionnaireOfSurvey, questionnaire)))).toEqual(
          JSON.parse(JSON.stringify(questionnaire)),
        );
      }),
    );
  });

  it('is refused by its class where a condition is too deep, as often as somebody likes', () => {
    let when: Condition = { question: 'first', isAnswered: true };
    for (let depth = 0; depth < 5_000; depth++) when = { not: when };
    const refused = { code: 'VALIDATION_FAILED', details: { params: { constraint: 'isDeep', limit: 4 } } };
    expect(() => validated(QuestionnaireOfSurvey, { sections: [{ questions: [choice, { ...text, when }] }] })).toThrow(
      expect.objectContaining({ ...refused, details: { ...refused.details, field: 'sections[0].questions[1].when.not.not.not.not' } }),
    );
  });
});
