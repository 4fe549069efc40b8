import { randomUUID } from 'node:crypto';
import { Rejection } from '@isegoria/kernel';
import type { FormState } from '@isegoria/ui';
import { wholeNumberTyped } from './numbers.pure';

/** The fields of a sent form. */
export type Sent = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a form changes, as it stands: its fields, and its version. */
export interface Standing {
  readonly values: Sent;
  readonly version: number;
}

/**
 * The form that changes something. It begins with what stands. One that was refused is shown as it was sent; where that is because somebody
 * else had changed the thing, with what stands by now beside it, which the form then replaces if it is sent again.
 */
export function formFor({ values, version }: Standing, refused?: FormState): FormState {
  if (!refused) return { ...blankForm(values), version };
  return refused.isStale ? { ...refused, version, standing: values } : refused;
}

/** A form that nobody has sent yet, with a fresh idempotency key. */
export function blankForm(values: Sent = {}): FormState {
  return { values, errors: [], key: randomUUID() };
}

/** What was asked of a sent form that it did not bring. */
const lacking = Symbol('lacking');
type SentForm = FormState & { readonly [lacking]?: Set<string> };

/**
 * A sent form brings every field that it is asked for, and the key that each of our pages gives its forms. A browser sends an empty field
 * as well, so what is not there was not emptied by anybody: taken for empty, it would delete what stands.
 * @throws Rejection UNKNOWN_FIELD
 */
export function mustBeWhole(form: FormState): void {
  const [field] = (form as SentForm)[lacking] ?? [];
  if (field !== undefined) throw new Rejection('UNKNOWN_FIELD', { field });
}

/**
 * A form as it was sent. Browsers send line breaks as CRLF; the platform counts and keeps LF.
 * @throws Rejection VALIDATION_FAILED for a key that none of our pages contains: it could not be sent on in a header
 */
export function sentForm(body: unknown): SentForm {
  const values: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (typeof value === 'string') values[name] = value.replace(/\r\n?/g, '\n');
    else if (Array.isArray(value)) values[name] = value.map(String);
  }
  const { version, ...typed } = values;
  const key = keyIn(values);
  return {
    values: typed,
    errors: [],
    key: key ?? randomUUID(),
    [lacking]: new Set(key === undefined ? ['key'] : []),
    ...(version === undefined ? {} : { version: versionIn(version) }),
  };
}

/** What is no version is none that anything ever had, and not as if nothing was said. */
function versionIn(version: string | readonly string[]): number {
  return /^\d{1,15}$/.test(String(version)) ? Number(version) : -1;
}

function keyIn({ key }: Sent): string | undefined {
  if (key === undefined || key === '') return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,100}$/.test(key)) return key;
  throw new Rejection('VALIDATION_FAILED', { field: 'key', params: { constraint: 'isPlainText' } });
}

/** The form as it is shown again, under a new key: a refused form left nothing under the old one. */
export function shownAgain(form: FormState, errors: FormState['errors'], isOvertaken = false): FormState {
  return { ...form, errors, key: randomUUID(), isOvertaken };
}

/** One field as text; empty when it was not sent, which is remembered of a sent form (see {@link mustBeWhole}). */
export function textOf(form: SentForm, name: string): string {
  if (form.values[name] === undefined) form[lacking]?.add(name);
  return textIfAny(form, name);
}

/**
 * One field as text, or empty: for what not every page asks, and for a group of radio buttons, of which a browser sends nothing while none
 * is chosen.
 */
export function textIfAny(form: FormState, name: string): string {
  const value = form.values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/**
 * One field as a whole number, in the digits and with the marks of any language of the site; null for an empty one. What is no number is
 * left as it was typed, so that the API refuses it and names its field.
 */
export function wholeNumberIn(form: SentForm, name: string): number | null {
  const text = textOf(form, name).trim();
  return text === '' ? null : (wholeNumberTyped(text) ?? (text as unknown as number));
}

/** One field as a list: what a group of checkboxes sends. */
export function listOf(form: FormState, name: string): string[] {
  const value = form.values[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : [...value];
}

/** The lines of a field that have something in them. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
