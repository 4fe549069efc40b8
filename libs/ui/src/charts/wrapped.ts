/** Widths in ems of what is far from the usual letter. */
const narrow = /[ iljtfrI.,;:'’!|()[\]-]/u;
const wide = /[mwMW@%—…]|\p{Lu}/u;
const square = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** How wide a text is about, in ems: a picture is drawn where nobody can measure its letters. */
export function widthInEms(text: string): number {
  let width = 0;
  for (const letter of text) width += square.test(letter) ? 1.05 : narrow.test(letter) ? 0.36 : wide.test(letter) ? 0.8 : 0.58;
  return width;
}

/** A text in lines that are no wider than `ems`, broken between words; a word that is wider is broken in itself. Nothing is left out. */
export function wrapped(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word) => broken(word, ems))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthInEms(longer) > ems) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function broken(word: string, ems: number): string[] {
  if (widthInEms(word) <= ems) return [word];
  const parts = [''];
  for (const { segment } of letters.segment(word)) {
    if (widthInEms(parts.at(-1)! + segment) > ems && parts.at(-1) !== '') parts.push('');
    parts[parts.length - 1] += segment;
  }
  return parts;
}
