import type { Block } from './block.contract';

export const deepestHeading = 4;

const heading = /^ {0,3}(#{1,6})(?:\s(.*))?$/;
const closingMarks = /(?<=^|\s)#+\s*$/;
const underlined = /^ {0,3}(=+|-{2,})\s*$/;
const rule = /^ {0,3}(?:(?:\*\s*){3,}|(?:_\s*){3,}|(?:-\s*){3,})$/;
/** `- point`, `1. point`, and as laws number their points: `(a) point`, `b) point`, `(ii) point`. */
const item = /^\s*(?:([-*+•])|(\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-z]{1,4}\)))\s+(?=\S)/i;
const quoted = /^ {0,3}(?:>\s?)+/;

/** Below the first row of a table; with one column alone it would be the line under a heading. */
const column = /^:?-+:?$/;
const bar = /(?<!\\)\|/;
const cellsIn = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(bar)
    .map((cell) => cell.trim());
const isBelowFirstRow = (line: string, above = ''): boolean =>
  bar.test(line) && bar.test(above) && cellsIn(line).every((cell) => column.test(cell)) && cellsIn(line).length === cellsIn(above).length;

/**
 * What a text says in Markdown, block by block: headings, paragraphs, and each point of a list and each row of a table as a paragraph,
 * since people have something to say about a point. Emphasis and links leave their words.
 */
export function blocksIn(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) add(blocks, 'paragraph', 0, asOne(open));
    open = [];
  };
  const row = (line: string) => {
    close();
    open = [cellsIn(line).join(' | ')];
    close();
  };
  let isTable = false;
  for (const typed of markdown.normalize('NFC').split(/\r\n|[\n\r\u2028\u2029]/)) {
    const line = typed.replace(quoted, '');
    isTable &&= bar.test(line);
    if (isTable) {
      row(line);
      continue;
    }
    if (isBelowFirstRow(line, open.at(-1))) {
      isTable = true;
      row(open.pop()!);
      continue;
    }
    const begins = heading.exec(line);
    const level = underlined.exec(line)?.[1];
    const point = item.exec(line);
    if (begins) {
      close();
      add(blocks, 'heading', Math.min(deepestHeading, begins[1]!.length), (begins[2] ?? '').replace(closingMarks, ''));
    } else if (level !== undefined && open.length === 1) {
      add(blocks, 'heading', level.startsWith('=') ? 1 : 2, asOne(open));
      open = [];
    } else if (line.trim() === '' || rule.test(line)) close();
    else if (point) {
      close();
      open = [`${point[1] === undefined ? point[2] : '–'} ${line.slice(point[0].length)}`];
    } else open.push(line.trim());
  }
  close();
  return blocks;
}

/** A backslash before the end of a line only breaks it (CommonMark, 6.7). */
const asOne = (lines: readonly string[]): string =>
  lines.map((line, at) => (at < lines.length - 1 ? line.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1') : line)).join(' ');

function add(blocks: Block[], kind: Block['kind'], level: number, markdown: string): void {
  const text = plain(markdown);
  if (text !== '') blocks.push({ kind, level, text });
}

/** Backslashes come first: what they stand before is a character like any other. */
const escaped = /\\([!-/:-@[-`{-~])/g;
const held = (index: number) => String.fromCodePoint(0xf0000 + index);
const isHeld = /[\u{F0000}-\u{F007F}]/gu;

/** Taking marks out takes a time that grows faster than the text. What is longer keeps them, and is longer than any paragraph may be. */
const mostWithMarks = 10_000;

/** The words of a line of Markdown without its marks. */
function plain(markdown: string): string {
  if (markdown.length > mostWithMarks) return markdown.replace(/\s+/g, ' ').trim();
  return markdown
    .replace(isHeld, '')
    .replace(escaped, (_, character: string) => held(character.charCodeAt(0)))
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(isHeld, (character) => String.fromCharCode(character.codePointAt(0)! - 0xf0000))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The blocks as Markdown, from which the same blocks come again. */
export function markdownOf(blocks: readonly Block[]): string {
  return blocks.map(written).join('\n\n');
}

function written({ kind, level, text }: Block): string {
  const mark = kind === 'heading' ? `${'#'.repeat(level)} ` : '';
  const asIs = mark + text;
  const [again, ...more] = blocksIn(asIs);
  const isSame = again !== undefined && more.length === 0 && again.kind === kind && again.level === level && again.text === text;
  return isSame ? asIs : mark + text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
