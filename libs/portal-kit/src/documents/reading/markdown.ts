import MarkdownIt from 'markdown-it';
import { withoutTurns } from '@isegoria/kernel';
import { withCharacters, asWritten } from './raised/characters-by-name';
import { asCharacters, type Raised } from './raised/as-characters';
import { counter, type Losses, type ReadText } from './outcome';

/** What other programs read above a text, between two lines. */
const forPrograms = /^---\n(?:\w[\w-]*:.*\n|[ ].*\n|- .*\n)*---\n/;

/** A text in Markdown as it is, but for what stands above it for other programs, and for tables, code and what is struck. */
export function fromMarkdown(typed: string): ReadText {
  const losses: Losses = {};
  const lose = counter(losses);
  const whole = typed.replaceAll('\0', '').replace(/\r\n?/g, '\n');
  const [above = ''] = forPrograms.exec(whole) ?? [];
  lose('above', above.split('\n').filter((line) => /[^-]/.test(line)).length);
  const text = whole.slice(above.length);
  const lines = raisedIn(text).split('\n');
  // Cells do not say where they stand; their rows do.
  let within: [number, number] = [0, 0];
  const named = new Set<number>();
  for (const { type, map, children, content } of new MarkdownIt({ html: true }).parse(lines.join('\n'), {})) {
    if (type === 'html_block') lose('tags');
    if (type === 'table_open' && map) {
      lose('tables');
      rowsApart(lines, map);
    }
    if (type === 'fence' && map) lines.fill('', ...map).splice(map[0], 1, inPlainLines(content));
    within = map ?? within;
    if (type === 'inline' && !named.has(within[0])) {
      named.add(within[0]);
      lines.splice(within[0], within[1] - within[0], ...withCharacters(lines.slice(...within)));
    }
    if (children?.some((inside) => inside.type === 's_open')) unstruck(lines, within);
    for (const inside of children ?? []) {
      if (inside.type === 'image') lose('pictures');
      if (inside.type === 'html_inline') lose('tags');
      if (inside.type === 'link_open') lose('links');
      if (inside.type === 's_open') lose('struck');
    }
  }
  const said = lines.flatMap((line) => line.split('\n')).map((line) => line.replace(/(?!\t)\p{Cc}/gu, ''));
  const shown = said.map(withoutTurns);
  lose('turns', said.join('').length - shown.join('').length);
  return { markdown: shown.join('\n').trim(), losses };
}

/** Numbers above and below the line, which Markdown has no marks of its own for. */
const raisedIn = (text: string): string =>
  text.replace(/<(su[bp])>([^<>\n]{1,200})<\/\1>/gi, (_, how: string, words: string) =>
    asCharacters(how.toLowerCase() as Raised, asWritten(words)),
  );

function rowsApart(lines: string[], [from, to]: readonly [number, number]): void {
  for (let row = from; row < to; row += 1) {
    // The second line only says how the columns are aligned.
    const inside = row === from + 1 ? '' : lines[row]!.trim().replace(/^\||(?<!\\)\|$/g, '');
    const cells = inside
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim())
      .join(' | ');
    lines[row] = cells === '' ? '' : `\n${cells}\n`;
  }
}

/** What stands between fences is no Markdown, and its lines stay apart. */
const inPlainLines = (code: string): string => code.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\n/g, '\n\n');

function unstruck(lines: string[], [from, to]: readonly [number, number]): void {
  const text = lines.slice(from, to).join('\0');
  lines.splice(from, to - from, ...text.replace(/~~([^~]+)~~/g, '$1').split('\0'));
}
