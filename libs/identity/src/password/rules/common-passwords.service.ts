import { dictionary } from '@zxcvbn-ts/language-common';

/** Lower case, since attackers do not try capitals before small letters. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The passwords that attackers try first: the 49,000 most frequent ones of known leaks, in the list of zxcvbn (package
 * `@zxcvbn-ts/language-common`, MIT licence), which ships with the platform, so that no password is looked up elsewhere.
 */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common'].map((password) => folded(String(password))));

/**
 * Whether it is on the list, with a few digits or signs at its ends or without, or repeats an entry of it or a few characters, or is a row
 * of neighbours such as `abcdefghij`.
 */
export function isCommon(password: string): boolean {
  const text = folded(password);
  const unit = smallestUnitOf(text);
  return [text, unit, wordIn(text)].some((one) => common.has(one)) || (unit.length <= fewCharacters && unit !== text) || isRow(text);
}

const fewCharacters = 4;

/** What attackers begin with when a rule of somebody asked for digits and signs: `Password123!` is `password`. */
function wordIn(text: string): string {
  return text.replace(/^\P{L}{1,4}/u, '').replace(/\P{L}{1,4}$/u, '');
}

/** `abab` is `ab` twice; a text that repeats nothing is its own unit. */
function smallestUnitOf(text: string): string {
  const period = (text + text).indexOf(text, 1);
  return text.slice(0, period);
}

/** Each character is the next, or the one before, or the same. */
function isRow(text: string): boolean {
  const steps = Array.from(text.slice(1), (character, index) => character.charCodeAt(0) - text.charCodeAt(index));
  return steps.length > 0 && Math.abs(steps[0]!) <= 1 && steps.every((step) => step === steps[0]);
}
