import type { Selection } from '../annotation/place.contract';

export type Place = Pick<Selection, 'start' | 'end'>;

/** Whether the words begin and end a word where they did, or stand in the same one: `just` is not `unjust`, `5` neither `50` nor `5.5`. */
export function endsAsBefore(was: Place, old: readonly string[], is: Place, fresh: readonly string[]): boolean {
  return sidesOf(old, was) === sidesOf(fresh, is);
}

/** What of a word stands directly before and behind a place. */
export const sidesOf = (text: readonly string[], { start, end }: Place): string =>
  [restOfWord(text, start - 1, -1), restOfWord(text, end, 1)].join('|');

/** The letters and digits from a place on, with what joins them: `well-known`, `2.5`, `l’air`. */
function restOfWord(text: readonly string[], from: number, step: 1 | -1): string {
  const isLetter = (at: number) => /^[\p{L}\p{M}\p{N}]$/u.test(text[at] ?? '');
  let at = from;
  while (isLetter(at) || (/^[.,'’-]$/.test(text[at] ?? '') && isLetter(at + step))) at += step;
  return (step === 1 ? text.slice(from, at) : text.slice(at + 1, from + 1)).join('');
}
