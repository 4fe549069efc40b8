/** The words of a citizen are sealed: everybody sees that something was said, but without the key nobody sees what. */
export type Words = string | { readonly sealed: true };

/** How many characters of a text are shown, and how many of each kind: --json has all of it. */
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
