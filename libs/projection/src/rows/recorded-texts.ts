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

/**
 * SQL: whether anybody can still read what is sealed, as the vault says at this moment: whoever is erased leaves what waits for officials
 * at once, while the log tells of it weeks later, among others. For work lists alone, since nobody could recount a figure that others see.
 * @param sealed names a column with a sealed text, whose second part says whose key it is under
 */
export const isStillReadable = (sealed: string): string =>
  `EXISTS (SELECT FROM vault.pseudonym AS known WHERE known.pseudonym = split_part(${sealed}, '.', 2))`;

/** The same of a column with a text as it is recorded: words that the office put, or none, are under nobody's key. */
export const isNotErased = (text: string): string => `(${text} ->> 'sealed' IS NULL OR ${isStillReadable(`${text} ->> 'sealed'`)})`;
