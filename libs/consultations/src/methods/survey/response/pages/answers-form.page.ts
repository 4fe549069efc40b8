import { listOf, textIfAny, textOf, type Sent } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { otherOption, type Answer, type Answers, type Question } from '../../questionnaire/questionnaire.pure';

/** The name of the field of a question; a matrix and a ranking have one for each row or option, named behind it. */
export const fieldOf = (id: string, part?: string) => `answers.${id}${part === undefined ? '' : `.${part}`}`;
/** Where people write an answer of their own. A matrix has no such field, so no row can be mistaken for it. */
export const ownWordsOf = (id: string) => `own.${id}`;

/** What a form answers to these questions; null where nothing is answered. What cannot be read is kept as it was typed. */
export function answersSaid(questions: readonly Question[], form: FormState): Answers {
  return Object.fromEntries(questions.map((question) => [question.id, said(question, form) ?? null])) as Answers;
}

function said(question: Question, form: FormState): Answer | undefined {
  const { id, kind, options = [], rows = [] } = question;
  const isTicked = kind === 'single' || kind === 'scale';
  const isTyped = ['number', 'date', 'short-text', 'long-text', 'place'].includes(kind);
  const typed = isTyped ? textOf(form, fieldOf(id)) : isTicked ? textIfAny(form, fieldOf(id)) : '';
  const text = typed.trim();
  switch (kind) {
    case 'single': {
      const own = ownWords(question, form);
      return own !== '' && (text === '' || text === otherOption) ? { options: [], other: own } : without(text, otherOption);
    }
    case 'multiple': {
      const chosen = listOf(form, fieldOf(id)).filter((option) => option !== otherOption);
      const own = ownWords(question, form);
      return own === '' ? some(chosen) : { options: chosen, other: own };
    }
    case 'scale':
    case 'number':
      return asNumber(text);
    case 'matrix': {
      const chosen = rows.map((row) => [row.id, textOf(form, fieldOf(id, row.id))]).filter(([, option]) => option !== '');
      return chosen.length > 0 ? (Object.fromEntries(chosen) as Readonly<Record<string, string>>) : undefined;
    }
    case 'ranking': {
      const placed = options.map((option) => [option.id, Number(textOf(form, fieldOf(id, option.id)))] as const);
      const inOrder = placed.filter(([, place]) => place > 0).sort(([, one], [, other]) => one - other);
      return some(inOrder.map(([option]) => option));
    }
    case 'place':
      return text === '' ? undefined : { text };
    case 'file':
      return undefined;
    default:
      return without(typed, '');
  }
}

/** Whether two options were given the same place. */
export function hasSamePlaces({ id, kind, options = [] }: Question, form: FormState): boolean {
  const places = options.map((option) => textIfAny(form, fieldOf(id, option.id))).filter((place) => place !== '');
  return kind === 'ranking' && new Set(places).size < places.length;
}

const ownWords = ({ id, hasOther }: Question, form: FormState): string => (hasOther ? textOf(form, ownWordsOf(id)).trim() : '');
const some = (list: readonly string[]): readonly string[] | undefined => (list.length > 0 ? list : undefined);
const without = (text: string, none: string): string | undefined => (text === '' || text === none ? undefined : text);

/** With a comma or a point, in Latin or Arabic digits. */
function asNumber(text: string): Answer | undefined {
  if (text === '') return undefined;
  const latin = text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[,\u066b]/, '.')
    .replace('\u2212', '-');
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(latin) ? Number(latin) : text;
}

/** The fields of a form with these answers in it. */
export function answeredFields(questions: readonly Question[], answers: Answers): Sent {
  return Object.fromEntries(
    questions.flatMap((question) => (Object.hasOwn(answers, question.id) ? fieldsOf(question, answers[question.id]!) : [])),
  );
}

function fieldsOf({ id, kind, rows = [] }: Question, answer: Answer): [string, string | readonly string[]][] {
  const name = fieldOf(id);
  if (typeof answer === 'string' || typeof answer === 'number') return [[name, String(answer)]];
  if (kind === 'ranking') return (answer as readonly string[]).map((option, at) => [fieldOf(id, option), String(at + 1)]);
  if (Array.isArray(answer)) return [[name, answer as readonly string[]]];
  if (kind === 'matrix') {
    const chosen = answer as Readonly<Record<string, string>>;
    return rows.flatMap((row): [string, string][] => (Object.hasOwn(chosen, row.id) ? [[fieldOf(id, row.id), chosen[row.id]!]] : []));
  }
  if (kind === 'place') return [[name, (answer as { readonly text: string }).text]];
  const { options = [], other = '' } = answer as { readonly options?: readonly string[]; readonly other?: string };
  return [
    [name, kind === 'single' ? otherOption : [...options, otherOption]],
    [ownWordsOf(id), other],
  ];
}

/** The answers as the page that was sent showed them; what is none of ours is refused by the API. */
export function answersIn(text: string): Answers {
  try {
    return JSON.parse(text) as Answers;
  } catch {
    return text as unknown as Answers;
  }
}
