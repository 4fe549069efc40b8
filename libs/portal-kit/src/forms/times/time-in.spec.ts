import { describe, expect, it } from '@jest/globals';
import { textsIn } from '@isegoria/texts';
import { sentForm } from '../form';
import './times.texts';
import { endForFields, timeIn, timesToAsk } from './time-in';
import { timeForField } from './typed-time';

const zone = 'Europe/Brussels';
const read = (fields: Record<string, string>, was: string | null = null, timeZone = zone) => {
  const form = sentForm({ key: 'k', ...fields });
  const moment = timeIn(form, 'at', timeZone, was);
  return { moment, asked: timesToAsk(form, textsIn('en', timeZone)) };
};

describe('a time in a form', () => {
  it('that clocks show twice is asked about, until somebody says which is meant', () => {
    expect(read({ at: '2026-10-25T02:30' }).asked).toEqual([
      { field: 'at', message: expect.stringMatching(/25 October 2026 at 02:30 CEST.* or .*25 October 2026 at 02:30 CET/) },
    ]);
    expect(read({ at: '2026-10-25T02:30', atWhich: 'neither' }).asked).toHaveLength(1);
    expect(read({ at: '2026-10-25T02:30', atWhich: 'earlier' })).toEqual({ moment: '2026-10-25T00:30:00Z', asked: [] });
    expect(read({ at: '2026-10-25T02:30', atWhich: 'later' })).toEqual({ moment: '2026-10-25T01:30:00Z', asked: [] });
  });

  it('is one of the zone that its form named, although the page has another one by now', () => {
    const typed = { at: '2027-08-31T08:00', atReadIn: zone };
    expect(read(typed, null, 'America/Los_Angeles').moment).toBe('2027-08-31T06:00:00Z');
    expect(read({ ...typed, atReadIn: 'Nowhere' }, null, 'America/Los_Angeles').moment).toBe('2027-08-31T15:00:00Z');
    const was = '2027-08-31T06:00:17.250Z';
    expect(read(typed, was, 'America/Los_Angeles').moment).toBe(was);
  });

  it('that clocks skip is not taken, and the nearest are told', () => {
    for (const which of ['', 'later']) {
      const { asked } = read({ at: '2026-03-29T02:30', atWhich: which });
      const message = expect.stringMatching(/29 March 2026 at 01:59 CET.* and .*29 March 2026 at 03:00 CEST/);
      expect(asked).toEqual([{ field: 'at', message }]);
    }
  });

  it.each([
    [zone, '2026-10-25T01:30:17.250Z'],
    [zone, '2026-10-25T00:30:17.250Z'],
    ['America/St_Johns', '2026-11-01T03:45:10.000Z'],
    ['America/New_York', '2026-11-01T06:30:59.999Z'],
    ['Pacific/Pago_Pago', '2026-03-29T02:30:01.000Z'],
  ])('that is saved as it stood shifts by nothing: %s %s', (timeZone, was) => {
    const at = timeForField(was, timeZone);
    expect(read({ at }, was, timeZone)).toEqual({ moment: was, asked: [] });
  });

  it('is the other one of two where that is chosen, and stays exact where the same is', () => {
    const was = '2026-10-25T01:30:17.250Z';
    expect(read({ at: '2026-10-25T02:30', atWhich: 'later' }, was).moment).toBe(was);
    expect(read({ at: '2026-10-25T02:30', atWhich: 'earlier' }, was).moment).toBe('2026-10-25T00:30:00Z');
  });

  it.each([
    [zone, '2026-10-31T23:00:00.000Z', '2026-10-31T23:59'],
    [zone, '2026-10-25T23:00:00.000Z', '2026-10-25T23:59'],
    ['America/New_York', '2026-11-02T05:00:00.000Z', '2026-11-01T23:59'],
    // There clocks skip midnight: the day begins at one.
    ['Africa/Cairo', '2026-04-23T22:00:00.000Z', '2026-04-23T23:59'],
  ])('that is the end of a day stands as that day, the whole of it, and shifts by nothing: %s %s', (timeZone, was, at) => {
    const fields = endForFields('at', was, timeZone);
    expect(fields).toEqual({ at, atAllDay: 'yes' });
    const said = read(fields, was, timeZone);
    expect([Date.parse(said.moment), said.asked]).toEqual([Date.parse(was), []]);
    expect(read(fields, null, timeZone)).toEqual(said);
    // Somebody who takes the tick away means the time that is shown.
    expect(Date.parse(read({ at }, was, timeZone).moment)).toBe(Date.parse(was) - 60_000);
    const later = new Date(Date.parse(was) + 1).toISOString();
    expect(endForFields('at', later, timeZone)).toEqual({ at: timeForField(later, timeZone) });
    expect(endForFields('at', null, timeZone)).toEqual({ at: '' });
  });

  it('is the end of its day where the whole day is meant, whatever clocks do on it', () => {
    for (const at of ['2026-10-25T02:30', '2026-10-25T08:00', '2026-10-25'])
      expect(read({ at, atAllDay: 'yes' })).toEqual({ moment: '2026-10-25T23:00:00Z', asked: [] });
    expect(read({ at: '2026-03-29T02:30', atAllDay: 'yes' })).toEqual({ moment: '2026-03-29T22:00:00Z', asked: [] });
    expect(read({ at: '', atAllDay: 'yes' }).moment).toBe('');
    expect(read({ at: '2026-08-31T08:00', atAllDay: 'yes' }, null, 'America/St_Johns').moment).toBe('2026-09-01T02:30:00Z');
  });
});
