import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOfDayAfter, momentAfter, termBetween } from './calendar-term';

const brussels = 'Europe/Brussels';

describe('a term by the calendar', () => {
  it.each([
    ['2026-08-31T06:00:00Z', 6, 0, brussels, '2027-02-28T07:00:00Z'],
    ['2027-08-31T06:00:00Z', 6, 0, brussels, '2028-02-29T07:00:00Z'],
    ['2026-08-31T06:00:00Z', 6, 1, brussels, '2027-03-01T07:00:00Z'],
    ['2026-01-31T07:00:00Z', 1, 0, brussels, '2026-02-28T07:00:00Z'],
    // The same time of day, though a day of 23 or 25 hours lies between.
    ['2026-03-28T07:00:00Z', 0, 1, brussels, '2026-03-29T06:00:00Z'],
    ['2026-10-24T06:00:00Z', 0, 1, brussels, '2026-10-25T07:00:00Z'],
    // A time that is skipped, and one that comes twice.
    ['2026-03-28T01:30:00Z', 0, 1, brussels, '2026-03-29T01:30:00Z'],
    ['2026-10-24T00:30:00Z', 0, 1, brussels, '2026-10-25T00:30:00Z'],
    // Its day is that of the zone: in Greenwich it is September already.
    ['2026-09-01T02:00:00Z', 6, 0, 'America/St_Johns', '2027-03-01T03:00:00Z'],
    ['2026-09-01T06:00:00Z', 6, 0, 'America/Los_Angeles', '2027-03-01T07:00:00Z'],
  ])('is counted by months and then by days: %s, %i months and %i days in %s', (from, months, days, zone, moment) => {
    expect(momentAfter(from, { months, days }, zone)).toBe(moment);
  });

  it.each([
    ['2026-08-31T06:00:00Z', 6, 0, brussels, '2027-02-28T23:00:00Z'],
    ['2026-03-28T07:00:00Z', 0, 1, brussels, '2026-03-29T22:00:00Z'],
    ['2026-10-24T06:00:00Z', 0, 1, brussels, '2026-10-25T23:00:00Z'],
    ['2026-09-01T02:00:00Z', 0, 0, 'America/St_Johns', '2026-09-01T02:30:00Z'],
    // Clocks go forward at midnight: the next day begins at one.
    ['2026-09-05T12:00:00Z', 0, 0, 'America/Santiago', '2026-09-06T04:00:00Z'],
  ])('can end with its day: %s, %i months and %i days in %s', (from, months, days, zone, moment) => {
    expect(endOfDayAfter(from, { months, days }, zone)).toBe(moment);
  });

  it('is what lies between two moments, so that it leads from one to the other again', () => {
    expect(termBetween('2026-03-01T07:00:00Z', '2026-04-30T22:00:00Z', brussels, true)).toEqual({ months: 1, days: 29 });
    expect(termBetween('2026-08-31T06:00:00Z', '2027-02-28T07:00:00Z', brussels)).toEqual({ months: 6, days: 0 });
    expect(termBetween('2026-08-31T06:00:00Z', '2026-09-30T22:00:00Z', brussels, true)).toEqual({ months: 1, days: 0 });
    expect(termBetween('2026-01-30T07:00:00Z', '2026-03-01T07:00:00Z', brussels)).toEqual({ months: 1, days: 1 });
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom('UTC', brussels, 'America/St_Johns', 'America/Los_Angeles', 'Pacific/Apia', 'Asia/Kathmandu');
    fc.assert(
      fc.property(moment, fc.nat({ max: 40 }), fc.nat({ max: 400 }), zones, (date, months, days, zone) => {
        const from = date.toISOString();
        const later = momentAfter(from, { months, days }, zone);
        const end = endOfDayAfter(from, { months, days }, zone);
        // Neither opening nor closing is before the beginning, and the day has an end after every time in it.
        expect(Date.parse(later)).toBeGreaterThanOrEqual(Date.parse(from));
        expect(Date.parse(end)).toBeGreaterThan(Date.parse(later));
        expect(endOfDayAfter(from, termBetween(from, end, zone, true), zone)).toBe(end);
        const again = momentAfter(from, termBetween(from, later, zone), zone);
        expect(endOfDayAfter(again, { months: 0, days: 0 }, zone)).toBe(endOfDayAfter(later, { months: 0, days: 0 }, zone));
        // More of it is never earlier.
        expect(Date.parse(momentAfter(from, { months, days: days + 1 }, zone))).toBeGreaterThan(Date.parse(later) - 1);
        expect(Date.parse(endOfDayAfter(from, { months: months + 1, days }, zone))).toBeGreaterThanOrEqual(Date.parse(end));
      }),
    );
  });
});
