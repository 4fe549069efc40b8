import type { Selection } from '../annotation/place.contract';
import { charactersOf, selectionAt, startsOf } from '../paper/selection';
import { endsAsBefore } from './sides';

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
  const [were, are] = [old!, fresh!].map((text) => startsOf(text, words)) as [number[], number[]];
  return were.length === 1 && are.length === 1 ? are[0] : undefined;
}

function amongTheSame({ prefix, suffix }: Selection, words: readonly string[], ...[old, fresh]: readonly (readonly string[])[]) {
  const before = charactersOf(prefix);
  const start = theOnly([...before, ...words, ...charactersOf(suffix)], old!, fresh!);
  return start === undefined ? undefined : start + before.length;
}
