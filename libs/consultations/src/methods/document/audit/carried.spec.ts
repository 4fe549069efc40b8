import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksIn } from '../paper/blocks';
import { carryThrough, notCarriedYet } from '../carrying/carried';
import { select } from '../paper/select.fixture';
import { named, nothingWritten } from '../paper/versions';
import { carryingRules } from '../revision/revision.contract';
import { carriedThrough } from './carried.recount';
import type { PaperVersion } from './paper-texts.recount';

/** Words of both directions, in two scripts at once, of joined emoji and with marks that combine: shadda and fatha, an accent, a keycap. */
const word = fc.constantFrom(
  ...['air', 'clean', 'the:', 'city.', 'of', 'a?', '5', '000', 'هواء', 'المادّةُ', 'و«air»', '\u200f12\u200f'],
  ...['🏛', '👩🏽\u200d⚖️', '🇹🇳', 'é', 'e\u0301te\u0301', '5️⃣'],
);
const paragraph = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
/** What is done to a text: paragraphs are reworded, left out, moved, split, merged, followed by another or have a word made longer. */
const what = fc.constantFrom('reword', 'leave', 'insert', 'move', 'split', 'merge', 'glue', 'double');
const edit = fc.array(fc.record({ at: fc.nat(9), what, from: fc.nat(14), put: paragraph }), { maxLength: 3 });

function edited(paragraphs: readonly string[], edits: readonly { at: number; what: string; from: number; put: string }[]): string[] {
  const texts = [...paragraphs];
  for (const { at, what, from, put } of edits) {
    const index = at % texts.length;
    if (what === 'insert') texts.splice(index, 0, put);
    else if (what === 'leave' && texts.length > 1) texts.splice(index, 1);
    else if (what === 'move') texts.splice(from % texts.length, 0, ...texts.splice(index, 1));
    else if (what === 'double') texts[index] = `${texts[index]}${['. ', ' '][from % 2]}${texts[index]}`.slice(0, 400);
    else if (what === 'merge') texts.splice(index, 2, texts.slice(index, index + 2).join(' '));
    else if (what !== 'leave') {
      const words = texts[index]!.split(' ');
      if (what === 'split') {
        const first = words.splice(0, 1 + (from % words.length)).join(' ');
        texts.splice(index, 1, ...[first, words.join(' ')].filter(Boolean));
        continue;
      }
      if (what === 'glue') words[from % words.length] += ['s', '-', '.5', ',', '’'][from % 5]!;
      else words.splice(from % (words.length + 1), from % 3, ...put.split(' ').slice(0, 2));
      texts[index] = words.join(' ');
    }
  }
  return texts.map((text) => text.trim() || 'air');
}

describe('annotations of a text that is changed twenty times', () => {
  it('stand on the same words or are lost, for the site and for whoever recounts', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 2, maxLength: 6 }),
        fc.array(edit, { minLength: 20, maxLength: 20 }),
        fc.array(fc.constantFrom(...carryingRules), { minLength: 20, maxLength: 20 }),
        fc.array(fc.record({ at: fc.nat(5), from: fc.nat(13), count: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 4 }),
        (first, edits, rules, chosen) => {
          let texts: string[] = first;
          let names = named(blocksIn(texts.join('\n\n')), nothingWritten);
          const versions: PaperVersion[] = [];
          const entry = { position: 0, writtenAt: '', reason: null, follows: [] };
          const keep = () => {
            const carriedBy = rules[versions.length - 1] ?? null;
            versions.push({ ...entry, ...names, carriedBy, version: versions.length + 1, seq: versions.length });
          };
          keep();
          const annotations = chosen.map(({ at, from, count }) => {
            const block = names.blocks[at % names.blocks.length]!;
            const words = block.text.split(' ');
            const exact = words.slice(from % words.length, (from % words.length) + count).join(' ');
            return { paragraph: block.id, version: 1, words: select(block.text, exact)!, replaces: false, leavesOut: false };
          });
          for (const each of edits) {
            texts = edited(texts, each);
            names = named(blocksIn(texts.join('\n\n')), names);
            keep();
          }
          for (const at of annotations) {
            const { place } = carriedThrough(versions, at, 0);
            const { upTo, ...asTheSiteDoes } = carryThrough(versions)(notCarriedYet(at));
            expect(place).toEqual(asTheSiteDoes);
            expect(upTo).toBe(place.lostIn ?? versions.length);
            if (place.lostIn !== null) continue;
            const text = versions.at(-1)!.blocks.find(({ id }) => id === place.paragraph)!.text;
            expect(Array.from(text).slice(place.words!.start, place.words!.end).join('')).toBe(at.words.exact);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
