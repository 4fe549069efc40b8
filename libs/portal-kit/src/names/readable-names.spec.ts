import { describe, expect, it } from '@jest/globals';
import { nameFor, wordsOfNames } from '@isegoria/consultations';
import { languages, textsIn } from '@isegoria/texts';
import { readableName } from './readable-names';
import './names.texts';

const pseudonym = '0000000200000003'.padEnd(32, '0');

describe('what a person is called', () => {
  it.each(languages)('in %s is said with as many different words as there are names', (language) => {
    const { t } = textsIn(language);
    for (const [key, most] of [
      ['names.beings', wordsOfNames.beings],
      ['names.places', wordsOfNames.places],
    ] as const) {
      const words = t(key).split(', ');
      expect([new Set(words).size, words.filter((word) => word.trim() !== word || word === '')]).toEqual([most, []]);
    }
  });

  it('is the same two words at every visit, in the order of the language', () => {
    expect(['en', 'fr', 'ar'].map((language) => readableName(textsIn(language), pseudonym))).toEqual([
      'Mountain Stork',
      'Cigogne de la montagne',
      'لقلق الجبل',
    ]);
  });

  it('has a number where somebody else had the name first', () => {
    expect(readableName(textsIn('en'), pseudonym, 2)).toBe('Mountain Stork 2');
  });

  it('is there for whatever pseudonym', () => {
    for (const odd of ['', 'anna', 'f'.repeat(32)]) {
      const { being, place } = nameFor(odd);
      expect(being >= 0 && being < wordsOfNames.beings && place >= 0 && place < wordsOfNames.places).toBe(true);
    }
  });
});
