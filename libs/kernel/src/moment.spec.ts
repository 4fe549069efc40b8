import { describe, expect, it } from '@jest/globals';
import { IsDay, IsMoment, momentIn } from './moment';
import { validated } from './validate';

class Asked {
  @IsMoment() at: string;
  @IsDay() on: string;
}

const right = { at: '2028-02-29T12:00:00Z', on: '2028-02-29' };

/** The fields that are refused, each with why. */
function refused(fields: Partial<Asked>): unknown {
  try {
    validated(Asked, { ...right, ...fields });
  } catch (error) {
    return (error as { details: { field: string; params: { constraint: string } } }).details;
  }
  return undefined;
}

describe('a moment', () => {
  it.each([
    ['to the minute', '2028-02-29T12:00Z', '2028-02-29T12:00:00.000Z'],
    ['with its offset', '2028-02-29T12:00:00+02:00', '2028-02-29T10:00:00.000Z'],
    ['to the millisecond', '2028-02-29T12:00:00.125Z', '2028-02-29T12:00:00.125Z'],
    ['at the end of a day elsewhere', '2028-02-29T23:59:59.999-11:30', '2028-03-01T11:29:59.999Z'],
  ])('is taken %s', (_, at, utc) => {
    expect(refused({ at })).toBeUndefined();
    expect(new Date(momentIn(at)).toISOString()).toBe(utc);
  });

  it.each([
    ['a day alone', '2028-02-29'],
    ['a time without a zone', '2027-03-28T02:30'],
    ['seconds without a zone', '2027-03-28T02:30:00'],
    ['an hour alone', '2027-03-28T02Z'],
    ['a blank before the time', '2027-03-28 02:30Z'],
    ['a week', '2027-W20-1T02:30Z'],
    ['a day of the year', '2027-100T02:30Z'],
    ['the basic form', '20270328T023000Z'],
    ['an offset in hours', '2027-03-28T02:30+02'],
    ['an offset without a colon', '2027-03-28T02:30+0200'],
    ['an offset that is none', '2027-03-28T02:30+24:00'],
    ['30 February', '2028-02-30T12:00Z'],
    ['29 February of another year', '2027-02-29T12:00Z'],
    ['24 hours', '2027-03-28T24:00:00Z'],
    ['a second that no clock here shows', '2027-03-28T23:59:60Z'],
    ['a year of five digits', '+012027-03-28T02:30Z'],
    ['the year before the first', '0001-01-01T00:00+00:01'],
    ['the year after the last', '9999-12-31T23:59:59-00:01'],
    ['a name of a zone', '2027-03-28T02:30[Europe/Brussels]'],
    ['words', 'tomorrow'],
    ['nothing', ''],
    ['a line break', '2027-03-28T02:30Z\n'],
    ['a number', 1_822_000_000_000 as unknown as string],
  ])('is not %s', (_, at) => expect(refused({ at })).toEqual({ field: 'at', params: { constraint: 'isMoment' } }));
});

describe('a day', () => {
  it.each(['2028-02-30', '2027-02-29', '2028-2-9', '2027-W20-1', '2028-02', '2028-02-29T00:00Z', '0000-01-01', ''])('is not %j', (on) =>
    expect(refused({ on })).toEqual({ field: 'on', params: { constraint: 'isDay' } }),
  );
});
