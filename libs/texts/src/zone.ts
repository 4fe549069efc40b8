/** A time zone: its IANA name, and what people call it. */
export interface Zone {
  readonly id: string;
  readonly name: string;
}

/** Zones keep their names for years; in winter and summer alike. */
const anyDay = Date.UTC(2026, 0, 1);

/** "Central European Time (Europe/Berlin)": people know the first, and only the second is exact. */
export function zoneNameIn(locale: string, timeZone: string): string {
  const timeZoneName = timeZone === 'UTC' ? 'long' : 'longGeneric';
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(anyDay);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return `${name} (${timeZone})`;
}
