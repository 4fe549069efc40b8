import type { ApiProblem } from '@isegoria/api-client';
import type { FieldProblem } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import type { FormError, FormState } from '@isegoria/ui';
import { lengthOf } from '../browser/length-of';
import { chosenAt, entryAt, withEntry, type Entry } from './entry-errors';
import { fieldRefusedBy, fieldWords } from '../fields';

/**
 * What the API refused, as the lines of an error summary: every field at fault, each once, in words for whoever filled in this form. The
 * API's own words name its fields and are for programs.
 * @param command the name of the command that the form was for
 */
export function formErrors(error: ApiProblem, texts: Texts, form: FormState, command?: string): FormError[] {
  const { code, detail, field = fieldRefusedBy(code, command), errors } = error.problem;
  if (code === 'IDEMPOTENCY_KEY_REUSED') return [{ message: texts.t('form.overtaken') }];
  if (code === 'UNKNOWN_FIELD') return [{ message: texts.t('form.unfit') }];
  if (field !== undefined && (errors || code === 'VALIDATION_FAILED'))
    return onceAField((errors ?? [{ field, detail }]).map((fault) => refusedInList({ code, ...fault }, texts, form, command)));
  if (code === 'WRONG_CREDENTIALS' && field === 'password') return [{ field, message: texts.t('field.password.notRight') }];
  const message = [detail || texts.t('error.generic'), ...changedIn(error, texts)].join(' ');
  if (field === undefined) return [{ message }];
  const wrong = chosenIn(field, inForm(form, field), form, command);
  return [{ field: inForm(form, field), message, ...(wrong !== undefined && { chosen: [wrong] }) }];
}

/** Who was first, and when. */
function changedIn({ problem: { changed } }: ApiProblem, { t, dateTime }: Texts): string[] {
  if (!changed) return [];
  const at = dateTime(changed.at);
  return [changed.official === null ? t('form.changedAt', { at }) : t('form.changedBy', { at, official: changed.official })];
}

/** What is wrong with an entry of a field with a line for each says which line that is. */
function refusedInList(fault: Refused, texts: Texts, form: FormState, command?: string): Told {
  const error = refusedAt(fault, texts, form, command);
  const wrong = chosenIn(fault.field, error.field, form, command);
  if (wrong !== undefined) return { ...error, wrong };
  const entry = entryAt(fault.field, error.field, form);
  return entry ? { ...error, message: withEntry(entry, error.message, texts), entry } : error;
}

/** A list whose values came as one may have been a choice of one, or lines. */
function chosenIn(fault: string, field: string | undefined, form: FormState, command?: string): string | undefined {
  const isChosen = field !== undefined && (Array.isArray(form.values[field]) || fieldWords(field, command)?.isChosen);
  return isChosen ? chosenAt(fault, field, form) : undefined;
}

type Told = FormError & { readonly entry?: Entry; /** Of what was chosen. */ readonly wrong?: string };
type Refused = FieldProblem & Pick<ApiProblem['problem'], 'code'>;

function refusedAt(fault: Refused, texts: Texts, form: FormState, command?: string): FormError {
  if (fault.code === 'VALIDATION_FAILED') return errorOf(fault, texts, form, command);
  return { field: inForm(form, fault.field), message: fault.detail };
}

const saysWhere: ReadonlySet<string> = new Set([
  ...['paragraphIsTooLong', 'headingIsTooLong', 'hasTooManyParagraphs', 'turnsRound', 'changesNothing'],
]);

