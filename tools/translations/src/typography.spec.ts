import { describe, expect, it } from '@jest/globals';
import { typographyFaultsOf } from './typography';

describe('the typography of a message', () => {
  it.each([
    ['en', 'Your vote on “{what}” can’t be changed: {choice}'],
    ['en', 'Hello,\n\nThe link:\n\n{link}\n'],
    ['fr', 'Votre vote sur «\u202f{what}\u202f»\u202f: {choice}, à 12:00'],
    ['fr', '{count, plural, one {# reçu\u202f;} many {# de reçus\u202f;} other {# reçus\u202f;}} voir {link}'],
    ['ar', 'صوتك على «{what}»: {choice}، أليس كذلك؟'],
    ['ar', '{count, plural, zero {لا أحد} one {شخص} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}} هنا'],
    ['de', 'Was sagt „{name}“?'],
  ])('is right in %s: %s', (language, message) => {
    expect(typographyFaultsOf(message, language)).toEqual([]);
  });

  it.each([
    ['en', "It can't be changed", 'straight apostrophe'],
    ['en', 'Two  spaces', 'two spaces'],
    ['en', 'Wait...', 'three points'],
    ['en', 'It ends in a space ', 'ends with a space'],
    ['fr', "L'adresse", 'straight apostrophe'],
    ['fr', 'Le "titre"', 'quotation mark'],
    ['fr', 'Motif : {reason}', 'before a sign'],
    ['fr', '{title}\u00a0; la suite', 'before a sign'],
    ['fr', 'Pourquoi?', 'before a sign'],
    ['fr', '« {title}\u202f»', 'after «'],
    ['ar', 'ما رأيك?', 'Latin comma'],
    ['ar', '{role}, {unit}', 'Latin comma'],
    ['ar', 'الحقل "{field}"', 'quotation mark'],
    ['ar', 'شكراً لك', 'tanwin'],
    ['ar', '{count, plural, zero {لا أحد} one {شخص} two {شخصان} few {# أشخاص} many {# شخصاً} other {# شخص}}', 'tanwin'],
  ])('is marked in %s: %s', (language, message, fault) => {
    expect(typographyFaultsOf(message, language).join()).toContain(fault);
  });
});
