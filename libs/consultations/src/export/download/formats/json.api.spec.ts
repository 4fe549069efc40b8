import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
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
