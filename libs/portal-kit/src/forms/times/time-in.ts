import { isZoneName } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import type { FormError, FormState } from '@isegoria/ui';
import { describeFields } from '../fields';
import { textIfAny, textOf } from '../form';
import {
  asExactAs,
  dayAfterTyped,
  endOfTypedDay,
  endsDay,
  lastMinuteForField,
  oddityOf,
  timeForField,
  typedTime,
  type Oddity,
} from './typed-time';

/**
 * Beside the field of a time: which of two moments is meant that clocks show alike, whether the whole day is, and the zone that was named
 * to whoever typed it.
 */
export const whichOf = (name: string) => `${name}Which`;
export const allDayOf = (name: string) => `${name}AllDay`;
export const readInOf = (name: string) => `${name}ReadIn`;

/**
 * The zone of a typed time: the one that its form named, although the site may have another one by now.
 * @param timeZone that of the page
 */
export function zoneOf(form: FormState, name: string, timeZone: string): string {
  const named = textIfAny(form, readInOf(name));
  return isZoneName(named) ? named : timeZone;
}

const beside = ['opensAt', 'closesAt', 'at'].flatMap((name) => [whichOf(name), allDayOf(name), readInOf(name)]);
const besideDays = ['dueAt', 'until'].map(readInOf);
describeFields(Object.fromEntries([...beside, ...besideDays].map((name) => [name, { steers: true }])));

/** What is to be asked about the times of a form that was read: it is forgotten with the form. */
const questions = new WeakMap<FormState, Map<string, Oddity>>();

/**
 * The moment that a field for a time says. A time that clocks skip or show twice is nobody's to guess: it is asked about, see
 * `timesToAsk`.
 * @param pageZone an IANA name, for a form that names none
 * @param was what the field stood for: left as it was, it stays as exact
 */
export function timeIn(form: FormState, name: string, pageZone: string, was: string | null = null): string {
  const timeZone = zoneOf(form, name, pageZone);
  const typed = textOf(form, name);
  if (textIfAny(form, allDayOf(name)) !== '') return dayAfterTyped(typed, timeZone);
  const oddity = oddityOf(typed, timeZone);
  const isAsItWas = was !== null && typed === timeForField(was, timeZone);
  if (!oddity) return typedTime(typed, timeZone, was);
  const chosen = oddity.kind === 'twice' ? whichChosen(form, name) : undefined;
  const moment = chosen && oddity.moments[chosen === 'earlier' ? 0 : 1];
  // Fields show minutes: what is in the same hour is what stood there, to the millisecond.
  if (isAsItWas && (moment === undefined || moment === sideOf(oddity, was))) return asExactAs(was, moment ?? was);
  if (moment !== undefined) return moment;
  questions.set(form, (questions.get(form) ?? new Map<string, Oddity>()).set(name, oddity));
  return typedTime(typed, timeZone);
}

/** The end of the day that a field says, in the zone that its form named. @param pageZone see `timeIn` */
export const endOfDayIn = (form: FormState, name: string, pageZone: string): string =>
  endOfTypedDay(textOf(form, name).trim(), zoneOf(form, name, pageZone));

/**
 * What the fields say of a moment until which something lasts, or nothing if there is none: of the end of a day that day, as the whole of
 * it, so that sending it again shifts nothing.
 */
export function endForFields(name: string, time: string | null, timeZone: string): Record<string, string> {
  if (time === null || !endsDay(time, timeZone)) return { [name]: timeForField(time, timeZone) };
  return { [name]: lastMinuteForField(time, timeZone), [allDayOf(name)]: 'yes' };
}

/** What has to be asked about times that were read from a form, each at its field. */
export function timesToAsk(form: FormState, { t, dateTime }: Texts): FormError[] {
  return [...(questions.get(form) ?? [])].map(([field, { kind, moments: [earlier, later] }]) => {
    return { field, message: t(`time.${kind}`, { earlier: dateTime(earlier), later: dateTime(later) }) };
  });
}

export function whichChosen(form: FormState, name: string): 'earlier' | 'later' | undefined {
  const said = textIfAny(form, whichOf(name));
  return said === 'earlier' || said === 'later' ? said : undefined;
}

/** The one of two moments that a time stands for, which may have seconds. */
export function sideOf({ moments: [earlier, later] }: Oddity, time: string): string {
  return Date.parse(time) < Date.parse(later) ? earlier : later;
}
