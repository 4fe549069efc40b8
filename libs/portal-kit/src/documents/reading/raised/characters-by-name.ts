import MarkdownIt from 'markdown-it';
import { partsAroundCode } from '@isegoria/kernel';

const byName = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/gi;
const { unescapeAll } = new MarkdownIt().utils;

/** What would be read as a mark of Markdown, or as a tag. */
const marks = /[\\`*_[\]<>#~|!+=-]/g;
const escaped = /\\[!-/:-@[-`{-~]/g;

/** Characters that are written by a name or a number, such as `&nbsp;`, `&amp;` and `&#8364;`, as themselves. */
export const asWritten = (text: string): string =>
  text.replace(byName, (name) => {
    const character = unescapeAll(name);
    return character === name ? name : character.replace(/[^\S\u00a0]|\p{Cc}/gu, ' ').replace(marks, '\\$&');
  });

/** The lines of a paragraph with such characters as themselves. In code, and behind a backslash, they are no more than their letters. */
export function withCharacters(lines: readonly string[]): string[] {
  const text = lines.join('\0');
  if (!text.includes('&')) return [...lines];
  const held: string[] = [];
  const bare = text.replaceAll('\u0001', '').replace(escaped, (each) => {
    held.push(each);
    return '\u0001';
  });
  const said = partsAroundCode(bare).map((part) => (part.isCode ? part.text : asWritten(part.text)));
  const whole = said.join('').split('\u0001').map((part, index) => part + (held[index] ?? ''));
  return whole.join('').split('\0');
}
