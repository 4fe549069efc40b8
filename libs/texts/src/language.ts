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
