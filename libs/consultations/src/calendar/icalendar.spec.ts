import { describe, expect, it } from '@jest/globals';
import { calendarFile, type CalendarEntry } from './icalendar';

const made = new Date('2026-05-01T06:07:08.900Z');
const head = { name: 'Calendar – Ministry', address: 'https://portal.example/calendar', language: 'en', made };
const entry: CalendarEntry = {
  id: 'one-opens',
  at: '2026-05-10T08:00:00.000Z',
  summary: 'Opens: Lake park',
  description: 'What should be built?',
  url: 'https://portal.example/consultations/c',
  isCancelled: false,
  changes: 0,
  changedAt: null,
};
/** Lines as RFC 5545 unfolds them. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

describe('a file for calendar programs', () => {
  it('is whole without entries', () => {
    const lines = linesOf(calendarFile(head, []));
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
    expect(lines).toEqual(expect.arrayContaining(['VERSION:2.0', 'PRODID:-//Isegoria//Calendar//EN']));
    expect(lines.some((line) => line.startsWith('METHOD'))).toBe(false);
  });

  it('says each moment in UTC, under its lasting name', () => {
    const lines = linesOf(calendarFile(head, [entry]));
    const said = ['UID:one-opens', 'DTSTAMP:20260501T060708Z', 'DTSTART:20260510T080000Z', 'SEQUENCE:0', 'STATUS:CONFIRMED'];
    expect(lines).toEqual(expect.arrayContaining([...said, 'SUMMARY:Opens: Lake park', 'TRANSP:TRANSPARENT']));
    expect(lines.some((line) => line.startsWith('LAST-MODIFIED'))).toBe(false);
  });

  it('says what was changed, and what is cancelled', () => {
    const lines = linesOf(calendarFile(head, [{ ...entry, isCancelled: true, changes: 3, changedAt: '2026-05-02T00:00:00.000Z' }]));
    const said = ['SEQUENCE:3', 'DTSTAMP:20260502T000000Z', 'LAST-MODIFIED:20260502T000000Z', 'STATUS:CANCELLED'];
    expect(lines).toEqual(expect.arrayContaining(said));
  });

  it('takes no words for lines of its own, and breaks long ones between characters', () => {
    const words = 'Park; lake, \\ and\r\nBEGIN:VEVENT\nUID:forged\rATTACH:https://evil.example';
    const long = 'ماذا نبني على شاطئ البحيرة؟ 🏞️'.repeat(20);
    const file = calendarFile(head, [{ ...entry, summary: words, description: long }]);
    const lines = linesOf(file);
    expect(lines).toContain('SUMMARY:Park\\; lake\\, \\\\ and\\nBEGIN:VEVENT\\nUID:forged\\nATTACH:https://evil.example');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toContain(`DESCRIPTION:${long}`);
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\uFFFD');
    }
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
