/** The words of a citizen are sealed: everybody sees that they were said, and nobody without the key what. */
export type Words = string | { readonly sealed: true };

/** A text is told in so many characters, and so many of each kind: the whole is in --json. */
const longest = 160;
export const mostTold = 50;

export function wordsIn(text: unknown): Words {
  const plain = (text as { plain?: unknown } | undefined)?.plain;
  return typeof plain === 'string' ? plain : { sealed: true };
}

export function inWords(words: Words): string {
  return typeof words === 'string' ? `"${cut(words)}"` : "[sealed under its author's key]";
}

/** In one line, and not too long. */
export function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}...` : line;
}

/** One line where a number is another one than before. */
export function changed(name: string, was: number | undefined, is: number): string[] {
  return is === (was ?? 0) ? [] : [`  ${name}: ${was ?? 0} before, ${is} after`];
}
