import type { PaperBlock } from '../paper/block.contract';

/** About as much as is around a paragraph on the page: its number, its links and their marks. */
const around = 130;
/** So many bytes of a text stand on one page of it; a text that is only a little longer is not divided. */
const most = 130_000;
const undivided = 165_000;

/** The parts in which a text is read, one part for all but the longest; where they can, they begin with a heading. */
export function partsOf<B extends PaperBlock>(blocks: readonly B[], shown = (text: string) => text): readonly (readonly B[])[] {
  const sizes = blocks.map(({ text }) => around + bytesOf(shown(text)));
  if (sumOf(sizes) <= undivided) return [blocks];
  const parts: (readonly B[])[] = [];
  for (let from = 0; from < blocks.length;) {
    let to = from + 1;
    for (let size = sizes[from]!; to < blocks.length && size + sizes[to]! <= most; to += 1) size += sizes[to]!;
    if (to < blocks.length) to = atHeading(blocks, Math.ceil((from + to) / 2), to) ?? to;
    parts.push(blocks.slice(from, to));
    from = to;
  }
  return parts;
}

/** In UTF-8, and with what stands in HTML for characters that mean something there. */
const bytesOf = (text: string) => new TextEncoder().encode(text).length + 4 * (text.match(/[&<>"]/g)?.length ?? 0);

const sumOf = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);

/** The last of the highest headings between two places. */
function atHeading(blocks: readonly PaperBlock[], after: number, upTo: number): number | undefined {
  const places = blocks.flatMap(({ kind }, at) => (kind === 'heading' && at > after && at <= upTo ? [at] : []));
  const highest = Math.min(...places.map((at) => blocks[at]!.level));
  return places.findLast((at) => blocks[at]!.level === highest);
}

/** The parameter of an address that says what is to be read: the part that has a block, by the name of that, or everything. */
export const partParameter = 'at';
export const allParts = 'all';

/** The one that says under which paragraph the form is open, by the id of that on the page. */
export const writeParameter = 'write';

/** Which part is read, from 0; undefined for all of them. */
export function partRead(parts: readonly (readonly PaperBlock[])[], at: string | undefined): number | undefined {
  if (parts.length === 1 || at === allParts) return undefined;
  return Math.max(
    0,
    parts.findIndex((part) => part.some(({ id }) => id === at)),
  );
}
