import { asText } from '@isegoria/kernel';

type Cell = string | number | boolean | null | readonly string[];
export type CsvRow = Readonly<Record<string, Cell>>;

/** With the parameters of RFC 4180 and RFC 7111. */
export const csvType = 'text/csv; charset=utf-8; header=present';

/** CSV (RFC 4180), every cell quoted, with the names of the columns first. What a spreadsheet would take for a formula is made text. */
export function asCsv(rows: readonly CsvRow[]): string {
  return [Object.keys(rows[0] ?? { id: null }), ...rows.map((row) => Object.values(row))].map(csvLine).join('');
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(value: Cell): string {
  const text = Array.isArray(value) ? value.join('\n') : String(value ?? '');
  return `"${asText(text).replaceAll('"', '""')}"`;
}
