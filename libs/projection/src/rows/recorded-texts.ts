import type { RecordedText } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';

/**
 * The words again, in order; null where there is nothing to open or the person's key no longer exists. Rows hold sealed texts as they
 * came, so that a destroyed key erases the words here too, at once, and a rebuild gives the same rows.
 */
export async function openTexts(keys: SubjectKeys, texts: readonly (RecordedText | null)[]): Promise<(string | null)[]> {
  const sealed = texts.flatMap((text) => (text && 'sealed' in text ? [text.sealed] : []));
  const opened = (sealed.length > 0 ? await keys.open(sealed) : []).values();
  return texts.map((text) => {
    if (text === null) return null;
    return 'plain' in text ? text.plain : (opened.next().value ?? null);
  });
}
