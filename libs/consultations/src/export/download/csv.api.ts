import type { Transform } from 'node:stream';
import { stringify } from 'csv-stringify';

/** With the parameters of RFC 4180 and RFC 7111. */
export const csvType = 'text/csv; charset=utf-8; header=present';

/** Blanks before what a spreadsheet takes for the start of a formula: some programs drop them and then calculate. */
const blanksBeforeFormula = /^\s+[=+\-@＝＋－＠]/;

/**
 * Rows in, CSV (RFC 4180) out, with the names of the columns first. A cell that a spreadsheet would take for a formula gets an apostrophe
 * in front, which makes it text: citizens wrote these words, and an official opens them (CSV injection, CWE-1236).
 */
export function csvOf(columns: readonly string[]): Transform {
  return stringify({
    columns: [...columns],
    header: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { string: (text) => (blanksBeforeFormula.test(text) ? `'${text}` : text) },
  });
}
