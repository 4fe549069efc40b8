import type { Transform } from 'node:stream';
import { stringify } from 'csv-stringify';
import { asText } from '@isegoria/kernel';

/** With the parameters of RFC 4180 and RFC 7111. */
export const csvType = 'text/csv; charset=utf-8; header=present';

/**
 * Rows in, CSV (RFC 4180) out, with the names of the columns first. Every cell is quoted, so that no reader has to guess. A line that a
 * spreadsheet would take for a formula is made text.
 * @param bom whether the file begins with a byte order mark, without which some spreadsheets do not take it for UTF-8
 */
export function csvOf(columns: readonly string[], { bom = false }: { readonly bom?: boolean } = {}): Transform {
  return stringify({
    columns: columns.map(asText),
    header: true,
    record_delimiter: 'windows',
    quoted: true,
    quoted_empty: true,
    bom,
    cast: { string: asText },
  });
}
