import type { Question } from '../questionnaire/questionnaire.contract';
import type { RecordedAnswer, RecordedFile } from '../response/response.contract';
import { isCell } from '../place/places.recount';
import { picked } from './questions.recount';

/** Whether an answer is of the form that its question asks for, and names nothing that the question does not have. */
export function isRight(question: Question, answer: RecordedAnswer): boolean {
  const { options = [], rows = [], scale, atLeast, atMost, earliest = '0000', latest = '9999' } = question;
  const known = new Set(options.map(({ id }) => id));
  switch (question.kind) {
    case 'single':
      return isChoice(question, answer) && picked(answer).length === 1;
    case 'multiple':
      return isChoice(question, answer) && isWithin(picked(answer).length, atLeast ?? 1, atMost);
    case 'ranking':
      return isListOf(answer, known) && isWithin((answer as readonly string[]).length, atLeast ?? 1, atMost);
    case 'scale':
      return Number.isInteger(answer) && isWithin(answer as number, scale?.from, scale?.to);
    case 'number':
      return typeof answer === 'number' && isWithin(answer, atLeast, atMost);
    case 'matrix': {
      const chosen = Object.entries(answer as Readonly<Record<string, string>>);
      const isWhole = !question.isRequired || rows.every(({ id }) => chosen.some(([row]) => row === id));
      return isWhole && chosen.every(([row, option]) => rows.some(({ id }) => id === row) && known.has(option));
    }
    case 'date':
      return typeof answer === 'string' && /^\d{4}-\d\d-\d\d$/.test(answer) && answer >= earliest && answer <= latest;
    case 'file':
      return isFile(question, answer as Partial<RecordedFile>);
    case 'place':
      return isSealed(answer) && (!('cell' in (answer as object)) || isCell((answer as { readonly cell: unknown }).cell));
    default:
      return isSealed(answer);
  }
}

const kindsOf: Readonly<Record<string, RegExp>> = {
  picture: /^image\/(jpeg|png|webp)$/,
  pdf: /^application\/pdf$/,
  text: /\.(opendocument\.text|wordprocessingml\.document)$/,
  table: /\.(opendocument\.spreadsheet|spreadsheetml\.sheet)$/,
  slides: /\.(opendocument\.presentation|presentationml\.presentation)$/,
};

/** Named by a hash, of a kind and size that the question takes. */
function isFile({ files, megabytes = 5 }: Question, { file, mediaType = '', size = 0, details }: Partial<RecordedFile>): boolean {
  const taken = Object.entries(kindsOf).filter(([sort]) => files === undefined || (files as readonly string[]).includes(sort));
  const isOfKind = taken.some(([, kind]) => kind.test(mediaType));
  return /^[0-9a-f]{64}$/.test(file ?? '') && isOfKind && size > 0 && size <= megabytes * 1_048_576 && !!details && isSealed(details);
}

function isChoice({ options = [], hasOther }: Question, answer: RecordedAnswer): boolean {
  const known = new Set(options.map(({ id }) => id));
  if (typeof answer === 'string') return known.has(answer);
  if (Array.isArray(answer)) return isListOf(answer, known);
  const { options: chosen, other } = answer as { readonly options: RecordedAnswer; readonly other: RecordedAnswer };
  return hasOther === true && isListOf(chosen, known) && isSealed(other);
}

function isListOf(answer: RecordedAnswer, known: ReadonlySet<string>): boolean {
  if (!Array.isArray(answer)) return false;
  return new Set(answer).size === answer.length && answer.every((id) => known.has(id as string));
}

const isSealed = (answer: RecordedAnswer): boolean =>
  typeof answer === 'object' && 'sealed' in answer && typeof answer['sealed'] === 'string';
const isWithin = (value: number, from = -Infinity, to = Infinity): boolean => value >= from && value <= to;
