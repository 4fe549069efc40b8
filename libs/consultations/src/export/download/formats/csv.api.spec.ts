import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvOf } from './csv.api';

const columns = ['id', '=words', 'reason'];
const hostile = ['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '  =1', 'first\n=1+1\n@x', 'a","=1', 'a;=1', '＝1'];
const split = ['Thanks;=HYPERLINK("http://evil.example";"open")', 'a;"=1', 'a\t=1', 'a, @x', 'a;;\t-1', 'a\n"=1'];
const harmless = ['two\nlines', 'two\r\n\r\nlines', 'a, "b"; c', '', 'مرحبا', 'a = 1', 'a; b = 1, c-d; 5'];
const rows = [...hostile, ...split, ...harmless].map((words, index) => [String(index), words, null]);
const file = async (options = {}) => (await buffer(Readable.from(rows).pipe(csvOf(columns, options)))).toString();
const python = `import csv, io, json, sys
print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode('utf-8-sig'), newline='')))))`;
const hasPython = spawnSync('python3', ['--version']).status === 0;

/** As DuckDB reads a file, told nothing about it but its name, with all cells as text. */
async function readByDuckDb(csv: string): Promise<unknown[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-csv-'));
  const database = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    writeFileSync(join(folder, 'table.csv'), csv);
    const read = await database.runAndReadAll(`SELECT * FROM read_csv('${join(folder, 'table.csv')}', all_varchar = true)`);
    return [read.columnNames(), ...read.getRows().map((row) => row.map((cell) => cell ?? ''))];
  } finally {
    database.closeSync();
    rmSync(folder, { recursive: true });
  }
}

describe('a table as CSV', () => {
  it('has every cell in quotes, and no line that begins like a formula, in its header neither', async () => {
    const csv = await file();
    const cells = parse(csv, {}).flat() as string[];
    for (const line of cells.flatMap((cell) => cell.split(/\r\n|\r|\n/))) expect(line).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    expect(csv.startsWith(`"id","'=words","reason"\r\n"0","'=1+1",""\r\n`)).toBe(true);
    const rows = (parse(csv, { columns: true }) as Record<string, string>[]).slice(hostile.length + split.length);
    expect(rows.map((row) => row["'=words"])).toEqual(harmless);
  });

  it('has no formula either where a spreadsheet splits it at semicolons, commas or tabs, in quotes or not', async () => {
    const csv = await file();
    for (const delimiter of [';', ',', '\t'])
      for (const quote of ['"', false]) {
        const cells = (parse(csv, { delimiter, quote, relax_quotes: true, relax_column_count: true }) as string[][]).flat();
        for (const cell of cells) expect([delimiter, cell]).not.toEqual([delimiter, expect.stringMatching(/^[\s"]*[=+\-@＝＋－＠]/)]);
      }
    const before = performance.now();
    for (const part of ['\t', ';"', ', ', '"', ' ']) await buffer(Readable.from([[part.repeat(100_000)]]).pipe(csvOf(['x'])));
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('begins with a byte order mark where that is asked for', async () => {
    expect([(await file()).startsWith('\ufeff'), await file({ bom: true })]).toEqual([false, `\ufeff${await file()}`]);
  });

  (hasPython ? it : it.skip)(`is read by Python as by others${hasPython ? '' : ' (there is no python3 here)'}`, async () => {
    for (const bom of [false, true]) {
      const { stdout } = spawnSync('python3', ['-c', python], { input: await file({ bom }), encoding: 'utf8' });
      expect(JSON.parse(stdout)).toEqual(parse(await file(), {}));
    }
  });

  it('is read by DuckDB as by others', async () => {
    for (const bom of [false, true]) expect(await readByDuckDb(await file({ bom }))).toEqual(parse(await file(), {}));
  });
});
