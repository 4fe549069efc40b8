import type { RecordedText } from '@isegoria/kernel';
import type { Opened, SubjectKeys } from '@isegoria/privacy';

/** What a reader is told of a text: the words, that they were erased, or nothing, since there are none or they are not for this reader. */
export type TextForReader =
  { readonly state: 'open'; readonly text: string; readonly opening: Buffer | null } | { readonly state: 'erased' | 'absent' };

/**
 * Makes a view of each row with its text opened. Rows hold sealed texts as they came, so that a destroyed key erases the words here too,
 * at once, and a rebuild gives the same rows.
 * @param textOf null where there is nothing to open for this reader
 * @throws when a text could not be read: never is it taken for erased then
 */
export async function withTexts<Row, View>(
  keys: SubjectKeys,
  rows: readonly Row[],
  textOf: (row: Row) => RecordedText | null,
  view: (row: Row, text: TextForReader) => View,
): Promise<View[]> {
  const texts = rows.map(textOf);
  const sealed = texts.flatMap((text) => (text && 'sealed' in text ? [text.sealed] : []));
  const opened = (sealed.length > 0 ? await keys.open(sealed) : []).values();
  return rows.map((row, index) => view(row, textForReader(texts[index]!, opened)));
}

function textForReader(text: RecordedText | null, opened: Iterator<Opened>): TextForReader {
  if (text === null) return { state: 'absent' };
  if ('plain' in text) return { state: 'open', text: text.plain, opening: null };
  const next = opened.next();
  if (next.done) throw new Error('There are fewer opened texts than sealed ones.');
  return next.value;
}

/** The words as views have them: null where they were erased, or are not for this reader. */
export function wordsOf(text: TextForReader): string | null {
  return text.state === 'open' ? text.text : null;
}
