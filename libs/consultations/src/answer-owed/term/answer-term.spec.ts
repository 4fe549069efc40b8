import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueOf } from './answer-term.read-model';
import { dueInLog } from './answer-term.recount';

const due = (days: number, endsAt: string, zone: string | null) => new Date(dueOf(days, endsAt, zone)!).toISOString();

describe('the term of an answer', () => {
  it.each([
    // Clocks go forward on 29 March 2026 and back on 25 October: a day of 24 hours ends in another day than the calendar's.
    ['Europe/Brussels', 'over 29 March', '2026-03-16T23:00:00.000Z', 30, '2026-04-15T22:00:00.000Z'],
    ['Europe/Brussels', 'over 25 October', '2026-10-01T22:00:00.000Z', 30, '2026-10-31T23:00:00.000Z'],
    ['Europe/Brussels', 'to the day on which clocks go back', '2026-10-14T22:00:00.000Z', 11, '2026-10-25T23:00:00.000Z'],
    ['Europe/Brussels', 'from an hour within a day', '2026-03-16T14:30:00.000Z', 30, '2026-04-15T22:00:00.000Z'],
    ['America/Sao_Paulo', 'west of UTC', '2026-03-17T03:00:00.000Z', 30, '2026-04-16T03:00:00.000Z'],
    ['America/Sao_Paulo', 'west of UTC, from what is the next day there', '2026-03-17T01:00:00.000Z', 1, '2026-03-18T03:00:00.000Z'],
    ['America/New_York', 'west of UTC, over 8 March', '2026-03-01T05:00:00.000Z', 10, '2026-03-11T04:00:00.000Z'],
    ['Africa/Cairo', 'to a day that begins an hour late', '2026-03-31T22:00:00.000Z', 23, '2026-04-23T22:00:00.000Z'],
    ['Pacific/Apia', 'far east of UTC', '2026-01-31T11:00:00.000Z', 28, '2026-02-28T11:00:00.000Z'],
    ['UTC', 'over the end of February', '2027-02-01T00:00:00.000Z', 28, '2027-03-01T00:00:00.000Z'],
    ['UTC', 'over 29 February', '2028-02-01T00:00:00.000Z', 29, '2028-03-01T00:00:00.000Z'],
  ])('ends with a day of the calendar in %s, %s', (zone, _, endsAt, days, dueAt) => {
    expect([due(days, endsAt, zone), new Date(dueInLog(Date.parse(endsAt), days, zone)).toISOString()]).toEqual([dueAt, dueAt]);
  });

  it('is so many times 24 hours where the publication names no zone', () => {
    expect(due(30, '2026-03-16T23:00:00.000Z', null)).toBe('2026-04-15T23:00:00.000Z');
    expect(dueInLog(Date.parse('2026-03-16T23:00:00.000Z'), 30, null)).toBe(Date.parse('2026-04-15T23:00:00.000Z'));
  });

  it('is the same to whoever counts it anew', () => {
    const zones = ['Europe/Brussels', 'America/Sao_Paulo', 'Africa/Cairo', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
    const moment = fc.integer({ min: Date.UTC(2012), max: Date.UTC(2040) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, fc.integer({ min: 1, max: 730 }), (zone, end, days) => {
        expect(dueInLog(end, days, zone)).toBe(dueOf(days, new Date(end).toISOString(), zone));
      }),
      { numRuns: 300 },
    );
  });
});
