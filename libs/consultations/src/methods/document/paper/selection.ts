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
 * The places in a paragraph that somebody may mean by words: where they stand so, or else whatever their capitals and spaces.
 * @param near where the words begin, if that is known: of several places the nearest
 */
export function selectionsOf(text: string, words: string, near?: number): Selection[] {
  const [characters, named] = [charactersOf(text), charactersOf(words.normalize('NFC').trim().replace(/\s+/g, ' '))];
  const places = placesOf(characters, named);
  const far = (start: number) => (near === undefined ? 0 : Math.abs(start - near));
  const least = places.reduce((found, start) => Math.min(found, far(start)), Infinity);
  return places.filter((start) => far(start) === least).map((start) => selectionAt(characters, start, start + named.length));
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
