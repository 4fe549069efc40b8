import { withoutFiles } from '../answer-file/without-files.pure';
import { cellsIn } from '../answers-by/cells/asked-jointly.pure';
import { choicesOf } from '../questionnaire/answers.pure';
import { own } from '../questionnaire/conditions.pure';
import { questionsOf, type Answers, type Questionnaire } from '../questionnaire/questionnaire.pure';
import type { RecordedAnswers, SealedPlace } from '../response/response.contract';

/** Counted once for each response. */
export const wholeResponse = '#';

/**
 * What is counted of a response: itself, and what `choicesOf` says; of a number or a date, its value as well, and of a place, its cell.
 * Last, where it stands in the tables of what questions hang on.
 */
export function countedChoices(questionnaire: Questionnaire, recorded: RecordedAnswers): string[] {
  const values = questionsOf(questionnaire).flatMap(({ id, kind }) => {
    const answer = own(recorded, id);
    const value = kind === 'place' ? (answer as Partial<SealedPlace> | undefined)?.cell : answer;
    const isValue = kind === 'number' || kind === 'date' || kind === 'place';
    return isValue && value !== undefined ? [`${id}:${String(value as string | number)}`] : [];
  });
  // No answer is recorded to what is not asked; by paper and links, more is asked of those without a file.
  const choices = [wholeResponse, ...choicesOf(withoutFiles(questionnaire), asWritten(questionnaire, recorded)), ...values];
  return [...choices, ...cellsIn(questionnaire, choices)];
}

/** Whether something was written is all that counts, and not what. */
function asWritten(questionnaire: Questionnaire, recorded: RecordedAnswers): Answers {
  return Object.fromEntries(
    questionsOf(questionnaire).flatMap(({ id, kind }) => {
      const answer = own(recorded, id);
      if (answer === undefined) return [];
      if (kind === 'short-text' || kind === 'long-text') return [[id, '…']];
      if (kind === 'place') return [[id, { text: '…' }]];
      const isWritten = (kind === 'single' || kind === 'multiple') && typeof answer === 'object' && 'other' in answer;
      return [[id, isWritten ? { ...(answer as object), other: '…' } : answer]];
    }),
  ) as Answers;
}
