import type { Selection } from '../annotation/place.contract';
import type { PaperBlock } from '../paper/block.contract';
import { charactersOf, selectionAt } from '../paper/selection';
import { isSameParagraph, isSameSentence } from './same-sentence';
import { sidesWithNumbers } from './sides';
import { WholeText, type Spot } from './whole-text';

/** Where an annotation stands in a version: on words of a paragraph, or on all of it. */
export interface Stands {
  readonly paragraph: string;
  readonly words: Selection | null;
}
/** Where it stands in the next version; undefined where it is lost. */
export type Carry = (stands: Stands) => Stands | undefined;

/** So many characters beyond their sentence tell apart the same words in the same sentence. */
const beyond = 64;

/**
 * A paragraph as a whole stays with its name, unless that says something else. Words stand where their paragraph is as it was. In what was
 * changed they go to the place that is most like theirs, if theirs is the one that is most like it as well: first by what is the same in
 * their sentence, then by what is the same around that. A paragraph is read on into the next, so that neither splitting nor merging changes
 * anything; but to another paragraph they go with their whole sentence only, and nowhere where another sentence has come to have the same
 * words.
 */
export function bySentence(before: readonly PaperBlock[], after: readonly PaperBlock[]): Carry {
  const [old, fresh] = [new WholeText(before), new WholeText(after)];
  const [were, are] = [textsOf(before), textsOf(after)];
  const isChanged = (id: string) => are.get(id) !== were.get(id);
  const [gone, come] = [[...were.keys()].filter(isChanged), [...are.keys()].filter(isChanged)];

  return ({ paragraph, words }) => {
    const text = are.get(paragraph);
    if (text !== undefined && !isChanged(paragraph)) return { paragraph, words };
    if (words === null) return text !== undefined && isSameParagraph(were.get(paragraph)!, text) ? { paragraph, words } : undefined;
    const exact = charactersOf(words.exact);
    const own = old.spot(paragraph, words);
    const sides = sidesWithNumbers(charactersOf(were.get(paragraph)!), words);
    const next = mostAlike(fresh.spotsOf(exact, sides, come), (spot) => likeness(old, own, fresh, spot));
    const isBack = next && mostAlike(old.spotsOf(exact, sides, gone), (spot) => likeness(old, spot, fresh, next))?.start === own.start;
    if (!isBack || !isSameSentence(old, own, fresh, next)) return undefined;
    const start = next.start - fresh.startOf(next.paragraph);
    return { paragraph: next.paragraph, words: selectionAt(charactersOf(are.get(next.paragraph)!), start, start + exact.length) };
  };
}

const textsOf = (blocks: readonly PaperBlock[]) =>
  new Map(blocks.flatMap(({ id, kind, text }) => (kind === 'paragraph' ? [[id, text] as const] : [])));

type Likeness = readonly [inSentence: number, around: number];

/** How many characters are the same; undefined where the words cannot go there. */
function likeness(old: WholeText, was: Spot, fresh: WholeText, is: Spot): Likeness | undefined {
  const { from, to } = old.sentenceOf(was);
  const [left, right] = [was.start - from, to - was.end];
  const before = old.sameAs(fresh, { own: was.start - 1, others: is.start - 1 }, -1, left + beyond);
  const after = old.sameAs(fresh, { own: was.end, others: is.end }, 1, right + beyond);
  if (was.paragraph !== is.paragraph && (before < left || after < right)) return undefined;
  return [Math.min(before, left) + Math.min(after, right), before + after];
}

/** The one that is more like it than any other. */
function mostAlike(spots: readonly Spot[], likenessOf: (spot: Spot) => Likeness | undefined): Spot | undefined {
  let [best, most]: [Spot | undefined, Likeness] = [undefined, [-1, -1]];
  for (const spot of spots) {
    const found = likenessOf(spot);
    const more = found && (found[0] - most[0] || found[1] - most[1]);
    if (more === undefined || more < 0) continue;
    [best, most] = more > 0 ? [spot, found!] : [undefined, most];
  }
  return best;
}
