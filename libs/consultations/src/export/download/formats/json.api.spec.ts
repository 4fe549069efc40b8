import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { standings } from '../../../ballot/standing/standing.contract';
import { wordOf } from '../export-word';
import { jsonOf } from './json.api';

const file = async (columns: readonly string[], rows: readonly (readonly (string | null)[])[]) =>
  (await buffer(Readable.from(rows).pipe(jsonOf(columns)))).toString();

describe('a table as JSON', () => {
  it('has an object for each row, with what was written as it is', async () => {
    const words = ['=1+1', 'two\r\nlines', 'a "quoted"', 'مرحبا', '👩🏽\u200d🌾', '\u2028', '', '__proto__'];
    const json = await file(['=id', 'words'], words.map((one, at) => [at === 0 ? null : String(at), one])); // prettier-ignore
    expect(JSON.parse(json)).toEqual(words.map((one, at) => ({ '=id': at === 0 ? null : String(at), words: one })));
    expect(json.split('\n')).toHaveLength(words.length + 3);
  });

  it('is a list without rows as well', async () => expect(JSON.parse(await file(['id'], []))).toEqual([]));
});

describe('a table with words beside its codes', () => {
  const source = join(import.meta.dirname, '../../..');
  const tables = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.read-model.ts'))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .filter((text) => text.includes('isPublic') || text.includes('END AS status'));
  const queried = (text: string) =>
    [...text.matchAll(/CASE (?:(?!CASE|END)[\s\S])*END AS status\b/g)].flatMap(([one]) => [...one.matchAll(/(?:THEN|ELSE) '(\w+)'/g)]);
  const said = (text: string) => [...text.matchAll(/'(\w+)' AS status\b|status: '(\w+)'/g)];
  const inTables = tables.flatMap((text) => [...queried(text), ...said(text)].map(([, one, other]) => (one ?? other)!));
  const codes = new Set<string>([...standings, ...inTables]);

  it('has words for every status', () => {
    expect([...codes]).toEqual(expect.arrayContaining(['shown', 'withdrawn', 'test', 'hidden']));
    expect([...codes].filter((code) => wordOf('status', code, 'en') === null)).toEqual([]);
  });
});
