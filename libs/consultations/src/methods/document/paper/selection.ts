import { diffArrays } from 'diff';
import type { Selection } from '../annotation/place.contract';

/** How much of what stands around the words is kept with them. */
const around = 32;
/** Bounds the work for paragraphs that have little in common. */
const mostEdits = 1_000;

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
  const exactly = startsOf(text, words, (one, other) => one === other);
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
 * The same words in a paragraph that was changed: where they were left untouched, or, if they stood in one place only and do so again,
 * there. Undefined where they are lost; never other words, and never the same words where they stood for something else.
 */
export function carriedOver(selection: Selection, before: string, after: string): Selection | undefined {
  if (before === after) return selection;
  const [old, fresh] = [charactersOf(before), charactersOf(after)];
  const start = untouched(selection, old, fresh);
  const words = charactersOf(selection.exact);
  const isThere = (at: number) => words.every((character, index) => fresh[at + index] === character);
  if (start !== undefined && isThere(start)) return selectionAt(fresh, start, start + words.length);
  const [places, once] = [fresh, old].map((text) => startsOf(text, words, (one, other) => one === other)) as [number[], number[]];
  return places.length === 1 && once.length === 1 ? selectionAt(fresh, places[0]!, places[0]! + words.length) : undefined;
}

/** Where the selected characters stand now, if nothing was put between them and none was taken. */
function untouched({ start, end }: Selection, old: readonly string[], fresh: readonly string[]): number | undefined {
  const changes = diffArrays([...old], [...fresh], { maxEditLength: mostEdits });
  let [at, now] = [0, 0];
  for (const { value, added, removed } of changes ?? []) {
    if (!added && !removed && at <= start && end <= at + value.length) return now + start - at;
    if (!added) at += value.length;
    if (!removed) now += value.length;
  }
  return undefined;
}
