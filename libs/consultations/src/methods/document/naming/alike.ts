import type { Block } from '../paper/block.contract';

/** From this share of common words on, a block may be the one before in other words. */
const alikeFrom = 0.5;
/** How many of those before and behind it a block is compared with: points of a list say nearly the same. */
const besides = 10;

/** The number or letter with which a point begins, or its dash: where a point goes, its neighbours are numbered anew. */
const number = /^(?:[–•*+-]|§+\s*\d+\p{L}?\.?|\d{1,3}(?:\.\d{1,3})*\p{L}?[.)]?|\(\d{1,3}\p{L}?\)|\(?\p{L}{1,4}\)|(?:\p{L}|[ivxlc]{2,6}|[IVXLC]{2,6})\.)\s+(?=\S)/u;
export const unnumbered = (text: string): string => text.replace(number, '');

type Pair = readonly [to: number, from: number];

/**
 * Pairs what went with what came in its place in other words: of all ways to do so in order the one that keeps most, the first of several.
 * What came has to be more alike to a block than the blocks beside this are, to it and to each other: another point of a list is not the
 * point that went.
 */
export function alike(gone: readonly number[], come: readonly number[], before: readonly Block[], blocks: readonly Block[]): Pair[] {
  if (gone.length === 0 || come.length === 0) return [];
  const words = new Words();
  const [old, fresh] = [before.map((block) => words.of(block)), come.map((index) => words.of(blocks[index]!))];
  const weightsOf = (was: number) => words.weights([old[was]!, ...besideOf(was, before).map((index) => old[index]!)]);
  const likenessesOf = (was: number): number[] => {
    const [plain, weighted] = [words.scale(old[was]!), words.scale(old[was]!, weightsOf(was))];
    const nearest = Math.max(0, ...besideOf(was, before).map((index) => weighted(old[index]!)));
    return fresh.map((came, at) => {
      if (before[was]!.kind !== blocks[come[at]!]!.kind || plain(came) < alikeFrom) return 0;
      const found = weighted(came);
      return found > nearest + rounding ? found : 0;
    });
  };
  const isNearest = ([at, was]: Pair) => {
    const weighted = words.scale(fresh[at]!, weightsOf(was));
    return besideOf(was, before).every((index) => weighted(old[index]!) <= weighted(old[was]!) + rounding);
  };
  return bestInOrder(gone, come.length, likenessesOf)
    .filter(isNearest)
    .map(([at, was]) => [come[at]!, was]);
}

/** Sums of the same weights in another order are not quite the same. */
const rounding = 1e-9;

/** What stands beside a block under the same heading. */
function besideOf(index: number, blocks: readonly Block[]): number[] {
  return [-1, 1].flatMap((step) => {
    const found: number[] = [];
    for (let at = index + step; found.length < besides && blocks[at]?.kind === blocks[index]!.kind; at += step) found.push(at);
    return found;
  });
}

/** How often a block has each word, by its number. */
type Counts = readonly (readonly [word: number, count: number])[];

/** Words by numbers, so that each block can be compared with each in a long text. */
class Words {
  private readonly numbers = new Map<string, number>();

  of({ text }: Block): Counts {
    const counts = new Map<number, number>();
    for (const word of unnumbered(text).toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
      const known = this.numbers.get(word) ?? this.numbers.size;
      this.numbers.set(word, known);
      counts.set(known, (counts.get(known) ?? 0) + 1);
    }
    return [...counts];
  }

  /** What many blocks say does not tell which of them is meant. */
  weights(blocks: readonly Counts[]): Float64Array {
    const having = new Float64Array(this.numbers.size);
    for (const counts of blocks) for (const [word] of counts) having[word]! += 1;
    return having.map((count) => 1 / Math.max(1, count) ** 2);
  }

  /** The share of words that others have in common with a block (Dice), each by its weight. */
  scale(own: Counts, weights = this.weights([])): (others: Counts) => number {
    const counts = new Float64Array(this.numbers.size);
    let all = 0;
    for (const [word, count] of own) {
      counts[word] = count;
      all += count * weights[word]!;
    }
    return (others) => {
      let [common, both] = [0, all];
      for (const [word, count] of others) {
        common += Math.min(count, counts[word]!) * weights[word]!;
        both += count * weights[word]!;
      }
      return both === 0 ? 0 : (2 * common) / both;
    };
  }
}

function bestInOrder(gone: readonly number[], come: number, likenessesOf: (was: number) => number[]): Pair[] {
  const alikeness = gone.map(likenessesOf);
  // What can be kept of those from each place on, by both places.
  const best = Array.from({ length: gone.length + 1 }, () => new Float64Array(come + 1));
  for (let old = gone.length - 1; old >= 0; old -= 1)
    for (let at = come - 1; at >= 0; at -= 1) {
      const found = alikeness[old]![at]!;
      best[old]![at] = Math.max(best[old + 1]![at]!, best[old]![at + 1]!, found > 0 ? found + best[old + 1]![at + 1]! : 0);
    }
  const pairs: Pair[] = [];
  for (let [old, at] = [0, 0]; old < gone.length && at < come; ) {
    const found = alikeness[old]![at]!;
    if (found > 0 && found + best[old + 1]![at + 1]! === best[old]![at]) pairs.push([at++, gone[old++]!]);
    else if (best[old + 1]![at] === best[old]![at]) old += 1;
    else at += 1;
  }
  return pairs;
}
