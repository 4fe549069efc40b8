import type { Language } from './catalogues';

export type Direction = 'ltr' | 'rtl';

/** What runtimes after Node 22 have as a method was a property before it. */
type WithTextInfo = Intl.Locale & { getTextInfo?(): { direction: Direction }; textInfo?: { direction: Direction } };

/** Whether people write it from the left or from the right, as Unicode's locale data say. */
export function directionOf(language: Language): Direction {
  const locale = new Intl.Locale(language) as WithTextInfo;
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? 'ltr';
}

/** What its speakers call it, as the entry of a menu: "Français". */
export function ownNameOf(language: Language): string {
  const [first = '', ...others] = nameIn(language, language);
  return first.toLocaleUpperCase(language) + others.join('');
}

/** What a language is called in the middle of a sentence of another one: "français", "French". */
export function nameIn(reader: Language, language: Language): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
}

/** Unicode's locale data write no ordinal, and these languages want one for the first day of a month. */
const firstDays: Readonly<Record<Language, string>> = { fr: '1er' };

/** @param day of the month, as `Intl` writes it */
export function dayIn(language: Language, day: string): string {
  return day === '1' ? (firstDays[language] ?? day) : day;
}

/** Letters by the direction in which they are written. Hebrew, Arabic and the scripts between them in Unicode run from the right. */
const lettersOf: Readonly<Record<Direction, RegExp>> = {
  ltr: /[^\P{Letter}\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u,
  rtl: /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u,
};

/**
 * A value as it can stand within a sentence. One with letters of the other direction is wrapped in Unicode's isolates (UAX 9, 2.4), so that
 * it does not turn round the signs and numbers beside it. An address of a page stays bare: people copy it, and it has a line of its own.
 */
export function isolated(value: string | number, around: Direction): string | number {
  const other = around === 'ltr' ? 'rtl' : 'ltr';
  const isForeign = typeof value === 'string' && lettersOf[other].test(value) && !/^https?:|\n/.test(value);
  return isForeign ? `\u2068${value}\u2069` : value;
}
