import type { Selection } from '../annotation/place.contract';

export type Place = Pick<Selection, 'start' | 'end'>;

/** The words and numbers of a text, whatever their capitals and the marks around them. */
export const wordsOf = (text: readonly string[]): string[] => text.join('').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Whether the words begin and end a word where they did, or stand in the same one: `just` is not `unjust`, `5` neither `50` nor `5.5`. */
export function endsAsBefore(was: Place, old: readonly string[], is: Place, fresh: readonly string[]): boolean {
  return sidesOf(old, was) === sidesOf(fresh, is);
}

/** What of a word stands directly before and behind a place. */
export const sidesOf = (text: readonly string[], place: Place): string => sidesBy(text, place, () => false);

/** The same, where a space within a number is a part of it: `5` is not `5 000` either. */
export const sidesWithNumbers = (text: readonly string[], place: Place): string =>
  sidesBy(text, place, (at) => /^\p{N}\s\p{N}$/u.test(text.slice(Math.max(0, at - 1), at + 2).join('')));

type Joins = (at: number) => boolean;

const sidesBy = (text: readonly string[], { start, end }: Place, joins: Joins) =>
  [restOfWord(text, start - 1, -1, joins), restOfWord(text, end, 1, joins)].join('|');

/** The letters and digits from a place on, with what joins them: `well-known`, `2.5`, `l’air`. */
function restOfWord(text: readonly string[], from: number, step: 1 | -1, joins: Joins): string {
  const isLetter = (at: number) => /^[\p{L}\p{M}\p{N}]$/u.test(text[at] ?? '');
  let at = from;
  while (isLetter(at) || (/^[.,'’-]$/.test(text[at] ?? '') && isLetter(at + step)) || joins(at)) at += step;
  return (step === 1 ? text.slice(from, at) : text.slice(at + 1, from + 1)).join('');
}
