import { describe, expect, it } from '@jest/globals';
import { languages } from './catalogues';
import { texts, type MessageKey } from './english';
import { directionOf, nameIn, ownNameOf } from './language';
import { textsIn, type MessageValues } from './texts';

const samples = {
  'map.people': '{count, plural, one {# person} other {# people}}',
  'votes.on': 'Your vote on “{what}”: {choice}',
  'sample.untranslated': '{count, plural, =0 {None} one {# thing} other {# things}}',
};
texts(samples);

/** The keys of these samples are no keys of the product. */
const t = (language: string, key: keyof typeof samples, values: MessageValues) => textsIn(language).t(key as MessageKey, values);

describe('texts', () => {
  it('choose among the plurals of the language', () => {
    const people = (language: string, numbers: number[]) => numbers.map((count) => t(language, 'map.people', { count }));
    expect(people('ar', [0, 1, 2, 3, 11, 100])).toEqual(['لا أحد', 'شخص واحد', 'شخصان', '3 أشخاص', '11 شخصًا', '100 شخص']);
    expect(people('fr', [0, 1, 2])).toEqual(['0 personne', '1 personne', '2 personnes']);
    expect(people('fr', [1_000_000])).toEqual(['1\u202f000\u202f000 de personnes']);
  });

  it('say in English, with its plurals, what has no translation', () => {
    expect([0, 1, 2].map((count) => t('ar', 'sample.untranslated', { count }))).toEqual(['None', '1 thing', '2 things']);
  });

  it('are English for a language that the product does not speak', () => {
    expect(textsIn('xx').language).toBe('en');
    expect(t('../../package', 'map.people', { count: 1 })).toBe('1 person');
  });

  it('are declared once, and before they are asked for', () => {
    expect(() => texts({ 'map.people': 'People' })).toThrow('map.people');
    expect(() => textsIn('en').t('nowhere' as MessageKey)).toThrow('nowhere');
  });

  it('say the time zone of every time', () => {
    expect(textsIn('en', 'UTC').dateTime('2026-11-23T16:05:00.000Z')).toBe('23 November 2026 at 16:05 UTC');
    expect(textsIn('fr', 'UTC').dateTime('2026-11-23T16:05:00.000Z')).toBe('23 novembre 2026 à 16:05 UTC');
    expect(textsIn('en', 'Asia/Amman').dateTime('2026-11-23T16:05:00.000Z')).toContain('19:05');
  });

  it.each(languages)('say a time beside its day as they say it alone, in %s', (language) => {
    const { dateTime, clock } = textsIn(language, 'Europe/Brussels');
    for (const at of ['2026-11-23T01:30:00.000Z', '2026-11-23T13:30:00.000Z', '2026-11-22T23:00:00.000Z'])
      expect(dateTime(at)).toMatch(new RegExp(` (at|à|في) ${clock(at).replaceAll('+', '\\+')}$`));
  });

  it.each([
    ['en', 'Europe/Brussels', '2026-10-31T23:00:00.000Z', '31 October 2026 at the end of the day (CET)'],
    ['en', 'Europe/Brussels', '2026-10-24T22:00:00.000Z', '24 October 2026 at the end of the day (CEST)'],
    ['en', 'UTC', '2026-10-31T23:00:00.000Z', '31 October 2026 at 23:00 UTC'],
    ['en', 'Europe/Brussels', '2026-10-31T22:59:59.999Z', '31 October 2026 at the end of the day (CET)'],
    ['en', 'Europe/Brussels', '2026-10-31T23:00:00.001Z', '1 November 2026 at 00:00 CET'],
    // Clocks skip midnight there.
    ['en', 'Africa/Cairo', '2026-04-23T22:00:00.000Z', '23 April 2026 at the end of the day (EET)'],
    ['fr', 'UTC', '2026-11-02T00:00:00.000Z', '1er novembre 2026 à la fin de la journée (UTC)'],
  ])('tell what lasts until a day begins as the end of the day before: %s, %s, %s', (language, zone, at, words) => {
    expect(textsIn(language, zone).deadline(at)).toBe(words);
    expect(textsIn(language, 'Asia/Tokyo', zone).ofSite?.deadline(at, false)).toBe(words.replace(/ \(.*/, ''));
  });

  it('write numbers, shares and days as people in the language do', () => {
    expect(textsIn('en').number(48231)).toBe('48,231');
    expect(textsIn('fr').number(48231)).toBe('48\u202f231');
    expect(textsIn('en').percent(0.605)).toBe('61%');
    expect(textsIn('fr').percent(0.605)).toMatch(/^61[\u00a0\u202f]%$/);
    expect(textsIn('en').date('2026-11-03')).toBe('3 November 2026');
    expect(textsIn('fr').date('2026-11-03')).toBe('3 novembre 2026');
    expect(textsIn('fr').date('2026-11-01')).toBe('1er novembre 2026');
    expect(textsIn('fr').dateTime('2026-11-11T01:00:00.000Z')).toBe('11 novembre 2026 à 01:00 UTC');
    expect(textsIn('en').date('2026-11-01')).toBe('1 November 2026');
    expect(textsIn('ar').date('2026-11-03')).toContain('نوفمبر');
  });
});

describe('what is filled in', () => {
  const voteOn = (language: string, what: string) => t(language, 'votes.on', { what, choice: '+' });

  it('is set apart where it runs in the other direction', () => {
    expect(voteOn('ar', 'Night buses (N1)!')).toContain('«\u2068Night buses (N1)!\u2069»');
    expect(voteOn('en', 'حافلات ليلية')).toContain('“\u2068حافلات ليلية\u2069”');
  });

  it.each([
    ['en', 'Night buses, 2026'],
    ['fr', 'Des bus à l’été'],
    ['ar', 'حافلات ليلية، 2026'],
    ['ar', '2026'],
    ['ar', 'https://participation.example.org/link'],
  ])('stands as it is in %s: %s', (language, what) => {
    expect(voteOn(language, what)).not.toMatch(/[\u2066-\u2069]/);
  });
});

describe('languages', () => {
  it('are English first, and those of the files', () => {
    expect(languages).toEqual(['en', 'ar', 'fr']);
  });

  it('run from the side from which people write them', () => {
    expect(['en', 'fr', 'ar', 'he', 'ckb'].map(directionOf)).toEqual(['ltr', 'ltr', 'rtl', 'rtl', 'rtl']);
  });

  it('have a name of their own, and one in every other', () => {
    expect(['en', 'fr', 'ar'].map(ownNameOf)).toEqual(['English', 'Français', 'العربية']);
    expect([nameIn('en', 'fr'), nameIn('fr', 'ar'), nameIn('ar', 'fr')]).toEqual(['French', 'arabe', 'الفرنسية']);
  });
});
