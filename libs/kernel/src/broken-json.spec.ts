import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { brokenJson } from './broken-json';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('where a text stops being JSON', () => {
  it.each<[text: string, line: number, column: number, isEnd: boolean]>([
    ['{"sections": [}', 1, 15, false],
    ['{\n  "sections": [],\n}', 3, 1, false],
    ['{"a": 1}\r\n{', 2, 1, false],
    ['{"a":\n  \'b\'}', 2, 3, false],
    ['{"🌳": nothing}', 1, 7, false],
    ['["a\nb"]', 1, 2, false],
    ['{"sections": [', 1, 15, true],
    ['{"a": 1,\n', 2, 1, true],
    ['# Questions', 1, 1, false],
    ['[1 2]', 1, 4, false],
    ['[01]', 1, 3, false],
    ['{"a": 1, "a": 2', 1, 16, true],
  ])('%j: line %s, column %s', (text, line, column, isEnd) => {
    expect(isJson(text)).toBe(false);
    expect(brokenJson(text)).toEqual({ line, column, isEnd });
  });

  it('is nowhere where it is JSON, and somewhere where it is none', () => {
    const put = fc.constantFrom('', ...'{}[],:"\\0-e.tn \n\u0001');
    const changed = fc.tuple(fc.json(), fc.nat(), put, fc.nat(2)).map(([json, where, put, cut]) => {
      const at = where % (json.length + 1);
      return json.slice(0, at) + put + json.slice(at + cut);
    });
    fc.assert(
      fc.property(fc.oneof(fc.json(), changed), (text) => {
        const broken = brokenJson(text);
        expect(broken === undefined || broken.twice !== undefined).toBe(isJson(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each<[text: string, name: string, field: string, line: number, column: number]>([
    ['{"sections": [], "sections": []}', 'sections', 'sections', 1, 18],
    ['{"a": {"b": 1},\n "c": [[], {"🌳": 1, "\\ud83c\\udf33": 2}]}', '🌳', 'c[1].🌳', 2, 21],
    ['{"__proto__": 1, "x": 0, "__proto__": 2, "x": 1}', '__proto__', '__proto__', 1, 26],
    ['[{"a": {"b": {}, "b": 1}, "a": 1}]', 'b', '[0].a.b', 1, 18],
  ])('is also where an object has a member twice: %j', (text, name, field, line, column) => {
    expect(brokenJson(text)).toEqual({ line, column, isEnd: false, twice: { name, field } });
  });

  it('is not where different objects have members of one name', () => {
    expect(brokenJson('{"a": {"a": 1}, "b": [{"a": 1}, {"a": "a"}], "c": {}, "A": 1}')).toBeUndefined();
  });

  it('is found however deep and long it is', () => {
    expect(brokenJson('['.repeat(300_000))).toEqual({ line: 1, column: 300_001, isEnd: true });
    expect(brokenJson(`["${'\\n'.repeat(300_000)}"]`)).toBeUndefined();
  });
});
