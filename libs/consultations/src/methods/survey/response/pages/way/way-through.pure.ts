import { answerFaults } from '../../../questionnaire/answers.pure';
import { own, visibleQuestions } from '../../../questionnaire/conditions.pure';
import { isAnswered, type Answers, type Question, type Questionnaire } from '../../../questionnaire/questionnaire.pure';

/** The questions of a page that somebody with these answers is asked. Pages are counted from 1. */
export function visibleIn(questionnaire: Questionnaire, answers: Answers, at: number): readonly Question[] {
  const { questions } = questionnaire.sections[at - 1]!;
  return visibleQuestions(questionnaire, answers).filter((question) => questions.includes(question));
}

/** The next page with a question, in either direction. */
export function neighbour(questionnaire: Questionnaire, answers: Answers, at: number, step: 1 | -1): number | undefined {
  for (let page = at + step; questionnaire.sections[page - 1]; page += step)
    if (visibleIn(questionnaire, answers, page).length > 0) return page;
  return undefined;
}

export function firstFaulty(questionnaire: Questionnaire, answers: Answers): number | undefined {
  const at = questionnaire.sections.findIndex((_, index) => answerFaults(questionnaire, answers, index).length > 0);
  return at < 0 ? undefined : at + 1;
}

/** Where somebody goes on who answered so much: the first page that is wrong or has no answer, or the last look at it all. */
export function whereToGoOn(questionnaire: Questionnaire, answers: Answers): number | 'review' {
  const at = questionnaire.sections.findIndex((_, index) => {
    const asked = visibleIn(questionnaire, answers, index + 1);
    const isBlank = asked.length > 0 && !asked.some((question) => isAnswered(question, own(answers, question.id)));
    return isBlank || answerFaults(questionnaire, answers, index).length > 0;
  });
  return at < 0 ? 'review' : at + 1;
}
