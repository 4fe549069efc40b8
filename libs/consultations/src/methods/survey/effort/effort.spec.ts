import { expect, it } from '@jest/globals';
import type { Question } from '../questionnaire/questionnaire.pure';
import { minutesFor } from './effort.pure';

const question = (kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  id: 'q',
  kind,
  text: '?',
  isRequired: false,
  ...more,
});
const minutes = (...questions: Question[]) => minutesFor({ sections: [{ questions }] });

it('reckons how long a survey takes, at least a minute', () => {
  expect(minutes(question('single'))).toBe(1);
  expect(minutes(...Array.from({ length: 30 }, () => question('single')))).toBe(4);
  expect(minutes(...Array.from({ length: 8 }, () => question('long-text')))).toBe(6);
});

it('counts rows, facts and introductions, and what few are asked half', () => {
  const rows = Array.from({ length: 20 }, (_, id) => ({ id: `${id}`, text: '' }));
  expect(minutes(...Array.from({ length: 3 }, () => question('matrix', { rows })))).toBe(7);
  expect(minutes(question('single', { fact: 'x'.repeat(3_240) }))).toBe(3);
  const some = { when: { question: 'p', isAnswered: true } };
  expect(minutes(...Array.from({ length: 8 }, () => question('long-text', some)))).toBe(3);
  expect(minutesFor({ sections: [{ text: 'x'.repeat(2_160), questions: [] }] })).toBe(2);
});
