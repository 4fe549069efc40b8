import { Finding } from '@isegoria/audit-kit';

/** A place in the log: a position of the event store, or a moment (milliseconds since 1970). Events up to and including it count. */
export type Place = { readonly position: number } | { readonly time: number };

/** An ISO 8601 time with its zone: without one, it would mean another moment on every machine. */
const timeForm = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** @throws Finding cannotRun for a text that is not a place */
export function placeOf(text: string | undefined, option: string): Place | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return { position: Number(text) };
  const time = timeForm.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(time)) return { time };
  throw new Finding('cannotRun', `${option} ${text} is neither a position nor a time such as 2026-10-01T12:00:00Z.`);
}

/** Whether an event is at the place or before it. @param recorded when the log recorded it (UTC) */
export function isUpTo(place: Place, position: number, recorded: string): boolean {
  return 'position' in place ? position <= place.position : Date.parse(recorded) <= place.time;
}

export function placeInWords(place: Place): string {
  return 'position' in place ? `position ${place.position}` : new Date(place.time).toISOString();
}
