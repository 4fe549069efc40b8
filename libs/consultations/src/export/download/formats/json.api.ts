import { Transform } from 'node:stream';

export const jsonType = 'application/json; charset=utf-8';

/** Rows in, a JSON list of objects out, one a line: what was written stands in it as it is, since no program takes it for a formula. */
export function jsonOf(columns: readonly string[]): Transform {
  let before = '[\n';
  return new Transform({
    writableObjectMode: true,
    transform(cells: readonly (string | null)[], _encoding, done) {
      const row = before + JSON.stringify(Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null])));
      before = ',\n';
      done(null, row);
    },
    flush(done) {
      // A list without rows begins here.
      done(null, before === '[\n' ? '[]\n' : '\n]\n');
    },
  });
}
