/** The form says its times in UTC; browsers send them without a zone. */
export function inUtc(local: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) ? `${local}${local.length === 16 ? ':00' : ''}Z` : local;
}

/** A time as such a field shows it; empty where there is none. */
export function utcForField(time: string | null): string {
  return time === null ? '' : new Date(time).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
}

/** A time that was typed; as exact as the one that the field stood for, where that was left as it was. */
export function typedTime(local: string, was: string | null): string {
  return was !== null && local === utcForField(was) ? was : inUtc(local);
}
