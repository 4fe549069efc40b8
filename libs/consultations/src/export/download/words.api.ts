import type { Language } from '@isegoria/texts';
import type { Cells } from '../contributions/contribution-tables.read-model';
import type { Contributions } from '../contributions/contributions.read-model';
import { wordOf } from './export-word';

const coded = ['status', 'text_status', 'choice', 'vote', 'assurance'];

/** The same table with what codes mean beside them, in a column of its own. What a code of a newer program means is left empty. */
export function withWords({ columns, rows }: Contributions, language: Language): Pick<Contributions, 'columns' | 'rows'> {
  async function* named(): AsyncGenerator<Cells> {
    for await (const row of rows) {
      yield row.flatMap((cell, index) => (coded.includes(columns[index]!) ? [cell, wordOf(columns[index]!, cell, language)] : [cell]));
    }
  }
  return { columns: columns.flatMap((column) => (coded.includes(column) ? [column, `${column}_words`] : [column])), rows: named() };
}
