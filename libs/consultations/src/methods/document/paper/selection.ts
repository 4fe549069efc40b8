import type { Selection } from '../annotation/place.contract';

/** How much of what stands around the words is kept with them. */
const around = 32;

/** The characters of a text, of which an emoji is one. */
export const charactersOf = (text: string) => Array.from(text);

/** Selects characters of a text. */
export function selectionAt(text: readonly string[], start: number, end: number): Selection {
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
  const exactly = startsOf(text, words);
  return exactly.length > 0 ? exactly : startsOf(text, words, (one, other) => one.toLowerCase() === other.toLowerCase());
}

export function startsOf(
  text: readonly string[],
  words: readonly string[],
  isSame = (one: string, other: string) => one === other,
): number[] {
  if (words.length === 0) return [];
  const starts: number[] = [];
  for (let start = 0; start + words.length <= text.length; start += 1)
    if (words.every((character, index) => isSame(character, text[start + index]!))) starts.push(start);
  return starts;
}
