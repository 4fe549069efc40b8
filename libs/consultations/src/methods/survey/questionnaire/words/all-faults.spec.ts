import { expect, it } from '@jest/globals';
import type { Question } from '../questionnaire.pure';
import { allFaultsOf } from './all-faults';

const listOf = (...texts: string[]) => texts.map((text, at) => ({ id: `o${at}`, text }));
const faultsOf = (question: Partial<Question> & Pick<Question, 'kind'>) =>
  allFaultsOf({ sections: [{ questions: [{ id: 'q', text: '?', isRequired: true, ...question }] }] });

it.each(['single', 'multiple', 'ranking'] as const)('refuses options of a question (%s) that read the same, each at its field', (kind) => {
  expect(faultsOf({ kind, options: listOf('By bus', 'By tram', ' by BUS', 'By tram.') })).toEqual([
    { field: 'sections[0].questions[0].options[2].text', constraint: 'isAlike' },
    { field: 'sections[0].questions[0].options[3].text', constraint: 'isAlike' },
  ]);
});

it('refuses rows and columns of a matrix that read the same, and takes a row that reads as a column does', () => {
  expect(faultsOf({ kind: 'matrix', options: listOf('A', 'B', 'a'), rows: listOf('A', 'A') })).toEqual([
    { field: 'sections[0].questions[0].options[2].text', constraint: 'isAlike' },
    { field: 'sections[0].questions[0].rows[1].text', constraint: 'isAlike' },
  ]);
});

it('refuses steps of a scale that read the same, and ends that do', () => {
  const scale = { style: 'likert', from: 1, to: 3, fromLabel: 'Low', toLabel: 'LOW.', steps: ['Agree', 'So so', ' agree'] } as const;
  expect(faultsOf({ kind: 'scale', scale })).toEqual([
    { field: 'sections[0].questions[0].scale.steps[2]', constraint: 'isAlike' },
    { field: 'sections[0].questions[0].scale.toLabel', constraint: 'isAlike' },
  ]);
  const apart = { ...scale, fromLabel: 'Agree', toLabel: '', steps: ['Agree', 'So so', 'Disagree'] };
  expect(faultsOf({ kind: 'scale', scale: apart })).toEqual([]);
  expect(faultsOf({ kind: 'scale', scale: { style: 'stars', from: 1, to: 3 } })).toEqual([]);
});

it('takes options that differ, if only in a sign, and those of another question', () => {
  expect(faultsOf({ kind: 'single', options: listOf('A', 'A+', '<18', '18') })).toEqual([]);
  const questions = ['p', 'q'].map((id): Question => ({ id, kind: 'single', text: '?', isRequired: true, options: listOf('Yes', 'No') }));
  expect(allFaultsOf({ sections: [{ questions }] })).toEqual([]);
});
