import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { merged, safeColumns, safeThings, smallGroups, sumOf, type Table } from './safe-tables.pure';

/** Every table of three rows and columns with these sums. */
function* tablesWith(rows: readonly number[], columns: readonly number[]): Generator<Table> {
  const [first, second, third] = columns as [number, number, number];
  const rowsOf = function* (sum: number): Generator<number[]> {
    for (let one = 0; one <= sum; one++) for (let other = 0; one + other <= sum; other++) yield [one, other, sum - one - other];
  };
  for (const one of rowsOf(rows[0]!))
    for (const other of rowsOf(rows[1]!)) {
      const last = [first - one[0]! - other[0]!, second - one[1]! - other[1]!, third - one[2]! - other[2]!];
      if (last.every((n) => n >= 0)) yield [one, other, last];
    }
}

const inRows = (cells: readonly number[], width: number): Table =>
  Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width));
const columnSums = (table: Table) => table[0]!.map((_, column) => sumOf(table.map((row) => row[column]!)));

describe('figures of people by two questions', () => {
  it('leave nobody a way to work out one that is below the threshold', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 9, maxLength: 9 }), fc.integer({ min: 2, max: 4 }), (cells, least) => {
        const published = (table: Table) => {
          const rows = smallGroups(table.map(sumOf), least);
          const columns = safeColumns(table, rows, least);
          return table.map((row, at) => row.map((n, column) => (rows.has(at) || columns.has(column) ? null : n)));
        };
        const table = inRows(cells, 3);
        const seen = published(table);
        // What the results of everybody say stands beside it, and what follows from that alone is no secret of this table.
        const likely = [...tablesWith(table.map(sumOf), columnSums(table))];
        const possible = likely.filter((one) => seen.every((row, at) => row.every((n, column) => n === null || one[at]![column] === n)));
        const isOneOf = (tables: readonly Table[], at: number, column: number) => new Set(tables.map((one) => one[at]![column])).size === 1;
        table.forEach((row, at) =>
          row.forEach((n, column) => {
            if (n >= least || isOneOf(likely, at, column)) return;
            if (isOneOf(possible, at, column)) throw new Error(`${JSON.stringify(table)} tells ${n} in row ${at}, column ${column}`);
          }),
        );
      }),
      { numRuns: 300 },
    ));

  it('say nothing of few people in sums of what is left out either', () =>
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 5 })
          .chain((width) => fc.array(fc.array(fc.nat(40), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 })),
        (table) => {
          const rows = smallGroups(table.map(sumOf), 10);
          const columns = safeColumns(table, rows, 10);
          for (const row of merged(table, rows)) {
            if (sumOf(row) === 0) continue;
            const hidden = sumOf(row.filter((_, column) => columns.has(column)));
            const figures = [...row.filter((_, column) => !columns.has(column)), hidden];
            const isEverything = columnSums(table).every((n, column) => n === 0 || columns.has(column));
            const wrong = figures.find((n, at) => n > 0 && n < 10 && !isEverything && (at < figures.length - 1 || columns.size > 0));
            if (wrong !== undefined) throw new Error(`${JSON.stringify(table)} gives ${wrong} away`);
          }
        },
      ),
    ));

  it('tell neither who named a thing nor who did not, where those are few', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 8, maxLength: 8 }), (cells) => {
        // Two rows; in each, people who named nothing, one thing, the other, or both.
        const people = inRows(cells, 4);
        const table = people.map(([, one, other, both]) => [one! + both!, other! + both!]);
        const answered = people.map(([, ...named]) => sumOf(named));
        const rows = smallGroups(people.map(sumOf), 10);
        const hidden = safeThings(table, answered, people.map(sumOf), rows, 10);
        table.forEach((row, at) =>
          row.forEach((n, thing) => {
            if (rows.has(at) || hidden.has(thing) || columnSums(table)[thing] === 0 || sumOf(people[at]!) === 0) return;
            const isEverybodys = columnSums(table)[thing] === sumOf(answered);
            if (n < 10 || (answered[at]! - n < 10 && !isEverybodys)) throw new Error(`${JSON.stringify(people)} tells ${n}`);
          }),
        );
      }),
    ));
});
