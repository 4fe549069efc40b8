import { answerFaults, type Fault } from '../../questionnaire/answers.pure';
import { own, visibleQuestions } from '../../questionnaire/conditions.pure';
import { isAnswered, questionsOf, type Answers, type Question, type Questionnaire } from '../../questionnaire/questionnaire.pure';

export const whyUnanswered = ['blank', 'unreadable', 'invalid'] as const;
export type WhyUnanswered = (typeof whyUnanswered)[number];

/** Why a form on paper has no answer to a question, by its id. */
export type Unanswered = Readonly<Record<string, WhyUnanswered>>;

/** Before the id of a question, as it is counted of a form. No question has such an id. */
const mark = '?';

/** What such a question is counted as. */
export const unansweredAs = (id: string, why: WhyUnanswered): string => `${mark}${id}:${why}`;

export const countedUnanswered = (unanswered: Unanswered): string[] =>
  Object.entries(unanswered).map(([id, why]) => unansweredAs(id, why));

/** The questions as a form has to answer them of which an official says what it does not answer. */
export function withoutUnanswered(questionnaire: Questionnaire, unanswered: Unanswered): Questionnaire {
  const asked = (question: Question): Question =>
    own(unanswered, question.id) === undefined ? question : { ...question, isRequired: false };
  return { sections: questionnaire.sections.map((section) => ({ ...section, questions: section.questions.map(asked) })) };
}

/** Those among them that are asked of somebody with these answers. */
export function unansweredOfAsked(questionnaire: Questionnaire, answers: Answers, unanswered: Unanswered): Unanswered {
  const asked = new Set(visibleQuestions(questionnaire, answers).map(({ id }) => id));
  return Object.fromEntries(Object.entries(unanswered).filter(([id]) => asked.has(id)));
}

/**
 * What is wrong with them, each at the id of its question: a question has an answer or a reason why there is none. A matrix may have both,
 * where lines of it are missing.
 */
export function unansweredFaults(questionnaire: Questionnaire, answers: Answers, unanswered: Unanswered): readonly Fault[] {
  const byId = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  return Object.keys(unanswered).flatMap((id): Fault[] => {
    const question = byId.get(id);
    if (!question || question.kind === 'file') return [{ field: id, constraint: 'isIn' }];
    if (!isAnswered(question, own(answers, id)) || lacksLines(question, answers)) return [];
    return [{ field: id, constraint: 'doesNotFit' }];
  });
}

function lacksLines(question: Question, answers: Answers): boolean {
  if (question.kind !== 'matrix') return false;
  const { when: _, ...alone } = question;
  const faults = answerFaults({ sections: [{ questions: [{ ...alone, isRequired: true }] }] }, answers);
  return faults.some(({ constraint }) => constraint === 'isMissing');
}
