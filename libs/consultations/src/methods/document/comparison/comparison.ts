import { diffArrays } from 'diff';
import type { PaperBlock } from '../paper/block.contract';

/** What became of a block from one version to another. A block that was moved may be changed as well. */
export interface BlockChange {
  readonly what: 'changed' | 'added' | 'removed' | 'moved';
  readonly id: string;
  readonly kind: PaperBlock['kind'];
  /** Empty where it was added. */
  readonly before: string;
  /** Empty where it was removed. */
  readonly after: string;
}

/** Everything that differs between two versions, in the order of the later one; what was left out stands where it was. */
export function changesBetween(before: readonly PaperBlock[], after: readonly PaperBlock[]): BlockChange[] {
  const [old, fresh] = [byName(before), byName(after)];
  const change = (what: BlockChange['what'], id: string): BlockChange => {
    const [was, is] = [old.get(id), fresh.get(id)];
    return { what, id, kind: (is ?? was)!.kind, before: was?.text ?? '', after: is?.text ?? '' };
  };
  return diffArrays([...old.keys()], [...fresh.keys()]).flatMap(({ value, added, removed }) => {
    if (added) return value.map((id) => change(old.has(id) ? 'moved' : 'added', id));
    if (removed) return value.filter((id) => !fresh.has(id)).map((id) => change('removed', id));
    return value.filter((id) => isReworded(old.get(id)!, fresh.get(id)!)).map((id) => change('changed', id));
  });
}

const byName = (blocks: readonly PaperBlock[]) => new Map(blocks.map((block) => [block.id, block]));
const isReworded = (one: PaperBlock, other: PaperBlock) => one.text !== other.text || one.level !== other.level;
