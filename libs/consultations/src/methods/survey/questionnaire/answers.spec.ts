import { describe, expect, it } from '@jest/globals';
import { answerFaults, choicesOf } from './answers.pure';
import { optionsFor } from './order.pure';
import type { Answer, Question, QuestionKind } from './questionnaire.pure';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const rows = ['r', 's'].map((id) => ({ id, text: id }));

function questionOf(kind: QuestionKind, more: Partial<Question> = {}): Question {
  return { id: 'q', kind, text: '?', isRequired: true, ...more };
}
const only = (question: Question) => ({ sections: [{ questions: [question] }] });
const wrong = (question: Question, answer: unknown) =>
  answerFaults(only(question), { q: answer as Answer }).map(({ field, constraint, limit }) =>
    `${field} ${constraint} ${limit ?? ''}`.trim(),
  );

describe('answers', () => {
  it.each<[what: string, question: Question, answer: unknown, faults: string[]]>([
    ['nothing', questionOf('short-text'), undefined, ['answers.q isMissing']],
    ['blank words', questionOf('long-text'), '  \n', ['answers.q isMissing']],
    ['blank words where none are needed', questionOf('long-text', { isRequired: false }), ' ', []],
    ['words that are too long', questionOf('short-text', { maxLength: 3 }), 'four', ['answers.q maxLength 3']],
    ['three emoji where three characters may be', questionOf('short-text', { maxLength: 3 }), '🌳🌳🌳', []],
    ['two lines in a field of one', questionOf('short-text'), 'a\nb', ['answers.q isOneLine']],
    [
      'own words of two lines',
      questionOf('single', { options, hasOther: true }),
      { options: [], other: 'a\u2028b' },
      ['answers.q isOneLine'],
    ],
    ['a place of two lines', questionOf('place'), { text: 'a\nb' }, ['answers.q isOneLine']],
    ['two lines in a long text', questionOf('long-text'), 'a\nb', []],
    ['an option that is not there', questionOf('single', { options }), 'd', ['answers.q isIn']],
    ['an own answer where none may be', questionOf('single', { options }), { options: [], other: 'x' }, ['answers.q isIn']],
    [
      'an option with an own answer',
      questionOf('single', { options, hasOther: true }),
      { options: ['a'], other: 'x' },
      ['answers.q arrayMaxSize 1'],
    ],
    ['chosen options without `other`', questionOf('single', { options }), { options: ['a'] }, ['answers.q.other isMissing']],
    ['an own answer without `options`', questionOf('single', { options }), { other: 'x' }, ['answers.q other']],
    ['too few', questionOf('multiple', { options, atLeast: 2 }), ['a'], ['answers.q arrayMinSize 2']],
    [
      'too many',
      questionOf('multiple', { options, atMost: 1, hasOther: true }),
      { options: ['a'], other: 'x' },
      ['answers.q arrayMaxSize 1'],
    ],
    ['one twice', questionOf('ranking', { options }), ['a', 'a'], ['answers.q arrayUnique']],
    ['a step between two', questionOf('scale', { scale: { style: 'stars', from: 1, to: 5 } }), 2.5, ['answers.q isInt']],
    ['a step too far', questionOf('scale', { scale: { style: 'stars', from: 1, to: 5 } }), 6, ['answers.q max 5']],
    ['a number too low', questionOf('number', { atLeast: 0 }), -1, ['answers.q min 0']],
    ['no number', questionOf('number'), '12', ['answers.q other']],
    ['a row without an answer', questionOf('matrix', { options, rows }), { r: 'a' }, ['answers.q.s isMissing']],
    ['a row that is not there', questionOf('matrix', { options, rows }), { r: 'a', s: 'b', t: 'c' }, ['answers.q isIn']],
    ['a day that is in no calendar', questionOf('date'), '2026-02-30', ['answers.q isDay']],
    ['a day too early', questionOf('date', { earliest: '2026-01-01' }), '2025-12-31', ['answers.q earliest 2026-01-01']],
    ['half a place', questionOf('place'), { text: 'Here', latitude: 1 }, ['answers.q other']],
    ['a place off the map', questionOf('place'), { text: 'Here', latitude: 91, longitude: 0 }, ['answers.q other']],
    ['more than a place', questionOf('place'), { text: 'Here', height: 3 }, ['answers.q other']],
    ['a list for a text', questionOf('short-text'), ['x'], ['answers.q other']],
    ['null', questionOf('place'), null, ['answers.q isMissing']],
  ])('%s', (_what, question, answer, faults) => {
    expect(wrong(question, answer)).toEqual(faults);
  });

  it('are looked at page by page', () => {
    const question = questionOf('short-text');
    const questionnaire = { sections: [{ questions: [question] }, { questions: [{ ...question, id: 'p' }] }] };
    expect(answerFaults(questionnaire, {}, 1)).toEqual([{ field: 'answers.p', constraint: 'isMissing' }]);
  });

  it('are counted by what was chosen', () => {
    const counted = (question: Question, answer: Answer) => choicesOf(only(question), { q: answer });
    expect(counted(questionOf('multiple', { options, hasOther: true }), { options: ['b'], other: 'x' })).toEqual(['q', 'q:b', 'q:other']);
    expect(counted(questionOf('matrix', { options, rows }), { s: 'c' })).toEqual(['q', 'q:s:c']);
    const asObjects = [...rows, { id: 'constructor', text: 'Constructor' }];
    expect(counted(questionOf('matrix', { options, rows: asObjects }), { s: 'c' })).toEqual(['q', 'q:s:c']);
    expect(counted(questionOf('ranking', { options }), ['c', 'a'])).toEqual(['q', 'q:1:c', 'q:2:a']);
    expect(counted(questionOf('scale', { scale: { style: 'numbers', from: 0, to: 10 } }), 0)).toEqual(['q', 'q:0']);
    expect(counted(questionOf('date'), '2026-03-01')).toEqual(['q']);
  });
});

describe('a random order', () => {
  const question = questionOf('single', { options: Array.from({ length: 6 }, (_, id) => ({ id: `o${id}`, text: '' })), isShuffled: true });
  const order = (seed: string) => optionsFor(question, seed).map(({ id }) => id);

  it('is the same for one person on every page, and another for others', () => {
    expect(order('anna')).toEqual(order('anna'));
    const orders = new Set(Array.from({ length: 50 }, (_, person) => order(`person ${person}`).join()));
    expect(orders.size).toBeGreaterThan(40);
    expect([...order('anna')].sort()).toEqual(question.options!.map(({ id }) => id));
  });

  it('puts each option first about as often', () => {
    const first = Array.from({ length: 6_000 }, (_, person) => order(`person ${person}`)[0]!);
    for (const { id } of question.options!) expect(Math.abs(first.filter((one) => one === id).length - 1_000)).toBeLessThan(150);
  });
});
