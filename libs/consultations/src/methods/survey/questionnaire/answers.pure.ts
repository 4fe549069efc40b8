import { mostBytes, takesKind } from '../answer-file/file-sorts.pure';
import { own, visibleQuestions } from './conditions.pure';
import {
  chosenIn,
  isAnswered,
  questionnaireLimits,
  questionsOf,
  type Answer,
  type Answers,
  type ChosenOrWritten,
  type FileAnswer,
  type Place,
  type Question,
  type Questionnaire,
} from './questionnaire.pure';

/** What is wrong with a field, in the words of class-validator. */
export interface Fault {
  readonly field: string;
  readonly constraint: string;
  readonly limit?: number | string;
}

type Wrong = Omit<Fault, 'field'> & { readonly part?: string };

/**
 * Everything that is wrong with answers to what is asked, each at `answers.<id of the question>`; a row of a matrix at
 * `answers.<id>.<id of the row>`.
 * @param section the number of the only page to look at, from 0; absent: all
 */
export function answerFaults(questionnaire: Questionnaire, answers: Answers, section?: number): readonly Fault[] {
  const visible = visibleQuestions(questionnaire, answers);
  const onPage = section === undefined ? undefined : (questionnaire.sections[section]?.questions ?? []);
  const asked = onPage ? visible.filter((question) => onPage.includes(question)) : visible;
  return asked.flatMap((question) =>
    wrongIn(question, own(answers, question.id)).map(({ part, constraint, limit }) => ({
      field: `answers.${question.id}${part === undefined ? '' : `.${part}`}`,
      constraint,
      ...(limit === undefined ? {} : { limit }),
    })),
  );
}

/**
 * What is counted of the answers to what is asked: `question` for each that is answered, `question:option` for each option that is chosen,
 * `question:number` on a scale, `question:row:option` in a matrix, `question:place:option` in a ranking, with places from 1.
 */
export function choicesOf(questionnaire: Questionnaire, answers: Answers): string[] {
  return visibleQuestions(questionnaire, answers).flatMap((question) => {
    const answer = own(answers, question.id);
    if (!isAnswered(question, answer)) return [];
    return [question.id, ...chosenOf(question, answer!).map((choice) => `${question.id}:${choice}`)];
  });
}

function chosenOf({ kind, rows = [] }: Question, answer: Answer): readonly string[] {
  switch (kind) {
    case 'single':
    case 'multiple':
      return chosenIn(answer);
    case 'ranking':
      return chosenIn(answer).map((option, index) => `${index + 1}:${option}`);
    case 'scale':
      return [String(answer as number)];
    case 'matrix':
      return rows.flatMap(({ id }) => {
        const option = own(answer as Readonly<Record<string, string>>, id);
        return option === undefined || option === '' ? [] : [`${id}:${option}`];
      });
    default:
      return [];
  }
}

function wrongIn(question: Question, answer: Answer | undefined): readonly Wrong[] {
  if (answer === undefined || answer === null || (hasShapeOf(question, answer) && !isAnswered(question, answer)))
    return question.isRequired ? [{ constraint: 'isMissing' }] : [];
  if (lacksOwnWords(question, answer)) return [{ part: 'other', constraint: 'isMissing' }];
  if (!hasShapeOf(question, answer)) return [{ constraint: 'other' }];
  if (!fitsItsField(question, answer)) return [{ constraint: 'isOneLine' }];
  switch (question.kind) {
    case 'single':
      return wrongInChoice(question, answer, 1, 1);
    case 'multiple':
      return wrongInChoice(question, answer, question.atLeast ?? 1, question.atMost ?? Infinity);
    case 'ranking':
      return wrongInChoice(question, answer, question.atLeast ?? 1, question.atMost ?? Infinity);
    case 'scale':
      return wrongInNumber(answer as number, question.scale?.from, question.scale?.to, Number.isInteger(answer));
    case 'number': {
      const { number } = questionnaireLimits;
      return wrongInNumber(answer as number, question.atLeast ?? -number, question.atMost ?? number);
    }
    case 'matrix':
      return wrongInMatrix(question, answer as Readonly<Record<string, string>>);
    case 'date':
      return wrongInDate(question, answer as string);
    case 'short-text':
      return wrongInText(answer as string, question.maxLength ?? questionnaireLimits.shortText);
    case 'long-text':
      return wrongInText(answer as string, question.maxLength ?? questionnaireLimits.longText);
    case 'place':
      return wrongInPlace(answer as Place);
    case 'file':
      return wrongInFile(question, answer as FileAnswer);
  }
}

/**
 * The answers that are of the type that their questions have, or were typed there and cannot be read: another kind of question may have
 * stood under an id before.
 */
export function fitting(questionnaire: Questionnaire, answers: Answers): Answers {
  const fits = questionsOf(questionnaire).filter((question) => {
    const answer = own(answers, question.id);
    return answer !== undefined && answer !== null && (hasShapeOf(question, answer) || isUnread(question, answer));
  });
  return Object.fromEntries(fits.map(({ id }) => [id, answers[id]]));
}

/** Whatever a reader may break a line at. */
const breaking = /[\n\v\f\r\u0085\u2028\u2029]/;

/** Whether a page can show it as it is: only long texts have a field of several lines, and any other would join them. */
export function fitsItsField({ kind }: Question, answer: Answer): boolean {
  return kind === 'long-text' || kind === 'file' || !wordsIn(answer).some((words) => breaking.test(words));
}

const wordsIn = (answer: unknown): readonly string[] => {
  if (typeof answer === 'string') return [answer];
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(wordsIn) : [];
};

