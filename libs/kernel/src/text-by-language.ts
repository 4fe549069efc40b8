import { MaxLength } from 'class-validator';
import { languages } from '@isegoria/texts';
import { OrAbsent, OrNull } from './contract/fields';
import { IsPlainText } from './plain-text';

/** Words of the institution in the languages that it provided. */
export type TextByLanguage = Readonly<Partial<Record<string, string>>>;

/**
 * The rules for such words as they come in: any of the languages of the product, each with at most `maxLength` characters, or null.
 * @param further rules for the words in each language
 */
export function textByLanguage(
  maxLength: number,
  ...further: readonly PropertyDecorator[]
): new () => Readonly<Record<string, string | null>> {
  const Words = class {};
  for (const language of languages) {
    for (const rule of [OrAbsent(), OrNull(), IsPlainText(), MaxLength(maxLength), ...further]) rule(Words.prototype, language);
  }
  return Words as new () => Record<string, string | null>;
}

/** What was given without the empty languages; null when all are empty. */
export function givenWords(words: Readonly<Record<string, string | null>> | null | undefined): TextByLanguage | null {
  const given = Object.entries(words ?? {}).filter((entry): entry is [string, string] => entry[1] !== null);
  return given.length === 0 ? null : Object.fromEntries(given);
}
