import { diffArrays } from 'diff';
import { alike, unnumbered } from '../naming/alike';
import type { Block, PaperBlock } from './block.contract';

/** The blocks of a version, and the highest number that any block had so far: a name is never given again. */
export interface NamedBlocks {
  readonly blocks: readonly PaperBlock[];
  readonly lastNumber: number;
}

export const nothingWritten: NamedBlocks = { blocks: [], lastNumber: 0 };
export const blockName = (number: number) => `p${number}`;

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

/** What went and what came in one place, by where it stood and stands. */
interface Gap {
  readonly gone: readonly number[];
  readonly come: readonly number[];
}
type Pair = readonly [to: number, from: number];
type KeyOf = (block: Block) => string;

const asItStands: KeyOf = ({ kind, level, text }) => `${kind} ${level} ${text}`;
const whateverItsNumber: KeyOf = ({ kind, level, text }) => `${kind} ${level} ${unnumbered(text)}`;

/** What stands as it did comes first, then what has another number, each in its place and then elsewhere; other words come last. */
function namesKept(blocks: readonly Block[], before: readonly PaperBlock[]): (readonly [index: number, id: string])[] {
  const kept: Pair[] = [];
  let gaps: readonly Gap[] = [{ gone: [...before.keys()], come: [...blocks.keys()] }];
  const keep = (pairs: readonly Pair[]) => {
    const [to, from] = [new Set(pairs.map(([index]) => index)), new Set(pairs.map(([, index]) => index))];
    kept.push(...pairs);
    gaps = gaps.map(({ gone, come }) => ({ gone: gone.filter((index) => !from.has(index)), come: come.filter((index) => !to.has(index)) }));
  };
  for (const keyOf of [asItStands, whateverItsNumber]) {
    const stays = gaps.map((gap) => staysIn(gap, before, blocks, keyOf));
    gaps = stays.flatMap((each) => each.gaps);
    kept.push(...stays.flatMap((each) => each.kept));
  }
  for (const keyOf of [asItStands, whateverItsNumber]) keep(movedIn(gaps, before, blocks, keyOf));
  for (const { gone, come } of gaps) kept.push(...alike(gone, come, before, blocks));
  return kept.map(([to, from]) => [to, before[from]!.id] as const);
}

/** What stays in its order, and what went and came between. */
function staysIn({ gone, come }: Gap, before: readonly Block[], blocks: readonly Block[], keyOf: KeyOf) {
  const [old, fresh] = [gone.map((index) => keyOf(before[index]!)), come.map((index) => keyOf(blocks[index]!))];
  const changes = diffArrays(old, fresh, { maxEditLength: mostEdits });
  if (!changes) return { kept: [], gaps: [{ gone, come }] };
  const kept: Pair[] = [];
  const gaps: { gone: number[]; come: number[] }[] = [{ gone: [], come: [] }];
  let [from, to] = [0, 0];
  for (const { value, removed, added } of changes) {
    const gap = gaps.at(-1)!;
    if (removed) gap.gone.push(...gone.slice(from, (from += value.length)));
    else if (added) gap.come.push(...come.slice(to, (to += value.length)));
    else {
      for (const _ of value) kept.push([come[to++]!, gone[from++]!]);
      gaps.push({ gone: [], come: [] });
    }
  }
  return { kept, gaps };
}

/** What stands word for word somewhere else: where it does now, and where it did. */
function movedIn(gaps: readonly Gap[], before: readonly Block[], blocks: readonly Block[], keyOf: KeyOf): Pair[] {
  const gone = new Map<string, number[]>();
  for (const index of gaps.flatMap((gap) => gap.gone)) {
    const key = keyOf(before[index]!);
    gone.set(key, [...(gone.get(key) ?? []), index]);
  }
  return gaps.flatMap(({ come }) =>
    come.flatMap((to) => {
      const from = gone.get(keyOf(blocks[to]!))?.shift();
      return from === undefined ? [] : [[to, from] as const];
    }),
  );
}
