import { folded, writtenWords } from './folded';

/** A part of a text, and whether it is what was looked for. */
export interface MarkedPart {
  readonly text: string;
  readonly isFound: boolean;
}

/** How long an excerpt is, and how much of it stands before the first word that was found, in characters. */
const [longest, before] = [240, 60];
/** A stem stands for words that go on a little: "permit" for "permitted". */
const mostAfterStem = 4;

/** A text without the marks of Markdown. Each expression looks so far and no further, since anybody may have written it. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/!?\[([^[\]\n]{0,300})\]\([^()\n]{0,500}\)/g, '$1')
    .replace(/^[ \t]{0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])(?=\s)/gm, '')
    .replace(/[*_`~|]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The part of a text in which the words stand, in pieces.
 * @param stems as the text's language has them
 * @param runs Chinese words, which stand in a text without spaces
 */
export function excerptOf(text: string, stems: readonly string[], runs: readonly string[]): MarkedPart[] {
  const found = places(text, stems, runs);
  const from = startOf(text, found[0]?.[0] ?? 0);
  const to = Math.min(text.length, from + longest);
  const parts: MarkedPart[] = [];
  let at = from;
  const add = (end: number, isFound: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), isFound });
    at = Math.max(at, end);
  };
  for (const [start, end] of found) {
    if (start < at || end > to) continue;
    add(start, false);
    add(end, true);
  }
  add(endOf(text, to, at), false);
  const left = (isLeft: boolean, mark: string) => (isLeft ? [{ text: mark, isFound: false }] : []);
  return [...left(from > 0, '… '), ...parts, ...left(at < text.length, ' …')];
}

function places(text: string, stems: readonly string[], runs: readonly string[]): (readonly [number, number])[] {
  const words = writtenWords(text).filter(([word]) => isOneOf(stems, folded(word)));
  const chinese = runs.flatMap((run) => [...text.matchAll(new RegExp(run, 'gu'))]);
  return [...words, ...chinese].map(({ index, 0: { length } }) => [index, index + length] as const).sort(([one], [other]) => one - other);
}

const isOneOf = (stems: readonly string[], word: string) =>
  stems.some((stem) => word === stem || (stem.length > 2 && word.startsWith(stem) && word.length - stem.length <= mostAfterStem));

/** At the beginning of a word. */
function startOf(text: string, found: number): number {
  if (found <= before) return 0;
  const space = text.indexOf(' ', found - before);
  return space >= 0 && space < found ? space + 1 : found;
}

/** At the end of one. */
function endOf(text: string, to: number, least: number): number {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  return space > least ? space : Math.max(to, least);
}
