import MarkdownIt from 'markdown-it';
import { withoutTurns } from '@isegoria/kernel';
import { counter, type Losses, type ReadText } from './outcome';

/** A text in Markdown as it is, but for what stands above it for other programs, and for its tables, whose rows become paragraphs. */
export function fromMarkdown(typed: string): ReadText {
  const losses: Losses = {};
  const lose = counter(losses);
  const text = typed.replace(/\r\n?/g, '\n').replace(/^---\n(?:\w[\w-]*:.*\n|[ ].*\n|- .*\n)*---\n/, '');
  const lines = text.split('\n');
  for (const { type, map, children } of new MarkdownIt({ html: true }).parse(text, {})) {
    if (type === 'html_block') lose('tags');
    if (type === 'table_open' && map) {
      lose('tables');
      rowsApart(lines, map);
    }
    for (const inside of children ?? []) {
      if (inside.type === 'image') lose('pictures');
      if (inside.type === 'html_inline') lose('tags');
      if (inside.type === 'link_open') lose('links');
      if (inside.type === 's_open') lose('struck');
    }
  }
  const said = lines.map((line) => line.replace(/(?!\t)\p{Cc}/gu, ''));
  const shown = said.map(withoutTurns);
  lose('turns', said.join('').length - shown.join('').length);
  return { markdown: shown.join('\n').trim(), losses };
}

function rowsApart(lines: string[], [from, to]: readonly [number, number]): void {
  for (let row = from; row < to; row += 1) {
    // The second line only says how the columns are aligned.
    const cells = row === from + 1 ? '' : lines[row]!.trim().replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim()).join(' | ');
    lines[row] = cells === '' ? '' : `\n${cells}\n`;
  }
}
