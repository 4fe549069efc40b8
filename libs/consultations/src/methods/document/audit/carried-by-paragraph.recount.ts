import type { CarriedPlace, Selection } from '../annotation/place.contract';
import type { PaperVersion } from './paper-texts.recount';

type Text = Pick<PaperVersion, 'blocks'>;

/** Where an annotation stands in a version. */
export type StandsAt = Pick<CarriedPlace, 'paragraph' | 'words'>;

/** Where the words of an annotation stand in its paragraph; undefined where they are lost. */
export function staysInParagraph(read: Text, next: Text, { paragraph, words }: StandsAt): StandsAt | undefined {
  const [was, is] = [textOf(read, paragraph), textOf(next, paragraph)];
  if (is === undefined) return undefined;
  if (words === null || was === undefined) return { paragraph, words };
  const whole = stillWhole(words, was, is);
  return whole && { paragraph, words: whole };
}

const textOf = ({ blocks }: Text, paragraph: string) => blocks.find(({ id }) => id === paragraph)?.text;

/** Where the words still stand, unless they have become a part of another word or number, or of less of one. */
function stillWhole(words: Selection, read: string, text: string): Selection | undefined {
  const found = stillThere(words, read, text);
  if (!found) return undefined;
  const [were, are] = [sidesOf(words, read), sidesOf(found, text)];
  return were.every((side, at) => side === are[at]) ? found : undefined;
}

/** What of a word or number stands directly before and behind: letters and digits, and what joins two of them. */
export function sidesOf({ start, end }: Pick<Selection, 'start' | 'end'>, text: string): string[] {
  const all = [...text];
  const sides = [all.slice(0, start).reverse(), all.slice(end)];
  return sides.map((side) => /^(?:[.,'’-]?[\p{L}\p{M}\p{N}])*/u.exec(side.join(''))![0]);
}

/**
 * The same words in the changed paragraph: at their distance from its beginning, or else from its end, if everything up to there is as it
 * was; or else where they stand, if once before and once now; or else where they stand between the same neighbours, if once before and once
 * now.
 */
function stillThere(words: Selection, read: string, text: string): Selection | undefined {
  if (read === text) return words;
  const [was, is] = [[...read], [...text]];
  const size = words.end - words.start;
  const fromEnd = is.length - (was.length - words.start);
  if (isAlike(was, is, 0, 0, words.end)) return cut(is, words.start, size);
  if (fromEnd >= 0 && isAlike(was, is, words.start, fromEnd, was.length - words.start) && isBehindTheChange(was, is, words.start))
    return cut(is, fromEnd, size);
  const found = onceIn(was, words.exact) === undefined ? undefined : onceIn(is, words.exact);
  if (found !== undefined) return cut(is, found, size);
  const between = words.prefix + words.exact + words.suffix;
  const inBetween = onceIn(was, between) === undefined ? undefined : onceIn(is, between);
  return inBetween === undefined ? undefined : cut(is, inBetween + [...words.prefix].length, size);
}

/** Whether so many characters are alike, each text from its own place on. */
function isAlike(was: readonly string[], is: readonly string[], from: number, at: number, count: number): boolean {
  if (at + count > is.length) return false;
  return was.slice(from, from + count).every((character, index) => character === is[at + index]);
}

/** What a text begins with that has not changed cannot be at its end as well. */
function isBehindTheChange(was: readonly string[], is: readonly string[], start: number): boolean {
  const differs = was.findIndex((character, index) => character !== is[index]);
  const same = differs < 0 ? was.length : differs;
  const shorter = Math.min(was.length, is.length);
  return was.length - start <= shorter - Math.min(same, shorter);
}

/** Where words stand in a text, if they do in one place only. */
function onceIn(text: readonly string[], words: string): number | undefined {
  const whole = text.join('');
  const first = whole.indexOf(words);
  // Places overlap as well; they are counted in characters, and no character begins within another.
  if (words === '' || first < 0 || whole.indexOf(words, first + 1) >= 0) return undefined;
  return [...whole.slice(0, first)].length;
}

export function cut(text: readonly string[], start: number, size: number): Selection {
  const end = start + size;
  return {
    exact: text.slice(start, end).join(''),
    prefix: text.slice(Math.max(0, start - 32), start).join(''),
    suffix: text.slice(end, end + 32).join(''),
    start,
    end,
  };
}
