import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

/** What stands in a calendar at a moment. */
export interface CalendarEntry {
  /** Lasting: by it a calendar program knows again what it has. */
  readonly id: string;
  readonly at: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly isCancelled: boolean;
  /** How often its dates were changed. */
  readonly changes: number;
  /** When something about it was last changed; null where nothing was. */
  readonly changedAt: string | null;
}

/** Seconds after which programs that follow the file should read it again. */
export const readAgainAfter = 3600;

/**
 * Entries as a file for calendar programs (RFC 5545), with times in UTC. They take no time of anybody's day: the programs show them as
 * free. It has no METHOD, which would make it an invitation that needs an organizer (RFC 5546).
 * @param made when what it says was read
 */
export function calendarFile(
  { name, address, language, made }: { name: string; address: string; language: string; made: Date },
  entries: readonly CalendarEntry[],
): string {
  const calendar = new ICalCalendar({
    ...{ name, url: address, ttl: readAgainAfter },
    prodId: { company: 'Isegoria', product: 'Calendar', language: language.toUpperCase() },
  });
  const frame = `${calendar.toString()}\r\n`;
  const events = entries.map(({ id, at, summary, description, url, isCancelled, changes, changedAt }) =>
    calendar
      .createEvent({
        ...{ id, summary, description, url, start: new Date(at), sequence: changes },
        stamp: changedAt === null ? made : new Date(changedAt),
        status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        transparency: ICalEventTransparency.TRANSPARENT,
        ...(changedAt !== null && { lastModified: new Date(changedAt) }),
      })
      .toString(),
  );
  const end = frame.lastIndexOf('END:VCALENDAR');
  return frame.slice(0, end) + events.map(folded).join('') + frame.slice(end);
}

const mostBytes = 75;

/**
 * Lines of at most 75 bytes, the rest of each on further ones that begin with a space (RFC 5545). The library does the same in two
 * milliseconds an entry, during which a site would answer nobody.
 */
function folded(lines: string): string {
  return lines.split('\r\n').map(foldedLine).join('\r\n');
}

function foldedLine(line: string): string {
  if (Buffer.byteLength(line) <= mostBytes) return line;
  const parts: string[] = [];
  let [part, bytes] = ['', 0];
  for (const character of line) {
    const size = bytesOf(character.codePointAt(0)!);
    if (bytes + size >= mostBytes) {
      parts.push(part);
      [part, bytes] = ['', 0];
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
