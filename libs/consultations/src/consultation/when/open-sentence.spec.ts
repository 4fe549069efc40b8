import { describe, expect, it } from '@jest/globals';
import { textsIn } from '@isegoria/texts';
import '../consultation.texts';
import { closedAt, openSentence } from './open-sentence.page';

const at = (time: string) => Date.parse(time);
const open = (closesAt: string) => ({ status: 'open' as const, opensAt: '2026-05-01T08:00:00.000Z', closesAt, closedEarlyAt: null });

describe('when something closes', () => {
  /** Nine in the evening in UTC, asked at three in the afternoon. */
  it.each([
    ['UTC', 'Closes today at 21:00 UTC'],
    ['Asia/Amman', 'Open until the end of today'],
    ['Pacific/Kiritimati', 'Closes today at 11:00 GMT+14'],
    ['Asia/Kathmandu', 'Closes tomorrow, 6 May 2026, at 02:45 GMT+5:45'],
    ['America/St_Johns', 'Closes today at 18:30 GMT-2:30'],
  ])('is told by the days of the calendar in %s', (zone, sentence) => {
    expect(openSentence(textsIn('en', zone), open('2026-05-05T21:00:00.000Z'), at('2026-05-05T15:00:00Z'))).toBe(sentence);
  });

  it('is today until midnight, and never a 24th hour', () => {
    const midnight = open('2026-05-05T21:00:00.000Z');
    const sentence = (now: string) => openSentence(textsIn('en', 'Asia/Amman'), midnight, at(now));
    expect(sentence('2026-05-05T20:59:00Z')).toBe('Open until the end of today');
    expect(sentence('2026-05-04T20:59:00Z')).toBe('Closes tomorrow, 5 May 2026');
    expect(sentence('2026-05-02T20:59:00Z')).toBe('Open for 3 more days, until 5 May 2026');
    for (const language of ['en', 'ar', 'fr']) expect(textsIn(language, 'Asia/Amman').dateTime(midnight.closesAt)).not.toMatch(/24:00|٢٤/);
    expect(textsIn('en', 'Asia/Amman').days.clock(at(midnight.closesAt))).toBe('00:00');
    // Half a minute later is another day.
    expect(openSentence(textsIn('en', 'Asia/Amman'), open('2026-05-05T21:00:30.000Z'), at('2026-05-05T20:59:00Z'))).toContain('at 00:00');
  });

  /** Otherwise "until 26 December" is read as the end of a day that has an hour and a half. */
  it('is told with time and zone days before, unless it is the end of that day', () => {
    const sentence = (language: string, zone = 'UTC') =>
      openSentence(textsIn(language, zone), open('2026-05-26T01:24:00.000Z'), at('2026-05-05T15:00:00Z'));
    expect(sentence('en')).toBe('Open for 21 more days, until 26 May 2026 at 01:24 UTC');
    expect(sentence('en', 'America/New_York')).toBe('Open for 20 more days, until 25 May 2026 at 21:24 GMT-4');
    expect(sentence('fr')).toMatch(/^Ouverte encore 21 jours, jusqu’au 26 mai 2026 à 01:24/);
    expect(sentence('ar')).toContain(' في ');
    const midnight = openSentence(textsIn('en'), open('2026-05-27T00:00:00.000Z'), at('2026-05-05T15:00:00Z'));
    expect(midnight).toBe('Open for 21 more days, until 26 May 2026');
  });

  it('counts days of the calendar over a change of the clocks', () => {
    const { days } = textsIn('en', 'Europe/Paris');
    expect(days.between(at('2026-03-28T22:30Z'), at('2026-03-29T22:30Z'))).toBe(2);
    expect(days.between(at('2026-03-29T00:30Z'), at('2026-03-29T21:30Z'))).toBe(0);
  });
});

describe('when something opens', () => {
  const scheduled = { status: 'scheduled' as const, opensAt: '2026-05-05T21:30:00.000Z', closesAt: '2026-05-20T08:00:00.000Z' };

  it.each([
    ['UTC', '2026-05-05T21:10:00Z', 'Opens today at 21:30 UTC'],
    ['Asia/Amman', '2026-05-05T20:10:00Z', 'Opens tomorrow, 6 May 2026, at 00:30 GMT+3'],
    ['UTC', '2026-05-05T21:31:00Z', 'Opens today at 21:30 UTC'],
    ['UTC', '2026-05-03T12:00:00Z', 'Opens on 5 May 2026'],
  ])('is told with the time when it is near: %s, %s', (zone, now, sentence) => {
    expect(openSentence(textsIn('en', zone), scheduled, at(now))).toBe(sentence);
  });
});

describe('when something closed', () => {
  const of = (closesAt: string, closedEarlyAt: string | null) => ({ ...open(closesAt), status: 'decided' as const, closedEarlyAt });
  const now = at('2026-05-10T12:00:00Z');

  it('is the day on which it did, also where that was before its date', () => {
    const sentence = (closesAt: string, early: string | null) => openSentence(textsIn('en'), of(closesAt, early), now);
    expect(sentence('2026-05-06T00:00:00.000Z', null)).toBe('Closed on 5 May 2026');
    expect(sentence('2026-05-20T08:00:00.000Z', '2026-05-07T09:00:00.000Z')).toBe('Closed on 7 May 2026');
    expect(sentence('2026-05-20T08:00:00.000Z', null)).toBe('Closed before its date');
  });

  it('is nothing while it is open', () => {
    expect(closedAt(open('2026-05-20T08:00:00.000Z'), now)).toBeUndefined();
  });
});
