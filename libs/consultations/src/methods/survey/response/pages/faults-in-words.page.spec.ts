import { describe, expect, it } from '@jest/globals';
import { blankForm, type Sent } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import { answerFaults } from '../../questionnaire/answers.pure';
import type { Answers, Question } from '../../questionnaire/questionnaire.pure';
import { answersSaid } from './answers-form.page';
import '../response.texts';
import { wrongInForm } from './faults-in-words.page';
import { whereToGoOn } from './way/way-through.pure';

const options = ['Bus', 'Tram'].map((text) => ({ id: text.toLowerCase(), text }));
const question = (id: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  ...{ id, kind, text: `${id}?`, isRequired: false },
  ...more,
});

describe('what is wrong with a page of answers', () => {
  const wrong = (asked: Question, sent: Sent) => {
    const form = blankForm(sent);
    const answers = JSON.parse(JSON.stringify(answersSaid([asked], form))) as Answers;
    const faults = answerFaults({ sections: [{ questions: [asked] }] }, answers);
    return wrongInForm([asked], faults, form, textsIn('en')).map(({ field, message }) => `${field} ${message}`);
  };

  it.each(['single', 'multiple'] as const)('is "something else" without words, of a %s choice that must be made or need not', (kind) => {
    const says = ['own.how Write what else you mean, or take back “Something else”: how?'];
    for (const isRequired of [true, false]) {
      const how = question('how', kind, { options, hasOther: true, isRequired });
      expect(wrong(how, { 'answers.how': 'other', 'own.how': ' ' })).toEqual(says);
      expect(wrong(how, { 'answers.how': 'other', 'own.how': 'Bike' })).toEqual([]);
      expect(wrong(how, { 'own.how': 'Bike' })).toEqual([]);
    }
  });

  it('is words of one’s own beside an option, where one alone can be chosen', () => {
    const sent = { 'answers.how': 'bus', 'own.how': 'Bike' };
    const says = ['own.how Choose “Something else” for what you wrote, or remove the words: how?'];
    expect(wrong(question('how', 'single', { options, hasOther: true }), sent)).toEqual(says);
    expect(wrong(question('how', 'multiple', { options, hasOther: true }), sent)).toEqual([]);
    expect(wrong(question('how', 'single', { options }), sent)).toEqual([]);
  });

  it('is a number that can be read in two ways, with both as they would be read', () => {
    const says = ['answers.many This can be read as two numbers. Write 1500 or 1.5, whichever you mean: many?'];
    expect(wrong(question('many', 'number'), { 'answers.many': '1,500' })).toEqual(says);
    expect(wrong(question('many', 'number'), { 'answers.many': '1,500.00' })).toEqual([]);
  });

  it('is each row of a table that has no answer, by its name', () => {
    const rows = ['Noise', 'Air', 'Light'].map((text) => ({ id: text.toLowerCase(), text }));
    const how = question('how', 'matrix', { options, rows, isRequired: true });
    expect(wrong(how, { 'answers.how.noise': '', 'answers.how.air': 'bus', 'answers.how.light': '' })).toEqual([
      'answers.how.noise This needs an answer: Noise (how?)',
      'answers.how.light This needs an answer: Light (how?)',
    ]);
  });
});

describe('where somebody goes on with a survey', () => {
  const page = (...questions: Question[]) => ({ questions });
  const questionnaire = {
    sections: [
      page(question('constructor', 'single', { options, isRequired: true }), question('b', 'short-text')),
      page(question('why', 'short-text', { when: { question: 'constructor', isAnyOf: ['bus'] } })),
      page(question('d', 'number', { atMost: 3 })),
    ],
  };
  it.each([
    [{}, 1],
    [{ b: 'Only this' }, 1],
    [{ constructor: 'tram' }, 3],
    [{ constructor: 'bus' }, 2],
    [{ constructor: 'bus', why: 'Near' }, 3],
    [{ constructor: 'tram', d: 9 }, 3],
    [{ constructor: 'tram', d: 2 }, 'review'],
  ] as const)('with %j is page %s', (answers, at) => expect(whereToGoOn(questionnaire, answers as unknown as Answers)).toBe(at));
});
