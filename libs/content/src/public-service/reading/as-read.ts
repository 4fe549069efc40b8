import type { Language } from '@isegoria/kernel';
import type { ServiceWords, Weekday } from '../described/described.contract';
import type { ServiceView } from '../public-service.contract';

export interface AsRead {
  readonly words: ServiceWords;
  readonly language: Language;
  /** Of a translation that is older than the words that it was made from. */
  readonly olderOf?: string;
}

/** A service in the reader's language where it is described in that, and otherwise in its own. */
export function asRead({ language, words, translations }: ServiceView, reader: Language): AsRead {
  const translation = translations.find((one) => one.language === reader);
  if (!translation || language === reader) return { words, language };
  const { isOfOlderWords, translatedAt } = translation;
  return { words: translation.words, language: reader, ...(isOfOlderWords && { olderOf: translatedAt }) };
}

/** For a reader: by name. */
export function byName(services: readonly ServiceView[], reader: Language): ServiceView[] {
  const { compare } = new Intl.Collator(reader);
  return [...services].sort((one, other) => compare(asRead(one, reader).words.title, asRead(other, reader).words.title));
}

const mondays: Readonly<Record<Weekday, number>> = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 };

export const nameOfDay = (day: Weekday, reader: Language): string =>
  new Intl.DateTimeFormat(reader, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, mondays[day]));
