import type { Selection } from '../annotation/place.contract';

/** How much of what stands around the words is kept with them. */
const around = 32;

/** The characters of a text, of which an emoji is one. */
const charactersOf = (text: string) => Array.from(text);

/** Selects characters of a text. */
function selectionAt(text: readonly string[], start: number, end: number): Selection {
  const part = (from: number, to: number) => text.slice(Math.max(0, from), to).join('');
  return { exact: part(start, end), prefix: part(start - around, start), suffix: part(end, end + around), start, end };
}

/**
 * The words in a paragraph that somebody named: as they stand, or else whatever their capitals and spaces.
 * @param near where the words begin, if that is known: of several places the nearest
 */
export function select(text: string, words: string, near = 0): Selection | undefined {
  const [characters, named] = [charactersOf(text), charactersOf(words.normalize('NFC').trim().replace(/\s+/g, ' '))];
  const [best] = placesOf(characters, named).sort((one, other) => Math.abs(one - near) - Math.abs(other - near) || one - other);
  return best === undefined ? undefined : selectionAt(characters, best, best + named.length);
}

function placesOf(text: readonly string[], words: readonly string[]): number[] {
  const exactly = startsOf(text, words, isSame);
  return exactly.length > 0 ? exactly : startsOf(text, words, (one, other) => one.toLowerCase() === other.toLowerCase());
}

function startsOf(text: readonly string[], words: readonly string[], isSame: (one: string, other: string) => boolean): number[] {
  if (words.length === 0) return [];
  const starts: number[] = [];
  for (let start = 0; start + words.length <= text.length; start += 1)
    if (words.every((character, index) => isSame(character, text[start + index]!))) starts.push(start);
  return starts;
}

/**
 * The same words in a paragraph that was changed. They stand where they did if all that changed is before or behind them; otherwise where
 * the paragraph has them, if it has and had them once only; otherwise where it has them among the same words as before, if that is one
 * place only. Undefined where they are lost; never other words, never a part of another word or number, and never the same words where they
 * stood for something else.
 */
export function carriedOver(selection: Selection, before: string, after: string): Selection | undefined {
  if (before === after) return selection;
  const [old, fresh] = [charactersOf(before), charactersOf(after)];
  const words = charactersOf(selection.exact);
  const start = untouched(selection, old, fresh) ?? theOnly(words, old, fresh) ?? amongTheSame(selection, words, old, fresh);
  if (start === undefined || !endsAsBefore(selection, old, { start, end: start + words.length }, fresh)) return undefined;
  return selectionAt(fresh, start, start + words.length);
}

type Place = Pick<Selection, 'start' | 'end'>;

/** Whether the words begin and end a word where they did, or stand in the same one: `just` is not `unjust`, `5` neither `50` nor `5.5`. */
function endsAsBefore(was: Place, old: readonly string[], is: Place, fresh: readonly string[]): boolean {
  const sides = (text: readonly string[], { start, end }: Place) => [restOfWord(text, start - 1, -1), restOfWord(text, end, 1)].join('|');
  return sides(old, was) === sides(fresh, is);
}

/** The letters and digits from a place on, with what joins them: `well-known`, `2.5`, `l’air`. */
function restOfWord(text: readonly string[], from: number, step: 1 | -1): string {
  const isLetter = (at: number) => /^[\p{L}\p{M}\p{N}]$/u.test(text[at] ?? '');
  let at = from;
  while (isLetter(at) || (/^[.,'’-]$/.test(text[at] ?? '') && isLetter(at + step))) at += step;
  return (step === 1 ? text.slice(from, at) : text.slice(at + 1, from + 1)).join('');
}

/** Where the words stand now, if they are in what both texts begin or end with. */
function untouched({ start, end }: Selection, old: readonly string[], fresh: readonly string[]): number | undefined {
  const shorter = Math.min(old.length, fresh.length);
  let [head, tail] = [0, 0];
  while (head < shorter && old[head] === fresh[head]) head += 1;
  while (tail < shorter - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1;
  if (end <= head) return start;
  return start >= old.length - tail ? start + fresh.length - old.length : undefined;
}

function theOnly(words: readonly string[], ...[old, fresh]: readonly (readonly string[])[]): number | undefined {
  const [were, are] = [old!, fresh!].map((text) => startsOf(text, words, isSame)) as [number[], number[]];
  return were.length === 1 && are.length === 1 ? are[0] : undefined;
}

function amongTheSame({ prefix, suffix }: Selection, words: readonly string[], ...[old, fresh]: readonly (readonly string[])[]) {
  const before = charactersOf(prefix);
  const start = theOnly([...before, ...words, ...charactersOf(suffix)], old!, fresh!);
  return start === undefined ? undefined : start + before.length;
}

const isSame = (one: string, other: string) => one === other;