function errorOf(fault: FieldProblem, { t }: Texts, form: FormState, command?: string): FormError {
  const field = inForm(form, fault.field);
  const words = segmentsOf(fault.field)
    .map((name) => fieldWords(name, command))
    .find((known) => known?.wrong && !known.isPart);
  const { constraint, limit } = fault;
  const part = fieldWords(segmentsOf(fault.field)[0]!, command);
  if (part?.isPart && part.wrong && constraint === 'arrayMinSize')
    return { field: fault.field, message: t(part.wrong, { number: Number(/\[(\d+)\]/.exec(fault.field)?.[1] ?? 0) + 1 }) };
  if (constraint === 'maxLength' && limit !== undefined && !words?.isSecret) {
    if (fault.field.endsWith(']') || entryAt(fault.field, field, form)) return { field, message: t('field.tooLong.entry', { limit }) };
    return { field, message: t('field.tooLong', { limit, typed: lengthOf(typedIn(form, field)) }) };
  }
  if (constraint === 'isNear' && limit !== undefined) return { field, message: t('field.tooFar', { limit }) };
  if (constraint === 'isPast') return { field, message: t('field.future') };
  if (constraint === 'hasNoPicture') return { field, message: t('field.hasPicture') };
  if (constraint === 'isAlike' || (constraint === 'arrayUnique' && entryAt(fault.field, field, form)))
    return { field, message: t('field.alike') };
  if (constraint === 'isOneLine') return { field, message: t('field.oneLine') };
  // The API says which of its parts is meant.
  if (saysWhere.has(constraint ?? '')) return { field, message: t('field.correct', { detail: fault.detail }) };
  if (words?.wrong) return { field, message: t(words.wrong, { max: words.max ?? 0, min: words.min ?? 0 }) };
  if (!Object.hasOwn(form.values, field)) return { message: t('form.unfit') };
  if (constraint === 'isMissing' || constraint === 'isPlainText') return { field, message: t('field.missing') };
  return { field, message: t('field.correct', { detail: fault.detail }) };
}

/** The first thing that is wrong with each field, or each entry of it, is what has to be corrected first. */
function onceAField(errors: readonly Told[]): FormError[] {
  const isSame = (one: Told, other: Told) => {
    if (one.field === undefined) return one.message === other.message;
    return one.field === other.field && one.entry?.number === other.entry?.number && one.wrong === other.wrong;
  };
  const once = errors.filter((error, at) => errors.findIndex((other) => isSame(error, other)) === at);
  return once.flatMap((error): FormError[] => {
    const { field } = error;
    const ofField = field === undefined ? [error] : once.filter((other) => other.field === field);
    if (ofField[0] !== error) return [];
    // What is wrong with the whole list goes before what is wrong with an entry.
    const whole = ofField.find(({ entry, wrong }) => !entry && wrong === undefined);
    const message = whole?.message ?? [...new Set(ofField.map((one) => one.message))].join(' ');
    const chosen = whole ? [] : ofField.flatMap(({ wrong }) => wrong ?? []);
    return [{ ...(field !== undefined && { field }), message, ...(chosen.length > 0 && { chosen }) }];
  });
}

function typedIn({ values }: FormState, field: string): string {
  const typed = values[field];
  return typeof typed === 'string' ? typed : '';
}

/**
 * The field of the form that is meant. The API names the whole way, such as `phases[0].activities[0].options[3]`; a form may have one field
 * for a list, and one for each part of an object.
 */
function inForm(form: FormState, field: string): string {
  const names = Object.keys(form.values);
  const segments = segmentsOf(field);
  const last = (name: string) => segmentsOf(name)[0];
  return (
    [field, ...aroundOf(field), ...segments].find((name) => names.includes(name)) ??
    names.find((name) => last(name) === segments[0]) ??
    segments.find((name) => fieldWords(name)) ??
    segments.at(-1)!
  );
}

/** What a field is within, the nearest first: `a.b` and `a` for `a.b[1]`; a form may have one field for all of that. */
function aroundOf(field: string): string[] {
  const around = field.replace(/(\[\d+\]|\.[^.[\]]+|^[^.[\]]+)$/, '');
  return around === '' || around === field ? [] : [around, ...aroundOf(around)];
}

/** The names in a path, the innermost first. */
function segmentsOf(field: string): string[] {
  return field
    .replace(/\[\d+\]/g, '')
    .split('.')
    .reverse();
}
