import { sameWords } from '@isegoria/kernel';
import type { MethodSettings } from '../../methods.contract';
import type { Question } from '../questionnaire/questionnaire.contract';
import type { SurveySettings } from '../survey.contract';

/**
 * Before it opens, the questions may change, and nothing else; from then on, their words, if another thing never had them: words that go
 * from one option to another by way of a third correction are as wrong as those that go there at once.
 * @param before all that stood, the last one now
 */
export function mayCorrectSurvey(before: readonly MethodSettings[], after: MethodSettings, hasOpened: boolean): boolean {
  const beside = (settings: MethodSettings) => wordless({ ...settings, questionnaire: null });
  const stands = before.at(-1)!;
  const isOfSameQuestions = (stood: MethodSettings) => questionsIn(stood) === questionsIn(after);
  if (beside(stands) !== beside(after)) return false;
  return !hasOpened || (isOfSameQuestions(stands) && before.filter(isOfSameQuestions).every((stood) => keepsMeaningOfSurvey(stood, after)));
}

const questionsIn = (settings: MethodSettings) => wordless((settings as SurveySettings).questionnaire.sections);

/** Whether only words differ: what is left of both without their words is the same, and no words went from one thing to another. */
export function keepsMeaningOfSurvey(before: MethodSettings, after: MethodSettings): boolean {
  const [stood, stands] = [before, after].map((settings) => (settings as SurveySettings).questionnaire.sections);
  if (wordless(stood) !== wordless(stands)) return false;
  const [was, is] = [stood!, stands!].map((sections) => sections.flatMap(({ questions }) => questions));
  const texts = (questions: readonly Question[] = []) => questions.map(({ text }) => [text]);
  return !hasMoved(texts(was), texts(is)) && was!.every((question, at) => !movesWithin(question, is![at]!));
}

function movesWithin(before: Question, after: Question): boolean {
  const lists = ({ options = [], rows = [], scale }: Question) => {
    const { from = 0, to = 0, steps = [], fromLabel, toLabel } = scale ?? {};
    const points = Array.from({ length: to - from + 1 }, (_, at) => [steps[at], at === 0 && fromLabel, from + at === to && toLabel]);
    return [options.map(({ text }) => [text]), rows.map(({ text }) => [text]), points.map((words) => words.filter((one) => !!one))];
  };
  const [was, is] = [lists(before), lists(after)] as string[][][][];
  return was!.some((things, list) => hasMoved(things, is![list]!));
}

/** What people answer to, for the questions one by one, and for each question everything that stands beside each other. */
export function answeredInSurvey(settings: MethodSettings): string[][] {
  const questions = (settings as SurveySettings).questionnaire.sections.flatMap((section) => section.questions);
  return questions.flatMap((question) => {
    const { steps = [], fromLabel, toLabel } = question.scale ?? {};
    const ends = [fromLabel, toLabel].filter((label): label is string => !!label);
    const [options, rows] = [question.options, question.rows].map((list = []) => list.map(({ text }) => text));
    return [[question.text], options!, rows!, [...steps], ends];
  });
}

/** Whether something is called now what another one was called before, and it was not. @param before what each one is called */
function hasMoved(before: readonly string[][], after: readonly string[][]): boolean {
  const called = before.map((names) => new Set(names.map((name) => sameWords(name))));
  return after.some((names, at) =>
    names.some((name) => !called[at]?.has(sameWords(name)) && called.some((others) => others.has(sameWords(name)))),
  );
}

/** Everything but words, with members in one order. */
function wordless(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => (typeof one === 'string' ? one : wordless(one))).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([name, member]) => member !== undefined && !['text', 'title', 'hint', 'fact', 'fromLabel', 'toLabel'].includes(name))
    .map(([name, member]) => `${name}:${name === 'steps' ? (member as unknown[]).length : wordless(member)}`);
  return `{${members.sort().join()}}`;
}
