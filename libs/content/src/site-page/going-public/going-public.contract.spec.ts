import { describe, expect, it } from '@jest/globals';
import { languages } from '@isegoria/kernel';
import { factsOf, isInWords, sitePageNames, type StatedFacts } from '../facts.contract';
import { goingPublic } from './going-public.contract';

const inAll = Object.fromEntries(languages.map((language) => [language, 'Words']));
const named = { institution: inAll, contactEmail: 'office@ministry.example', staffNeedSecondFactor: null };
const filled = sitePageNames.map((page) => ({
  page,
  facts: Object.fromEntries(factsOf[page].map((fact) => [fact, isInWords(fact) ? inAll : 'partial'])) as StatedFacts,
}));

describe('before a site goes public', () => {
  it('nothing is missing once all is said in every language', () => {
    expect(goingPublic(named, filled)).toEqual({ ready: true, missing: [] });
  });

  it('what only the institution knows is missing, each field by its name and language', () => {
    const { ready, missing } = goingPublic({ institution: { en: 'Ministry' }, contactEmail: null, staffNeedSecondFactor: false }, []);
    expect(ready).toBe(false);
    const ofSettings = missing.filter(({ where }) => where === 'settings').map(({ field }) => field);
    expect(ofSettings).toEqual(['institution.ar', 'institution.fr', 'contactEmail', 'secondFactor']);
    expect(missing).toContainEqual({ where: 'privacy', field: 'controller.fr' });
    expect(missing).toContainEqual({ where: 'accessibility', field: 'examinedOn' });
    expect(missing.map(({ field }) => field)).not.toContain('more.en');
  });

  it('a site without barriers need not describe any', () => {
    const without = (conformity: string) =>
      filled.map((one) => (one.page === 'accessibility' ? { ...one, facts: { ...one.facts, conformity, barriers: undefined } } : one));
    expect(goingPublic(named, without('full')).ready).toBe(true);
    expect(goingPublic(named, without('partial')).missing.map(({ field }) => field)).toEqual(languages.map((l) => `barriers.${l}`));
  });
});
