import { describe, expect, it } from '@jest/globals';
import type { Source } from '../../source/source';
import { inTranslation } from './in-translation';

const texts = [
  { of: 'Buses', text: 'Bus' },
  { of: 'All has been said.', text: 'Tout est dit.' },
  { of: 'More time', text: 'Plus de temps' },
];
const source = { optional: () => Promise.resolve(JSON.stringify({ language: 'fr', texts })) } as unknown as Source;
const translated = { id: 'c', language: 'en', translations: [{ language: 'fr', title: 'Bus', summary: null, pictureAlt: null }] } as const;
const answer = {
  ...{ id: 'Buses', title: 'Buses', closedEarlyReason: 'All has been said.' },
  ...{ dateChanges: [{ reason: 'More time' }], cancellation: { reason: 'Never translated' }, note: 'More time' },
};

describe('what a page in another language says', () => {
  it('is what the office translated, reasons and notes as well, and the original of everything else', async () => {
    const say = await inTranslation(source, translated, 'fr');
    expect(say(answer)).toEqual({
      ...{ id: 'Buses', title: 'Bus', closedEarlyReason: 'Tout est dit.' },
      ...{ dateChanges: [{ reason: 'Plus de temps' }], cancellation: { reason: 'Never translated' }, note: 'Plus de temps' },
    });
  });

  it('is the original where the office translated nothing into it', async () => {
    expect((await inTranslation(source, translated, 'ar'))(answer)).toBe(answer);
  });
});
