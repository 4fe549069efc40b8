import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blankForm, type Sent } from '@isegoria/portal-kit';
import { anyQuestionnaire } from '../../questionnaire/questionnaire.fixture';
import type { Question, Questionnaire } from '../../questionnaire/questionnaire.contract';
import { questionsOf } from '../../questionnaire/questionnaire.pure';
import { changedFields, changedName } from './changed-fields.page';
import { asFields, fieldsOf, questionAt, questionnaireSaid } from './questionnaire-fields.page';

const formOf = (values: Sent) => blankForm(values);
const choice = (id: string, ...texts: string[]): Question => ({
  id,
  kind: 'single',
  text: `Question ${id}?`,
  isRequired: true,
  options: texts.map((text, index) => ({ id: String(index + 1), text })),
});
const survey = (...sections: Question[][]): Questionnaire => ({ sections: sections.map((questions) => ({ questions })) });
const idsIn = (fields: Sent) => questionnaireSaid(formOf(fields)).sections.map(({ questions }) => questions.map(({ id }) => id).join(' '));

describe('the fields of a questionnaire', () => {
  it('say what they were made of, whatever that is', () => {
    fc.assert(
      fc.property(anyQuestionnaire, (questionnaire) => {
        const plain = JSON.parse(JSON.stringify(questionnaire)) as Questionnaire;
        const said = questionnaireSaid(formOf(fieldsOf(asFields(plain))));
        for (const [index, question] of questionsOf(said).entries()) {
          const { when, ...rest } = questionsOf(plain)[index]!;
          const { when: saidWhen, ...saidRest } = question;
          // Unchecked boxes are left out, and a condition may be said in other words.
          expect({ hasOther: false, ...saidRest }).toEqual({ hasOther: false, ...rest });
          expect(saidWhen === undefined).toBe(when === undefined);
        }
      }),
    );
  });

  it.each([
    { question: 'a', isAnyOf: ['2'] },
    { not: { question: 'a', isAnyOf: ['2'] } },
    { question: 'a', isAnswered: false },
    { question: 'n', atLeast: 18 },
    { question: 's', atMost: 2 },
    {
      all: [
        { question: 'a', isAnyOf: ['1'] },
        { question: 'n', atMost: 2.5 },
      ],
    },
    { any: [{ question: 'a', isAnyOf: ['1'] }, { not: { question: 'a', isAnyOf: ['2'] } }, { question: 's', atLeast: 4 }] },
    {
      all: [
        {
          any: [
            { question: 'a', isAnyOf: ['1'] },
            { question: 's', atLeast: 4 },
          ],
        },
        { question: 'n', isAnswered: true },
      ],
    },
    { question: 's', atLeast: 2, atMost: 3 },
  ])('say a condition such as %j', (when) => {
    const before: Question[] = [
      choice('a', 'Yes', 'No'),
      { id: 'n', kind: 'number', text: '?', isRequired: false },
      { id: 's', kind: 'scale', text: '?', isRequired: false, scale: { style: 'stars', from: 1, to: 5 } },
    ];
    const questionnaire = survey([...before, { id: 'z', kind: 'date', text: '?', isRequired: false, when }]);
    expect(questionnaireSaid(formOf(fieldsOf(asFields(questionnaire))))).toEqual(questionnaire);
  });

  it('keep the ids of options that are reworded, moved or joined by others', () => {
    const fields = fieldsOf(asFields(survey([choice('a', 'Bus', 'Car', 'Tram')])));
    const optionsAfter = (text: string) =>
      questionnaireSaid(formOf({ ...fields, [`${questionAt(0, 0)}options`]: text }))
        .sections[0]!.questions[0]!.options!.map(({ id, text: words }) => `${id} ${words}`)
        .join(', ');
    expect(optionsAfter('Bus\nPrivate car\nTram')).toBe('1 Bus, 2 Private car, 3 Tram');
    expect(optionsAfter('Tram\nBus\n\nCar')).toBe('3 Tram, 1 Bus, 2 Car');
    expect(optionsAfter('Foot\nBus\nCar\nTram')).toBe('4 Foot, 1 Bus, 2 Car, 3 Tram');
    expect(optionsAfter('Tram')).toBe('3 Tram');
  });

  it('say quotas line by line, by the words of the answers', () => {
    const quotas = [
      { option: '2', most: 200 },
      { option: 'other', most: 50 },
    ];
    const asked = survey([{ ...choice('a', 'By bus', 'Car: my own'), hasOther: true, quotas }]);
    const fields = fieldsOf(asFields(asked));
    expect(fields[`${questionAt(0, 0)}quotas`]).toBe('Car: my own: 200\nother: 50');
    expect(questionnaireSaid(formOf(fields))).toEqual(asked);
    const typed = (lines: string) =>
      questionnaireSaid(formOf({ ...fields, [`${questionAt(0, 0)}quotas`]: lines })).sections[0]!.questions[0]!.quotas;
    expect(typed('  By bus :  30 \n\nTram: 20\nBy bus')).toEqual([
      { option: '1', most: 30 },
      { option: 'Tram', most: 20 },
      { option: '1', most: 0 },
    ]);
    expect(typed('')).toBeUndefined();
  });

  it('leave what is no number to whoever checks it', () => {
    const fields = {
      ...fieldsOf(asFields(survey([{ id: 'n', kind: 'number', text: '?', isRequired: false }]))),
      [`${questionAt(0, 0)}atLeast`]: 'ten',
    };
    expect(questionnaireSaid(formOf(fields)).sections[0]!.questions[0]!.atLeast).toBe('ten');
  });

  it.each<[change: string, ids: string[], place: string]>([
    ['add 0', ['a b q1', 'c'], '0 2'],
    ['remove 0 0', ['b', 'c'], '0'],
    ['up 0 1', ['b a', 'c'], '0 0'],
    ['down 0 0', ['b a', 'c'], '0 1'],
    ['down 0 1', ['a', 'b c'], '1 0'],
    ['up 1 0', ['a b c', ''], '0 2'],
    ['up 0 0', ['a b', 'c'], '0 0'],
    ['add-section', ['a b', 'c', ''], '2'],
    ['remove-section 0', ['c'], '0'],
    ['remove 7 0', ['a b', 'c'], ''],
    ['show 0 1', ['a b', 'c'], '0 1'],
  ])('change by the button %s', (change, ids, place) => {
    const fields = fieldsOf(asFields(survey([choice('a', 'x', 'y'), choice('b', 'x', 'y')], [choice('c', 'x', 'y')])));
    const changed = changedFields(formOf({ title: 'Travel', ...fields }), change);
    expect(idsIn(changed)).toEqual(ids);
    expect(changed[changedName]).toBe(place);
    expect(changed['title']).toBe('Travel');
  });

  it('give a new question an id that none has', () => {
    const fields = fieldsOf(asFields(survey([choice('q1', 'x', 'y'), choice('q3', 'x', 'y')])));
    expect(idsIn(changedFields(formOf(fields), 'add 0'))).toEqual(['q1 q3 q2']);
  });
});
