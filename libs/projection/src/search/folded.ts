import type { Language } from '@isegoria/kernel';

/** Letters that are typed one for the other and that Unicode does not take apart: Arabic, Persian, and the Latin ones with a stroke. */
const typedAlike: Readonly<Record<string, string>> = {
  'ٱ': 'ا',
  'ى': 'ي',
  'ی': 'ي',
  'ة': 'ه',
  'ک': 'ك',
  'ß': 'ss',
  'æ': 'ae',
  'œ': 'oe',
  'ø': 'o',
  'ł': 'l',
  'đ': 'd',
  'ı': 'i',
};
const alike = new RegExp(`[${Object.keys(typedAlike).join('')}]`, 'gu');
/** Marks on letters, signs that are not seen (such as those that turn the direction), and the stroke that only lengthens a word. */
const unheard = /[\p{M}\p{Cf}\u0640]/gu;
const digits = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/**
 * Words as they are compared: without case, accents and marks, however they were typed. PostgreSQL could do some of it, but differently
 * for each locale that a database may have been made with.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(unheard, '')
    .replace(alike, (letter) => typedAlike[letter]!)
    .replace(digits, (digit) => String(digit.codePointAt(0)! & 0xf));
}

/** Words of a text as they were written. A mark or a sign that is not seen belongs to its word. */
export const writtenWords = (text: string) => [...text.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}]+/gu)];

/** A word longer than that is cut: no language has one, and PostgreSQL refuses a text for one of 2 KB. */
const longestWord = 60;
const chinese = /\p{Script=Han}+/gu;

/**
 * The words of a text as they are looked up, in their order. Chinese is written without spaces: each two characters beside each other are
 * a word, and so is the last one.
 */
export function searchWords(text: string): string[] {
  const spaced = folded(text).replace(chinese, (run) => ` ${pairs(run).join(' ')} `);
  const words = spaced.replace(/[^\p{L}\p{N}]/gu, ' ').split(' ');
  return words.filter((word) => word !== '').map((word) => cut(word, longestWord));
}

/** Never in the middle of a character. */
const cut = (word: string, most: number) => (word.length <= most ? word : word.slice(0, most).replace(/[\ud800-\udbff]$/, ''));

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

/** Every three letters of a word, with its beginning and its end: words that share many of them are spelled alike. */
export function trigrams(word: string): string[] {
  const letters = [' ', ' ', ...word, ' '];
  return [...new Set(letters.slice(2).map((_, index) => letters.slice(index, index + 3).join('')))];
}

/** The configuration of PostgreSQL's full text for each language, which knows the stems of its words. */
const stemmed: Readonly<Record<string, string>> = { ar: 'arabic', en: 'english', es: 'spanish', fr: 'french' };

/** Words of any other language are compared as they are. */
export const configurationOf = (language: Language): string => stemmed[language] ?? 'simple';

export const configurations: readonly string[] = [...Object.values(stemmed), 'simple'];
