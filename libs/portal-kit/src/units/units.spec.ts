import { describe, expect, it } from '@jest/globals';
import type { UnitView } from '@isegoria/identity';
import { rootUnit, type Language } from '@isegoria/kernel';
import { UnitTree } from './units';

const rules = { needsReview: false, setsReview: false, smallestGroup: 10, answerWithinDays: null, setsAnswerTerm: false };
const unsaid = { reviewVersion: 0, smallestGroupVersion: 0, answerTermVersion: 0 };
const own = { closed: false, ...rules, version: 1, ...unsaid };
const water = `${rootUnit}.1f0c22aa`;
const shores = `${water}.2f0c22aa`;
const units: UnitView[] = [
  { ...own, unit: rootUnit, name: null, names: {}, above: null },
  { ...own, unit: water, name: 'Directorate of Water', names: { fr: 'Direction de l’eau' }, above: rootUnit },
  { ...own, unit: shores, name: 'Shores', names: {}, above: water },
];
const read = (language: Language) => new UnitTree(units, 'Ministry', language);

describe('a unit', () => {
  it('is called as it is in the language of the reader, and by its first name in others', () => {
    expect(read('fr').nameOf(water)).toBe('Direction de l’eau');
    expect(read('ar').nameOf(water)).toBe('Directorate of Water');
    expect(read('fr').wayTo(shores)).toBe('Direction de l’eau › Shores');
    const choices = read('fr').choices(() => true);
    expect(choices.map(({ label }) => label)).toEqual(['Ministry', 'Direction de l’eau', 'Direction de l’eau › Shores']);
  });
});
