import { textsIn, type Language, type MessageKey } from '@isegoria/texts';
import type { Cells } from '../contributions/contribution-tables.read-model';
import type { Contributions } from '../contributions/contributions.read-model';
import { exportWordsTexts } from './export-words.texts';

const coded = ['status', 'text_status', 'choice', 'assurance'];

/** The same table with what codes mean beside them, in a column of its own. What a code of a newer program means is left empty. */
export function withWords({ columns, rows }: Contributions, language: Language): Pick<Contributions, 'columns' | 'rows'> {
  const { t } = textsIn(language);
  const wordsOf = (column: string, code: string | null) => {
    const key = `exportWord.${column}.${code}`;
    return Object.hasOwn(exportWordsTexts, key) ? t(key as MessageKey & keyof typeof exportWordsTexts) : null;
  };
  async function* named(): AsyncGenerator<Cells> {
    for await (const row of rows)
      yield row.flatMap((cell, index) => (coded.includes(columns[index]!) ? [cell, wordsOf(columns[index]!, cell)] : [cell]));
  }
  return { columns: columns.flatMap((column) => (coded.includes(column) ? [column, `${column}_words`] : [column])), rows: named() };
}
