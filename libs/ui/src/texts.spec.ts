import { describe, expect, it } from '@jest/globals';
import { directionOf, textsIn } from './texts';

describe('texts', () => {
  it('chooses among the six Arabic plurals', () => {
    const people = (count: number) => textsIn('ar').t('map.people', { count });
    expect([0, 1, 2, 3, 11, 100].map(people)).toEqual(['لا أحد', 'شخص واحد', 'شخصان', '3 أشخاص', '11 شخصاً', '100 شخص']);
  });

  it('says the time zone of every time', () => {
    expect(textsIn('en', 'UTC').dateTime('2026-11-23T16:05:00.000Z')).toBe('23 November 2026 at 16:05 UTC');
    expect(textsIn('en', 'Asia/Amman').dateTime('2026-11-23T16:05:00.000Z')).toContain('19:05');
  });

  it('writes numbers, shares and days as people in the language do', () => {
    expect(textsIn('en').number(48231)).toBe('48,231');
    expect(textsIn('en').percent(0.605)).toBe('61%');
    expect(textsIn('en').date('2026-11-03')).toBe('3 November 2026');
    expect(textsIn('ar').date('2026-11-03')).toContain('نوفمبر');
  });

  it('knows which languages run from the right', () => {
    expect([directionOf('en'), directionOf('ar')]).toEqual(['ltr', 'rtl']);
  });
});
