import { registerDecorator } from 'class-validator';
import { momentIn } from '@isegoria/kernel';

/** A place in the log: a position, or a moment in whole seconds since 1970, which means the last position recorded at or before it. */
export type PlaceInLog = { readonly position: number } | { readonly second: number };

const positionForm = /^\d{1,15}$/;
const wholeSeconds = /T\d\d:\d\d(:\d\d(\.0+)?)?(Z|[+-])/;

/** Undefined for a text that is not one: a time without a zone would mean another moment on every machine. */
export function placeIn(text: unknown): PlaceInLog | undefined {
  if (typeof text !== 'string') return undefined;
  if (positionForm.test(text)) return { position: Number(text) };
  const time = wholeSeconds.test(text) ? momentIn(text) : NaN;
  return Number.isNaN(time) ? undefined : { second: time / 1_000 };
}

/** class-validator decorator: a log position, or an ISO 8601 time with its zone and in whole seconds. */
export function IsPlaceInLog(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isPlaceInLog',
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: '$property must be a log position, or a time with its zone such as 2026-10-01T12:00:00Z' },
      validator: { validate: (value) => placeIn(value) !== undefined },
    });
}
