/** The form says its times in UTC; browsers send them without a zone. */
export function inUtc(local: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) ? `${local}${local.length === 16 ? ':00' : ''}Z` : local;
}

/** A time as the field shows it; empty if there is none. */
export function utcForField(time: string | null): string {
  return time === null ? '' : new Date(time).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
}

/** A time that was typed; if the field was left unchanged, as exact as the time that it stood for. */
export function typedTime(local: string, was: string | null): string {
  return was !== null && local === utcForField(was) ? was : inUtc(local);
}
