import { describe, expect, it } from '@jest/globals';
import type { OfficialAction } from '@isegoria/contracts';
import type { Source } from '../../source/source';
import { actsInTranslation, inTranslation } from './in-translation';

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

  it('of what officials did is in the words of each consultation, also of its parts', async () => {
    const act = { consultationId: 'c', language: 'en', title: 'Buses', activity: 'More time', milestone: 'Buses', reason: 'More time' };
    const untitled = { ...act, title: null, language: null };
    const acts = [act, { ...act, language: 'fr' }, untitled, { ...act, consultationId: null }] as unknown as OfficialAction[];
    expect(await actsInTranslation(source, acts.slice(0, 1), 'fr')).toEqual([
      { ...act, title: 'Bus', activity: 'Plus de temps', milestone: 'Bus', reason: 'Plus de temps' },
    ]);
    expect(await actsInTranslation(source, acts.slice(1), 'fr')).toEqual(acts.slice(1));
  });
});