/** Whether it is what was typed, kept until it can be read. */
function isUnread({ kind }: Question, answer: Answer): boolean {
  if (kind === 'number') return typeof answer === 'string';
  return kind === 'ranking' && Array.isArray(answer) && answer.every((place) => isTexts(place));
}

/** Whether an answer is of the type that its kind has. */
function hasShapeOf({ kind }: Question, answer: Answer): boolean {
  switch (kind) {
    case 'single':
      return typeof answer === 'string' || isChosenOrWritten(answer);
    case 'multiple':
      return isTexts(answer) || isChosenOrWritten(answer);
    case 'ranking':
      return isTexts(answer);
    case 'scale':
    case 'number':
      return typeof answer === 'number' && Number.isFinite(answer);
    case 'matrix':
      return isObject(answer) && Object.values(answer).every((option) => typeof option === 'string');
    case 'place':
      return hasOnly(answer, ['text', 'latitude', 'longitude']) && typeof (answer as unknown as Place).text === 'string';
    case 'file':
      return hasOnly(answer, ['file', 'name', 'mediaType', 'size']) && typeof (answer as unknown as FileAnswer).file === 'string';
    default:
      return typeof answer === 'string';
  }
}

const isObject = (answer: Answer): boolean => typeof answer === 'object' && answer !== null && !Array.isArray(answer);
const hasOnly = (answer: Answer, names: readonly string[]) => isObject(answer) && Object.keys(answer).every((name) => names.includes(name));
const isTexts = (answer: unknown): boolean => Array.isArray(answer) && answer.every((one) => typeof one === 'string');

function isChosenOrWritten(answer: Answer): boolean {
  const { options, other } = answer as unknown as ChosenOrWritten;
  return hasOnly(answer, ['options', 'other']) && isTexts(options) && typeof other === 'string';
}

/** Programs that write chosen options as an object leave out the words beside them, where there are none. */
function lacksOwnWords({ kind }: Question, answer: Answer): boolean {
  const isOfChoice = kind === 'single' || kind === 'multiple';
  return isOfChoice && hasOnly(answer, ['options']) && isTexts((answer as unknown as ChosenOrWritten).options);
}

function wrongInChoice(question: Question, answer: Answer, atLeast: number, atMost: number): readonly Wrong[] {
  const chosen = chosenIn(answer);
  const { options = [], hasOther } = question;
  const listed = Array.isArray(answer) || typeof answer === 'string' ? chosen : (answer as ChosenOrWritten).options;
  if (listed.some((option) => !options.some(({ id }) => id === option))) return [{ constraint: 'isIn' }];
  if (new Set(chosen).size < chosen.length) return [{ constraint: 'arrayUnique' }];
  const other = typeof answer === 'object' && !Array.isArray(answer) ? (answer as ChosenOrWritten).other : '';
  if (other.trim() !== '' && !hasOther) return [{ constraint: 'isIn' }];
  if (lengthOf(other) > questionnaireLimits.shortText) return [{ constraint: 'maxLength', limit: questionnaireLimits.shortText }];
  if (chosen.length < atLeast) return [{ constraint: 'arrayMinSize', limit: atLeast }];
  return chosen.length > atMost ? [{ constraint: 'arrayMaxSize', limit: atMost }] : [];
}

function wrongInNumber(answer: number, from = -Infinity, to = Infinity, isOfKind = true): readonly Wrong[] {
  if (!isOfKind) return [{ constraint: 'isInt' }];
  if (answer < from) return [{ constraint: 'min', limit: from }];
  return answer > to ? [{ constraint: 'max', limit: to }] : [];
}

/** Who has to answer has to answer each row. */
function wrongInMatrix({ rows = [], options = [], isRequired }: Question, answer: Readonly<Record<string, string>>): readonly Wrong[] {
  if (Object.keys(answer).some((row) => !rows.some(({ id }) => id === row))) return [{ constraint: 'isIn' }];
  return rows.flatMap(({ id }): Wrong[] => {
    const option = own(answer, id);
    if (option === undefined || option === '') return isRequired ? [{ part: id, constraint: 'isMissing' }] : [];
    return options.some((one) => one.id === option) ? [] : [{ part: id, constraint: 'isIn' }];
  });
}

function wrongInDate({ earliest, latest }: Question, answer: string): readonly Wrong[] {
  if (!isDay(answer)) return [{ constraint: 'isDay' }];
  if (earliest !== undefined && answer < earliest) return [{ constraint: 'earliest', limit: earliest }];
  return latest !== undefined && answer > latest ? [{ constraint: 'latest', limit: latest }] : [];
}

function wrongInText(answer: string, maxLength: number): readonly Wrong[] {
  return lengthOf(answer) > maxLength ? [{ constraint: 'maxLength', limit: maxLength }] : [];
}

function wrongInPlace({ text, latitude, longitude }: Place): readonly Wrong[] {
  const isOnEarth = (degrees: unknown, most: number) => typeof degrees === 'number' && Math.abs(degrees) <= most;
  if ((latitude === undefined) !== (longitude === undefined)) return [{ constraint: 'other' }];
  if (latitude !== undefined && !(isOnEarth(latitude, 90) && isOnEarth(longitude, 180))) return [{ constraint: 'other' }];
  return wrongInText(text, questionnaireLimits.shortText);
}

/** One that nothing is known of is not kept, or no longer. */
function wrongInFile(question: Question, { mediaType, size = 0 }: FileAnswer): readonly Wrong[] {
  if (mediaType === undefined) return [{ constraint: 'isKept' }];
  return takesKind(question, mediaType) && size <= mostBytes(question) ? [] : [{ constraint: 'other' }];
}

/** In characters, as class-validator counts them. */
const lengthOf = (text: string): number => [...text].length;

/** Whether a text is a day of the calendar, such as `2026-03-01`. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
