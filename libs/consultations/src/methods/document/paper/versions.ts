import { diffArrays } from 'diff';
import type { Block, PaperBlock } from './block.contract';

/** The blocks of a version, and the highest number that any block had so far: a name is never given again. */
export interface NamedBlocks {
  readonly blocks: readonly PaperBlock[];
  readonly lastNumber: number;
}

export const nothingWritten: NamedBlocks = { blocks: [], lastNumber: 0 };
export const blockName = (number: number) => `p${number}`;

/** From this share of common words on, a block is the one before in other words. */
const alikeFrom = 0.5;
/** Bounds the work for texts that have little in common. */
const mostEdits = 2_000;

/**
 * Names the blocks of a new version. What stands as it did keeps its name, wherever it stands, and so does what stands in the same place in
 * other words; what is new gets a name that no block ever had.
 */
export function named(blocks: readonly Block[], before: NamedBlocks = nothingWritten): NamedBlocks {
  let { lastNumber } = before;
  const names = new Map(namesKept(blocks, before.blocks));
  const all = blocks.map((block, index) => ({ id: names.get(index) ?? blockName((lastNumber += 1)), ...block }));
  return { blocks: all, lastNumber };
}

function namesKept(blocks: readonly Block[], before: readonly PaperBlock[]): (readonly [index: number, id: string])[] {
  const key = ({ kind, level, text }: Block) => `${kind} ${level} ${text}`;
  const changes = diffArrays(before.map(key), blocks.map(key), { maxEditLength: mostEdits }) ?? [
    { value: before.map(key), removed: true, added: false },
    { value: blocks.map(key), removed: false, added: true },
  ];
  const kept: (readonly [number, string])[] = [];
  let [old, fresh] = [0, 0];
  const gaps: { gone: number[]; come: number[] }[] = [{ gone: [], come: [] }];
  for (const { value, removed, added } of changes) {
    const gap = gaps.at(-1)!;
    if (removed) for (const _ of value) gap.gone.push(old++);
    else if (added) for (const _ of value) gap.come.push(fresh++);
    else {
      for (const _ of value) kept.push([fresh++, before[old++]!.id]);
      gaps.push({ gone: [], come: [] });
    }
  }
  const moved = movedIn(gaps, before.map(key), blocks.map(key));
  const isLeft = (index: number) => !moved.some(([, from]) => from === index);
  for (const { gone, come } of gaps) {
    const others = come.filter((index) => !moved.some(([to]) => to === index));
    kept.push(...alike(gone.filter(isLeft), others, before, blocks));
  }
  return [...kept, ...moved.map(([to, from]) => [to, before[from]!.id] as const)];
}

/** What stands word for word somewhere else: where it does now, and where it did. */
function movedIn(
  gaps: readonly { readonly gone: readonly number[]; readonly come: readonly number[] }[],
  old: readonly string[],
  fresh: readonly string[],
): (readonly [to: number, from: number])[] {
  const gone = new Map<string, number[]>();
  for (const index of gaps.flatMap((gap) => gap.gone)) gone.set(old[index]!, [...(gone.get(old[index]!) ?? []), index]);
  return gaps.flatMap(({ come }) =>
    come.flatMap((to) => {
      const from = gone.get(fresh[to]!)?.shift();
      return from === undefined ? [] : [[to, from] as const];
    }),
  );
}

/** Pairs what went with what came in its place, in order, where they have enough words in common. */
function alike(gone: readonly number[], come: readonly number[], before: readonly PaperBlock[], blocks: readonly Block[]) {
  const [old, fresh] = [before, blocks].map((all) => new Words(all)) as [Words, Words];
  const pairs: (readonly [number, string])[] = [];
  let from = 0;
  for (const index of come) {
    const { kind } = blocks[index]!;
    const isAlike = (was: number) => before[was]!.kind === kind && likeness(old.of(was), fresh.of(index)) >= alikeFrom;
    const found = gone.findIndex((was, at) => at >= from && isAlike(was));
    if (found < 0) continue;
    pairs.push([index, before[gone[found]!]!.id]);
    from = found + 1;
  }
  return pairs;
}

/** The share of words that two blocks have in common (Dice). */
function likeness(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of others) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / Math.max(1, words.length + others.length);
}

/** The words of blocks, of which each is compared with many. */
class Words {
  private readonly known = new Map<number, string[]>();

  constructor(private readonly blocks: readonly Block[]) {}

  of(index: number): string[] {
    const words = this.known.get(index) ?? wordsIn(this.blocks[index]!.text);
    this.known.set(index, words);
    return words;
  }
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
