import { textsIn, type Language, type MessageKey } from '@isegoria/texts';
import { exportWordsTexts } from './export-words.texts';

/** What a code in a column means; null for a code of a newer program. */
export function wordOf(column: string, code: string | null, language: Language): string | null {
  const key = `exportWord.${column}.${code}`;
  return Object.hasOwn(exportWordsTexts, key) ? textsIn(language).t(key as MessageKey & keyof typeof exportWordsTexts) : null;
}
