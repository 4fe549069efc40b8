import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { drawCard } from './card';

const colour = '#0b5c6b';

describe('a picture of words', () => {
  const drawn = async (title: string, language = 'en') => sharp(await drawCard({ name: 'Ministry', title, language, colour })).metadata();

  it.each([
    ['is of one size for one word', 'Lakes', 'en'],
    ['is of one size for more than there is room for', 'The lake shore '.repeat(40), 'en'],
    ['is of one size for a word that is never broken', 'x'.repeat(400), 'en'],
    ['is of one size for words in the other direction', 'كيف ينبغي استخدام الميناء القديم؟', 'ar'],
    ['is of one size for words that look like markup', '<b>R&D</b> & <span foreground="black" size="900000">x</span>', 'en'],
    ['is of one size for a letter that no font has', '\u{10ffff}', 'en'],
  ])('%s', async (_, title, language) => {
    expect(await drawn(title, language)).toMatchObject({ width: 1200, height: 630, format: 'png' });
  });

  it('differs by its words', async () => {
    const [one, other] = await Promise.all(['One', 'Other'].map((title) => drawCard({ name: 'M', title, language: 'en', colour })));
    expect(one!.equals(other!)).toBe(false);
  });
});
