import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language-of-words';

describe('the language of words', () => {
  it.each([
    ['How should the old harbour be used?', 'en'],
    ['Comment faut-il utiliser le vieux port, et pour qui ?', 'fr'],
    ['كيف ينبغي استخدام الميناء القديم؟', 'ar'],
    ['The bus (خط 4) comes to our street every hour', 'en'],
    ['الحافلة «N1» تصل كل ساعة', 'ar'],
  ])('%s is %s, whatever it is about', (text, language) => {
    expect(languageOf(text)).toBe(language);
    expect(languageOf(text, 'en')).toBe(language);
    expect(languageOf(text, 'fr')).toBe(language);
    expect(languageOf(text, 'ar')).toBe(language);
  });

  it('takes a few words for the language of what they are about, where nothing is against it', () => {
    expect(languageOf('Night buses', 'en')).toBe('en');
    expect(languageOf('Bus de nuit', 'fr')).toBe('fr');
    expect(languageOf('Night buses', 'ar')).toBe('');
    expect(languageOf('Night buses')).toBe('');
  });

  it.each([
    'Der alte Hafen soll ein Park werden, in dem alle Kinder spielen können',
    'El puerto viejo tiene que ser un parque para la gente que vive al lado',
    'De oude haven is een park voor de kinderen van deze stad en dat blijft zo',
    'بندر قدیمی باید یک پارک برای همه کودکان شهر بشود',
    '',
    '12 / 7 – ?',
    'https://example.org/the/and/to/for',
  ])('does not guess: %s', (text) => {
    expect(languageOf(text)).toBe('');
    expect(languageOf(text, 'en')).toBe('');
  });

  it('reads the beginning of a long text only', () => {
    expect(languageOf(`Les rues sont pour nous. ${'– '.repeat(400)}${'This is what they should have. '.repeat(400)}`)).toBe('fr');
  });
});
