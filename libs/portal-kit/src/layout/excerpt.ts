/** A heading, quotation or list item at the beginning of a line; bounded, so that each look costs the same. */
const lineMark = /[ \t]{0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])(?=\s)/y;
const emphasis = new Set('*_`~');

/** What search engines show of a page's description, in characters. */
export const descriptionLength = 160;

/**
 * The first words of a Markdown text, without its markup: plain text for a list. Walks once through the text and stops when it has enough,
 * since anybody may have written it: 49,000 opening brackets cost no more than 49,000 letters.
 */
export function plainExcerpt(markdown: string, length = 220): string {
  const plain = wordsOf(markdown, length).trim();
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 40))} …`;
}

/** A little more than `length` characters of it, if there are so many. */
function wordsOf(markdown: string, length: number): string {
  const lastEndOfLink = markdown.lastIndexOf(')');
  let words = '';
  let bracket = -1;
  for (let at = afterLineMark(markdown, 0); at < markdown.length && words.length <= length + 1; at += 1) {
    const character = markdown[at]!;
    if (bracket >= 0 && character === ']' && markdown[at + 1] === '(' && at < lastEndOfLink) {
      words = withoutBracket(words, bracket);
      bracket = -1;
      while (markdown[at] !== ')') at += 1;
    } else if (character.trim() === '') {
      if (words !== '' && !words.endsWith(' ')) words += ' ';
      if (character === '\n') at = afterLineMark(markdown, at + 1) - 1;
    } else if (!emphasis.has(character)) {
      if (character === '[') bracket = words.length;
      words += character;
    }
  }
  return words;
}

function afterLineMark(markdown: string, at: number): number {
  lineMark.lastIndex = at;
  return lineMark.test(markdown) ? lineMark.lastIndex : at;
}

function withoutBracket(words: string, bracket: number): string {
  const before = words.slice(0, bracket);
  return (before.endsWith('!') ? before.slice(0, -1) : before) + words.slice(bracket + 1);
}
