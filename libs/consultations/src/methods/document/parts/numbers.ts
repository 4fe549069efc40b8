import type { Block } from '../paper/block.contract';

/** The number of each paragraph, from 1, by its name. */
export function numbersOf(blocks: readonly (Pick<Block, 'kind'> & { readonly id: string })[]): ReadonlyMap<string, number> {
  return new Map(blocks.filter(({ kind }) => kind === 'paragraph').map(({ id }, index) => [id, index + 1]));
}

const behind = String.raw`(?=$|[\s.:)\]،–—-])`;
const ordinals = 'أولى?|ثاني|ثانية|(?:ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي)ة?|عشرون|ثلاثون|أربعون|خمسون';
/** How a heading says its number: `Article 5`, `§ 12a`, `1.2 Aim`, `Chapter IV`, `Annex B`, `II. Aim`, `المادة الأولى`, `أولًا: الهدف`. */
const ownNumber = new RegExp(
  [
    String.raw`^(?:§+\s*|\(|\p{L}+\.?\s+[(\[]?)?\p{Nd}{1,3}(?:[.-]\p{Nd}{1,3})*[a-z]?${behind}`,
    String.raw`^\p{L}+\.?\s+(?:[IVXLC]+|\p{Lu})${behind}`,
    String.raw`^\(?(?:[IVXLC]+|\p{Lu}|\p{Lo})\s?[.:)–—-]`,
    String.raw`^\p{L}+\s+ال(?:${ordinals})(?!\p{L})`,
    String.raw`^(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)(?:ًا|اً|ا)(?!\p{L})`,
    String.raw`^\p{L}+\s+(?:premier|première|unique)(?!\p{L})`,
  ].join('|'),
  'u',
);

/**
 * The number of each heading that is to have one, such as `2.1`. None has where most headings of a level say a number of their own, so
 * that no number stands there twice and none competes with those that the text refers to; nor has its title, under which all others stand.
 */
export function headingNumbers<B extends Block>(blocks: readonly B[]): ReadonlyMap<B, string> {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const isTitle = (block: B) => block === blocks[0] && headings.every((one) => one === block || one.level > block.level);
  const numbered = headings.filter((heading) => !isTitle(heading));
  const sayTheirOwn = (level: number) => {
    const own = numbered.filter((heading) => heading.level === level);
    return own.filter(({ text }) => ownNumber.test(text)).length * 2 >= own.length;
  };
  if (numbered.some(({ level }) => sayTheirOwn(level))) return new Map();
  const open: { readonly level: number; readonly count: number }[] = [];
  const numbers = new Map<B, string>();
  for (const heading of numbered) {
    let before = 0;
    while (open.length > 0 && open.at(-1)!.level >= heading.level) before = open.pop()!.count;
    open.push({ level: heading.level, count: before + 1 });
    numbers.set(heading, open.map(({ count }) => count).join('.'));
  }
  return numbers;
}
