import { wordsOf } from './sides';
import type { Spot, WholeText } from './whole-text';

/**
 * Whether the sentence around words is still that sentence: two of three pairs of neighbouring words stand in both, with the words
 * themselves as one. Or all of it stands there and nothing more, whatever border of a paragraph goes through it.
 */
export function isSameSentence(old: WholeText, was: Spot, fresh: WholeText, is: Spot): boolean {
  const [said, says] = [old.saidAround(was), fresh.saidAround(is)];
  const [left, right] = [was.start - said.from, said.to - was.end];
  const isWhole =
    old.sameAs(fresh, { own: was.start - 1, others: is.start - 1 }, -1, left) === left &&
    old.sameAs(fresh, { own: was.end, others: is.end }, 1, right) === right;
  if (isWhole && says.to - says.from <= said.to - said.from) return true;
  const [were, are] = [pairsAround(old, was, said), pairsAround(fresh, is, says)];
  return 3 * (2 * inBoth(were, are)) >= 2 * (were.length + are.length);
}

/** Whether a paragraph says what it said, a part of that, or that and more: most pairs of words of the shorter text stand in both. */
export function isSameParagraph(before: string, after: string): boolean {
  const [were, are] = [before, after].map((text) => pairsOf(wordsOf([text]))) as [string[], string[]];
  return 2 * inBoth(were, are) > Math.min(were.length, are.length);
}

/** Neighbours in a sentence. Its beginning and end, and the words that are carried, are no words that it could have. */
function pairsAround({ characters }: WholeText, { start, end }: Spot, { from, to }: { from: number; to: number }): string[] {
  return pairsOf([...wordsOf(characters.slice(from, start)), ' ', ...wordsOf(characters.slice(end, to))]);
}

function pairsOf(words: readonly string[]): string[] {
  const all = ['', ...words, ''];
  return all.slice(1).map((word, index) => `${all[index]}\n${word}`);
}

function inBoth(were: readonly string[], are: readonly string[]): number {
  const left = new Map<string, number>();
  for (const pair of were) left.set(pair, (left.get(pair) ?? 0) + 1);
  return are.filter((pair) => {
    const count = left.get(pair) ?? 0;
    left.set(pair, count - 1);
    return count > 0;
  }).length;
}
