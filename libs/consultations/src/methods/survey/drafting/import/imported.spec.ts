import { describe, expect, it } from '@jest/globals';
import { textsIn } from '@isegoria/texts';
import '../drafting.texts';
import { importedFrom } from './imported.page';

describe('what an import says of a file that it cannot read', () => {
  it('names a member that an object has twice', () => {
    const told = importedFrom('{"a": {"b": 1},\n "c": [{"🌳": 1, "\\ud83c\\udf33": 2}]}', textsIn('en')) as { wrong: string[] };
    expect(told.wrong).toEqual([expect.stringContaining('“🌳”')]);
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
