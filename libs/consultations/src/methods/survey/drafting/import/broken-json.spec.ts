import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textsIn } from '@isegoria/texts';
import '../drafting.texts';
import { brokenJson } from './broken-json.pure';
import { importedFrom } from './imported.page';

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

  it.each<[text: string, twice: string, line: number, column: number]>([
    ['{"sections": [], "sections": []}', 'sections', 1, 18],
    ['{"a": {"b": 1},\n "c": [{"🌳": 1, "\\ud83c\\udf33": 2}]}', '🌳', 2, 17],
    ['{"__proto__": 1, "x": 0, "__proto__": 2, "x": 1}', '__proto__', 1, 26],
  ])('is also where an object has a member twice: %j', (text, twice, line, column) => {
    expect(brokenJson(text)).toEqual({ line, column, isEnd: false, twice });
    const told = importedFrom(text, textsIn('en')) as { wrong: string[] };
    expect(told.wrong).toEqual([expect.stringContaining(`“${twice}”`)]);
  });

  it('is not where different objects have members of one name', () => {
    expect(brokenJson('{"a": {"a": 1}, "b": [{"a": 1}, {"a": "a"}], "c": {}, "A": 1}')).toBeUndefined();
  });

  it('is found however deep and long it is', () => {
    expect(brokenJson('['.repeat(300_000))).toEqual({ line: 1, column: 300_001, isEnd: true });
    expect(brokenJson(`["${'\\n'.repeat(300_000)}"]`)).toBeUndefined();
  });

  it('tells what is wrong with what can be read by the words that it is about', () => {
    let when: object = { question: 'q0', isAnswered: true };
    for (let depth = 0; depth < 5; depth++) when = { not: when };
    const asked = { id: 'q1', kind: 'single', text: 'Which way?', isRequired: true };
    const options = ['a', 'b'].map((id) => ({ id, text: `Way ${id}` }));
    const wrongIn = (questions: object[]) =>
      (importedFrom(JSON.stringify({ sections: [{ questions }] }), textsIn('en')) as { wrong: string[] }).wrong;
    expect(wrongIn([{ ...asked, options: null, when: null, quotas: null }])).toEqual(
      ['options', 'quotas', 'when'].map(
        (name) => `sections[0].questions[0].${name} (“Which way?”): it may be left out, but it may not be null`,
      ),
    );
    expect(wrongIn([{ ...asked, options: [...options, { id: 'other', text: 'Way c' }, null] }])).toEqual([
      'sections[0].questions[0].options[3] (“Which way?”): it is missing',
    ]);
    expect(wrongIn([{ ...asked, options, when }])).toEqual([
      'sections[0].questions[0].when.not.not.not.not (“Which way?”): conditions may stand at most 4 deep within each other',
    ]);
    expect(wrongIn([{ ...asked, options: [...options, { id: 'other', text: 'Way c' }] }])).toEqual([
      expect.stringMatching(/^sections\[0\]\.questions\[0\]\.options\[2\]\.id \(“Way c”\): it must have the form/),
    ]);
  });

  it.each(['en', 'ar', 'fr'])('is told in the language of the person: %s', (language) => {
    for (const text of ['{"sections": [}', '{"sections": [', 'x', '{"a": 1, "a": 1}']) {
      const read = importedFrom(text, textsIn(language)) as { wrong: string[] };
      expect(read.wrong).toHaveLength(1);
      expect(read.wrong[0]).not.toMatch(/Unexpected|JSON input|token/);
    }
  });
});
