import type { FileSort } from '../answer-file/file-sorts.pure';

/** What a question asks for. */
export const questionKinds = [
  'single',
  'multiple',
  'scale',
  'matrix',
  'ranking',
  'number',
  'date',
  'short-text',
  'long-text',
  'place',
  'file',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const scaleStyles = ['likert', 'stars', 'numbers'] as const;
export type ScaleStyle = (typeof scaleStyles)[number];

export interface QuestionOption {
  readonly id: string;
  readonly text: string;
}

/** So many responses whose answer is this option are taken. */
export interface Quota {
  readonly option: string;
  readonly most: number;
}

/** Whole numbers in a row. */
export interface Scale {
  readonly style: ScaleStyle;
  readonly from: number;
  readonly to: number;
  readonly fromLabel?: string;
  readonly toLabel?: string;
  /** A word for each of them, from the first to the last. */
  readonly steps?: readonly string[];
}

/**
 * When a question is asked: one of
 * - `{ question, isAnyOf }`: one of these options is chosen; for a single or multiple choice. What people write themselves is `other`;
 * - `{ question, atLeast, atMost }`, either may be absent: the answer lies within; for a scale or a number;
 * - `{ question, isAnswered }`;
 * - `{ all }`, `{ any }`, `{ not }` of other conditions.
 * A question that is not asked is not answered: the first two do not hold of it, whatever was answered before.
 */
export interface Condition {
  readonly question?: string;
  readonly isAnyOf?: readonly string[];
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly isAnswered?: boolean;
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
}

export interface Question {
  /** Lasting: answers are kept under it. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly hint?: string;
  /** Markdown: what is worth knowing before answering. */
  readonly fact?: string;
  readonly isRequired: boolean;
  /** Of a choice or a ranking; the columns of a matrix. */
  readonly options?: readonly QuestionOption[];
  /** Whether people may write an answer of their own instead; for a single or multiple choice. */
  readonly hasOther?: boolean;
  /** How many responses with an answer are taken; for a single choice. */
  readonly quotas?: readonly Quota[];
  /** Of a matrix. */
  readonly rows?: readonly QuestionOption[];
  readonly scale?: Scale;
  /** How many options are to be chosen or ranked; for a number, how large it is. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Days, such as `2026-03-01`. */
  readonly earliest?: string;
  readonly latest?: string;
  /** Of a text, in characters. */
  readonly maxLength?: number;
  /** Of a file: which are taken; all when absent. */
  readonly files?: readonly FileSort[];
  /** Of a file: how large it may be. */
  readonly megabytes?: number;
  /** Whether the options are in random order, the same on all pages for one person. */
  readonly isShuffled?: boolean;
  /** Absent: always. */
  readonly when?: Condition;
}

/** A page of the form. */
export interface Section {
  readonly title?: string;
  /** Markdown. */
  readonly text?: string;
  readonly questions: readonly Question[];
}

export interface Questionnaire {
  readonly sections: readonly Section[];
}

/** What people choose, with what they wrote themselves. */
export interface ChosenOrWritten {
  readonly options: readonly string[];
  readonly other: string;
}

export interface Place {
  readonly text: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** A file that was kept before. What it is, the server says, whatever comes with its id. */
export interface FileAnswer {
  readonly file: string;
  readonly name?: string;
  readonly mediaType?: string;
  /** Bytes. */
  readonly size?: number;
}

/**
 * By kind: single: the id of an option, or {@link ChosenOrWritten} without options; multiple: ids, or {@link ChosenOrWritten}; scale and
 * number: a number; matrix: the id of an option by the id of a row; ranking: ids of options, the first place first; date: `2026-03-01`;
 * texts: a text.
 */
export type Answer = string | number | readonly string[] | ChosenOrWritten | Place | FileAnswer | Readonly<Record<string, string>>;

/** By the id of a question. */
export type Answers = Readonly<Record<string, Answer | undefined>>;

/** The option that stands for what people wrote themselves. */
export const otherOption = 'other';

/** Of a question. */
export const questionId = /^[a-z][a-z0-9-]{0,23}$/;
/** Of an option or a row. */
export const optionId = /^[a-z0-9][a-z0-9-]{0,23}$/;

export const questionnaireLimits = {
  sections: 30,
  questions: 100,
  options: 50,
  rows: 30,
  /** From the lowest to the highest. */
  steps: 11,
  titleLength: 200,
  questionLength: 500,
  hintLength: 500,
  textLength: 5_000,
  optionLength: 300,
  labelLength: 100,
  /** How deep conditions may stand within each other. */
  /** Of a quota: fewer could say what single people answer, and more than all together would not be kept in memory. */
  leastPlaces: 10,
  mostPlaces: 10_000,
  /** Of all quotas of a survey together. */
  allPlaces: 50_000,
  conditionDepth: 4,
  conditions: 20,
  shortText: 300,
  longText: 5_000,
  /** Of a number that is asked for. */
  number: 1_000_000_000_000,
} as const;

const questionsIn = new WeakMap<Questionnaire, readonly Question[]>();

/** In the order in which they are asked; put together once, since each response goes through them many times. */
export function questionsOf(questionnaire: Questionnaire): readonly Question[] {
  const known = questionsIn.get(questionnaire);
  if (known) return known;
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  questionsIn.set(questionnaire, questions);
  return questions;
}

/** What somebody chose of the options of a choice or a ranking, {@link otherOption} included. */
export function chosenIn(answer: Answer | undefined): readonly string[] {
  if (typeof answer === 'string') return answer.trim() === '' ? [] : [answer];
  if (answer === undefined || answer === null || typeof answer !== 'object') return [];
  if (Array.isArray(answer)) return answer as readonly string[];
  const { options, other } = answer as Partial<ChosenOrWritten>;
  return [...(Array.isArray(options) ? options : []), ...(isWritten(other) ? [otherOption] : [])];
}

/** Whether a question of this kind is answered, rightly or not. */
export function isAnswered({ kind }: Pick<Question, 'kind'>, answer: Answer | undefined): boolean {
  if (answer === undefined || answer === null) return false;
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'ranking':
      return chosenIn(answer).length > 0;
    case 'scale':
    case 'number':
      return typeof answer === 'number' || isWritten(answer);
    case 'matrix':
      return typeof answer === 'object' && !Array.isArray(answer) && Object.values(answer).some(isWritten);
    case 'place': {
      const { text, latitude } = answer as Partial<Place>;
      return isWritten(text) || typeof latitude === 'number' || isWritten(latitude);
    }
    case 'file':
      return isWritten((answer as Partial<FileAnswer>).file);
    default:
      return isWritten(answer);
  }
}

const isWritten = (text: unknown): text is string => typeof text === 'string' && text.trim() !== '';
