import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Selection } from '../annotation/place.contract';
import { carriedOver, select } from './selection';

const text = 'The air of the city is clean. The air of the village is clean, too.';
const wordsAt = (of: string, { start, end }: Selection) => Array.from(of).slice(start, end).join('');

describe('words that are selected in a paragraph', () => {
  it('are found with what stands around them', () => {
    expect(select(text, 'village')).toEqual({
      exact: 'village',
      prefix: 'e city is clean. The air of the ',
      suffix: ' is clean, too.',
      start: 45,
      end: 52,
    } satisfies Selection);
  });
  it('are found near where they were chosen, and first where that is not known', () => {
    expect(select(text, 'The air')).toMatchObject({ start: 0 });
    expect(select(text, 'The air', 28)).toMatchObject({ start: 30 });
  });
  it('are found whatever their capitals and spaces', () => {
    expect(select(text, '  the  AIR of\nthe city ')).toMatchObject({ exact: 'The air of the city', start: 0, end: 19 });
  });
  it('count characters, of which an emoji is one', () => {
    expect(select('🏛🏛 هواء نظيف', 'نظيف')).toMatchObject({ exact: 'نظيف', start: 8, end: 12 });
  });
  it.each(['', '   ', 'sea', `${text} And more.`])('are nothing where they do not stand there: %p', (words) => {
    expect(select(text, words)).toBeUndefined();
  });
});

describe('a selection that is carried over', () => {
  const of = (words: string, near?: number) => select(text, words, near)!;
  it('moves with what comes before it', () => {
    expect(carriedOver(of('village'), text, `Whereas. ${text}`)).toMatchObject({ exact: 'village', start: 54 });
  });
  it('is lost where its words are changed, and does not go to the same words elsewhere', () => {
    expect(carriedOver(of('The air'), text, text.replace('The air', 'The water'))).toBeUndefined();
    expect(carriedOver(of('village'), text, text.replace('village', 'town'))).toBeUndefined();
  });
  it('is lost where something is put into it', () => {
    expect(carriedOver(of('city is clean'), text, text.replace('city is clean', 'city is very clean'))).toBeUndefined();
  });
  it.each([
    ['just', 'The law is just.', 'The law is unjust.'],
    ['At most 5', 'At most 5 per cent', 'At most 50 per cent'],
    ['At most 5', 'At most 5 per cent', 'At most 5.5 per cent'],
    ['clean', 'The air is clean.', 'The air is cleaner.'],
    ['نظيف', 'هواء نظيف', 'هواء نظيفة'],
    ['air', 'The sea-air', 'The air'],
  ])('is lost where %p becomes a part of another word, or stops being one', (words, before, after) => {
    expect(carriedOver(select(before, words)!, before, after)).toBeUndefined();
  });
  it('stays where a sentence ends or goes on behind it', () => {
    expect(carriedOver(select('It is clean', 'clean')!, 'It is clean', 'It is clean. And more.')).toMatchObject({ exact: 'clean' });
  });
  it('goes with a sentence that changes its place', () => {
    expect(carriedOver(of('village'), text, 'The air of the village is clean, too. The air of the city is clean.')).toMatchObject({
      exact: 'village',
    });
  });

  const word = fc.constantFrom('air', 'clean', 'the', 'city', 'هواء', '🏛', 'of');
  const edit = fc.record({ at: fc.nat(60), remove: fc.nat(3), put: fc.array(word, { maxLength: 3 }) });
  it('stands on the same words after twenty edits, or is lost', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 4, maxLength: 40 }),
        fc.nat(36),
        fc.integer({ min: 1, max: 4 }),
        fc.array(edit, { minLength: 20, maxLength: 20 }),
        (words, from, count, edits) => {
          let now = words.join(' ');
          const chosen = words.slice(Math.min(from, words.length - 1), Math.min(from, words.length - 1) + count).join(' ');
          let carried = select(now, chosen);
          expect(carried).toBeDefined();
          for (const { at, remove, put } of edits) {
            const then = now.split(' ');
            then.splice(Math.min(at, then.length), remove, ...put);
            const next = then.join(' ');
            carried = carried && carriedOver(carried, now, next);
            now = next;
            if (carried) expect(wordsAt(now, carried)).toBe(chosen);
            else break;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
