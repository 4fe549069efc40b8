import type { TextByLanguage } from '@isegoria/kernel';
import { languages } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import { textOf } from '../form';

/** What the fields for each language say, `names.fr` and so on; one that is empty is left out. */
export function wordsByLanguage(form: FormState, name: string): Readonly<Record<string, string>> {
  const words = languages.map((language) => [language, textOf(form, `${name}.${language}`).trim()]);
  return Object.fromEntries(words.filter(([, text]) => text !== ''));
}

/** The same as the fields of a form, which has one for each language. */
export function fieldsByLanguage(name: string, words: TextByLanguage | null): Readonly<Record<string, string>> {
  return Object.fromEntries(languages.map((language) => [`${name}.${language}`, words?.[language] ?? '']));
}
