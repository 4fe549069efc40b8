import { describe, expect, it } from '@jest/globals';
import { dayAfterTyped, dayForField, endOfTypedDay, oddityOf, timeForField, typedTime } from './typed-time';

describe('a time that somebody types', () => {
  it.each([
    ['UTC', '2026-03-01T08:00', '2026-03-01T08:00:00Z'],
    ['Europe/Berlin', '2026-01-15T08:00', '2026-01-15T07:00:00Z'],
    ['Europe/Berlin', '2026-07-15T00:00', '2026-07-14T22:00:00Z'],
    ['Asia/Kathmandu', '2026-07-15T00:00:30', '2026-07-14T18:15:30Z'],
    ['Pacific/Kiritimati', '2026-01-01T00:00', '2025-12-31T10:00:00Z'],
  ])('is one of the zone of the site: %s', (zone, typed, moment) => {
    expect(typedTime(typed, zone)).toBe(moment);
    expect(timeForField(moment, zone)).toBe(typed.slice(0, 16));
    expect(oddityOf(typed, zone)).toBeUndefined();
  });

  it('is the first of two where clocks go back', () => {
    expect(typedTime('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00Z');
    const moments = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'];
    expect(oddityOf('2026-10-25T02:30', 'Europe/Berlin')).toEqual({ kind: 'twice', moments });
    expect(oddityOf('2026-10-25T03:00', 'Europe/Berlin')).toBeUndefined();
  });

  it('counts as if clocks had not gone forward where they skip it', () => {
    expect(typedTime('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z');
    const nearest = ['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z'];
    for (const typed of ['2026-03-29T02:00', '2026-03-29T02:30', '2026-03-29T02:59'])
      expect(oddityOf(typed, 'Europe/Berlin')).toEqual({ kind: 'skipped', moments: nearest });
    expect(typedTime('2026-10-04T02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00Z');
  });

  it('stays exact where the field was left as it stood, also in the second of two equal hours', () => {
    const was = '2026-10-25T01:30:17.250Z';
    expect(timeForField(was, 'Europe/Berlin')).toBe('2026-10-25T02:30');
    expect(typedTime('2026-10-25T02:30', 'Europe/Berlin', was)).toBe(was);
    expect(typedTime('2026-10-25T02:31', 'Europe/Berlin', was)).toBe('2026-10-25T00:31:00Z');
  });

  it.each(['', 'tomorrow', '2026-02-30T08:00', '2026-03-01T25:00', '2026-03-01T08:00:00Z'])(
    'goes on as it is where it is none: %j',
    (typed) => {
      expect(typedTime(typed, 'Europe/Berlin')).toBe(typed);
      expect(oddityOf(typed, 'Europe/Berlin')).toBeUndefined();
    },
  );

  it('is empty where there is none', () => expect(timeForField(null, 'UTC')).toBe(''));
});

describe('a day that somebody types', () => {
  it.each([
    ['UTC', '2026-03-01', '2026-03-01T23:59:59.999Z'],
    ['Pacific/Kiritimati', '2026-03-01', '2026-03-01T09:59:59.999Z'],
    ['Pacific/Pago_Pago', '2026-03-01', '2026-03-02T10:59:59.999Z'],
    ['Europe/Brussels', '2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['Europe/Brussels', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['America/St_Johns', '2026-10-31', '2026-11-01T02:29:59.999Z'],
    ['America/Santiago', '2026-09-05', '2026-09-06T03:59:59.999Z'],
  ])('lasts until it ends in the zone of the site: %s', (zone, typed, moment) => {
    expect(endOfTypedDay(typed, zone)).toBe(moment);
    expect(dayForField(moment, zone)).toBe(typed);
    const next = new Date(Date.parse(moment) + 1).toISOString();
    for (const said of [typed, `${typed}T08:30`]) expect(Date.parse(dayAfterTyped(said, zone))).toBe(Date.parse(next));
  });

  it('is given back where it is none', () => {
    for (const typed of ['2026-02-30', 'tomorrow', '2026-03-01T10:00', '+275760-09-13']) {
      expect(endOfTypedDay(typed, 'UTC')).toBe(typed);
      if (!typed.startsWith('2026-03-01')) expect(dayAfterTyped(typed, 'UTC')).toBe(typed);
    }
    expect(dayForField(undefined, 'UTC')).toBe('');
  });
});
