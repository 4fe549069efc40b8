import { positionIn } from '../place/position.pure';
import { numberTyped } from '@isegoria/portal-kit/forms/numbers.pure';
import { otherOption, type Answer, type Answers, type Question } from '../questionnaire/questionnaire.pure';

/** The name of the field of a question; a matrix and a ranking have one for each row or option, named behind it. */
export const fieldOf = (id: string, part?: string) => `answers.${id}${part === undefined ? '' : `.${part}`}`;
/** Where people write an answer of their own. A matrix has no such field, so no row can be mistaken for it. */
export const ownWordsOf = (id: string) => `own.${id}`;

/** What is chosen to take an answer back: an id begins with a letter or a digit. */
export const noAnswer = '-';

/** The fields of a form, on the server as it was sent or in a browser as it stands. */
export interface Fields {
  /** Of a field that every browser sends, empty or not. */
  typed(name: string): string;
  /** Of a group of which nothing may be chosen. */
  ticked(name: string): string;
  list(name: string): readonly string[];
}

/** What is needed of a question to read its answer. */
export type Readable = Pick<Question, 'id' | 'kind' | 'hasOther'> & {
  readonly options?: readonly { readonly id: string }[];
  readonly rows?: readonly { readonly id: string }[];
};

/**
 * What the fields answer to these questions; null where nothing is answered. What no answer can hold is kept as it was typed, in a shape
 * that is refused wherever an answer is sent: "something else" without words is an option that there is not, words beside an option are
 * one answer too many, and an order that leaves a place out or fills one twice is the list of its places.
 */
export function answersInFields(questions: readonly Readable[], fields: Fields): Answers {
  return Object.fromEntries(questions.map((question) => [question.id, said(question, fields) ?? null])) as Answers;
}

function said(question: Readable, fields: Fields): Answer | undefined {
  const { id, kind, options = [], rows = [] } = question;
  const isTicked = kind === 'single' || kind === 'scale';
  const isTyped = ['number', 'date', 'short-text', 'long-text', 'place'].includes(kind);
  const typed = isTyped ? fields.typed(fieldOf(id)) : isTicked ? fields.ticked(fieldOf(id)) : '';
  const text = typed.trim();
  const own = ownWords(question, fields);
  if (isTicked && text === noAnswer && own === '') return undefined;
  switch (kind) {
    case 'single':
      if (own === '') return without(text, '');
      return { options: text === '' || text === otherOption ? [] : [text], other: own };
    case 'multiple': {
      const chosen = fields.list(fieldOf(id));
      return own === '' ? some(chosen) : { options: chosen.filter((option) => option !== otherOption), other: own };
    }
    case 'scale':
    case 'number':
      return asNumber(text);
    case 'matrix': {
      const chosen = rows.map((row) => [row.id, fields.typed(fieldOf(id, row.id))]).filter(([, option]) => option !== '');
      return chosen.length > 0 ? (Object.fromEntries(chosen) as Readonly<Record<string, string>>) : undefined;
    }
    case 'ranking': {
      const placed = options.map((option) => [option.id, Number(fields.typed(fieldOf(id, option.id)))] as const);
      const places = options.map((_, at) => placed.filter(([, place]) => place === at + 1).map(([option]) => option));
      const filled = places.filter((place) => place.length > 0);
      const isOrder = places.slice(0, filled.length).every((place) => place.length === 1);
      return isOrder ? some(filled.flat()) : (places as unknown as Answer);
    }
    case 'place': {
      const position = positionIn(fields.typed(fieldOf(id, 'position')));
      return text === '' && position.latitude === undefined ? undefined : { text, ...position };
    }
    case 'file':
      return undefined;
    default:
      return without(typed, '');
  }
}

const ownWords = ({ id, hasOther }: Readable, fields: Fields): string => (hasOther ? fields.typed(ownWordsOf(id)).trim() : '');
const some = (list: readonly string[]): readonly string[] | undefined => (list.length > 0 ? list : undefined);
const without = (text: string, none: string): string | undefined => (text === '' || text === none ? undefined : text);

/** What cannot be read, or in two ways, stays as it was typed: whoever typed it is asked. */
const asNumber = (text: string): Answer | undefined => (text === '' ? undefined : (numberTyped(text) ?? text));
