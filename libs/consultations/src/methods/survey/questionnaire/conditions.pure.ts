import { chosenIn, isAnswered, questionsOf, type Answers, type Condition, type Question, type Questionnaire } from './questionnaire.pure';

/** The questions that are asked of somebody with these answers, in their order. */
export function visibleQuestions(questionnaire: Questionnaire, answers: Answers): readonly Question[] {
  const asked = new Map<string, Question>();
  for (const question of questionsOf(questionnaire))
    if (question.when === undefined || holds(question.when, asked, answers)) asked.set(question.id, question);
  return [...asked.values()];
}

/** The answers to what is asked: what was answered before a question disappeared, and what answers nothing, is left out. */
export function withoutHidden(questionnaire: Questionnaire, answers: Answers): Answers {
  const given = visibleQuestions(questionnaire, answers).filter((question) => isAnswered(question, own(answers, question.id)));
  return Object.fromEntries(given.map(({ id }) => [id, answers[id]]));
}

/** @param asked the questions before it that are asked; others are not answered */
export function holds(condition: Condition, asked: ReadonlyMap<string, Question>, answers: Answers): boolean {
  if (condition.all) return condition.all.every((part) => holds(part, asked, answers));
  if (condition.any) return condition.any.some((part) => holds(part, asked, answers));
  if (condition.not) return !holds(condition.not, asked, answers);
  const question = asked.get(condition.question ?? '');
  const answer = question && own(answers, question.id);
  const answered = question !== undefined && isAnswered(question, answer);
  if (condition.isAnswered !== undefined) return answered === condition.isAnswered;
  if (!answered) return false;
  if (condition.isAnyOf) return chosenIn(answer).some((option) => condition.isAnyOf!.includes(option));
  return typeof answer === 'number' && answer >= (condition.atLeast ?? -Infinity) && answer <= (condition.atMost ?? Infinity);
}

/** What somebody sent may have any names in it, such as those of every object. */
export function own<T>(sent: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(sent, id) ? sent[id] : undefined;
}
