import { deepStrictEqual } from 'node:assert';
import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutFiles } from '../answer-file/without-files.pure';
import { cellMark } from '../answers-by/cells/asked-jointly.pure';
import { visibleQuestions, withoutHidden } from '../questionnaire/conditions.pure';
import { anyAnswered, recorded } from '../questionnaire/questionnaire.fixture';
import { questionsOf } from '../questionnaire/questionnaire.pure';
import { countedChoices, wholeResponse } from '../results/counted-choices.read-model';
import { daysInBins, numbersInBins } from '../results/question-results.pure';
import { answersOf, partsOf } from './counted-answers.recount';
import { AskedQuestions } from './questions.recount';
import { isRight } from './right-answers.recount';

describe('an auditor and the platform', () => {
  it('find the same questions asked, whatever was answered', () =>
    fc.assert(
      fc.property(anyAnswered, ([questionnaire, answers]) => {
        const asked = new AskedQuestions(questionnaire, recorded(questionnaire, answers)).list();
        deepStrictEqual(
          asked.map(({ id }) => id),
          visibleQuestions(questionnaire, answers).map(({ id }) => id),
        );
      }),
      { numRuns: 1_000 },
    ));

  it('find the same questions asked where nobody can give a file, and the same that have to be answered', () =>
    fc.assert(
      fc.property(anyAnswered, ([questionnaire, said]) => {
        const files = questionsOf(questionnaire).filter(({ kind }) => kind === 'file');
        const answers = Object.fromEntries(Object.entries(said).filter(([id]) => !files.some((file) => file.id === id)));
        const asked = new AskedQuestions(questionnaire, recorded(questionnaire, answers), false);
        const needed = asked.list().filter((one) => one.isRequired && one.kind !== 'file' && !asked.hangsOnFile(one));
        const visible = visibleQuestions(withoutFiles(questionnaire), answers);
        deepStrictEqual(
          [asked.list(), needed].map((list) => list.map(({ id }) => id)),
          [visible, visible.filter(({ isRequired }) => isRequired)].map((list) => list.map(({ id }) => id)),
        );
      }),
      { numRuns: 1_000 },
    ));

  it('count the same of a response, and find each answer right', () =>
    fc.assert(
      fc.property(anyAnswered, ([questionnaire, answers]) => {
        const given = recorded(questionnaire, withoutHidden(questionnaire, answers));
        const [whole, ...choices] = countedChoices(questionnaire, given).filter((choice) => !choice.startsWith(cellMark));
        deepStrictEqual([whole, choices.sort()], [wholeResponse, answersOf(questionnaire, given).sort()]);
        const asked = new AskedQuestions(questionnaire, given);
        for (const question of asked.list()) {
          const answer = asked.answerTo(question.id);
          if (answer !== undefined) deepStrictEqual([question.kind, isRight(question, answer)], [question.kind, true]);
        }
      }),
      { numRuns: 1_000 },
    ));

  it('put the same numbers and days together', () => {
    const number = fc.oneof(fc.integer({ min: -50, max: 500 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 }));
    const days = fc.date({ min: new Date('1930-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const question = { id: 'q', text: 'How much?', isRequired: false } as const;
    fc.assert(
      fc.property(fc.uniqueArray(number.map(String), { maxLength: 80 }), fc.uniqueArray(days), (numbers, dates) => {
        deepStrictEqual(partsOf({ ...question, kind: 'number' }, numbers), numbersInBins(numbers));
        const texts = [...new Set(dates.map((date) => date.toISOString().slice(0, 10)))];
        deepStrictEqual(partsOf({ ...question, kind: 'date' }, texts), daysInBins(texts));
      }),
    );
  });
});
