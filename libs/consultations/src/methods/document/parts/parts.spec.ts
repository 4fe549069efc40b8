import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limits } from '@isegoria/kernel';
import type { PaperBlock } from '../paper/block.contract';
import { allParts, partRead, partsOf } from './parts';

const block = (number: number, text: string, level = 0): PaperBlock => ({
  ...{ id: `p${number}`, kind: level === 0 ? 'paragraph' : 'heading', level, text },
});
/** As many as a text may have, of 190 characters each. */
const full = (word: string) =>
  Array.from({ length: limits.paragraphsMax }, (_, at) => block(at + 1, word.repeat(Math.ceil(190 / word.length)).slice(0, 190)));

describe('the parts in which a text is read', () => {
  it.each([
    ['one byte a character', 'the air ', [500]],
    ['two bytes a character', 'الهواء ', [269, 231]],
    ['characters that HTML has other words for', '"&" <> ', [150, 150, 150, 50]],
  ])('are few for 500 paragraphs of 190 characters in a script of %s', (_, word, lengths) => {
    expect(partsOf(full(word)).map(({ length }) => length)).toEqual(lengths);
  });

  it('are as long as what is read, which may be a translation', () => {
    expect(partsOf(full('the air '), (text) => `${text} ${text}`).length).toBeGreaterThan(1);
  });

  it('begin with the last of the highest headings in the second half of what would fit', () => {
    const blocks = full('الهواء ').map((one, at) => (at % 50 === 0 ? block(at + 1, 'الهواء', at % 100 === 0 ? 1 : 2) : one));
    const [first, second] = partsOf(blocks);
    expect([first![0]!.id, second![0]!.id]).toEqual(['p1', 'p201']);
  });

  it('have every block once, in order, whatever its length', () => {
    const text = fc.record({ level: fc.constantFrom(0, 0, 0, 1, 2), length: fc.constantFrom(1, 200, 4_000, 70_000) });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (all) => {
        const blocks = all.map(({ level, length }, at) => block(at + 1, 'ه'.repeat(length), level));
        const parts = partsOf(blocks);
        expect(parts.flat()).toEqual(blocks);
        expect(parts.every(({ length }) => length > 0)).toBe(true);
        for (const { id } of blocks) if (parts.length > 1) expect(parts[partRead(parts, id)!]!.some((one) => one.id === id)).toBe(true);
      }),
    );
  });

  it('are read from the first where an address names none of them, and all at once where that is asked for', () => {
    const parts = partsOf(full('الهواء '));
    expect([undefined, 'p999', '<script>', 'p269', 'p270', allParts].map((at) => partRead(parts, at))).toEqual([0, 0, 0, 0, 1, undefined]);
    expect(partRead(partsOf(full('the air ')), 'p270')).toBeUndefined();
  });
});
