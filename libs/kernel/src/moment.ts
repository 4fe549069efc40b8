import { registerDecorator } from 'class-validator';

const momentForm = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const dayForm = /^\d{4}-\d\d-\d\d$/;

/** The years that every reader of the log can represent. */
const years = { first: Date.parse('0001-01-01T00:00:00Z'), last: Date.parse('9999-12-31T23:59:59.999Z') };

/**
 * The moment that a text says, in milliseconds since 1970: RFC 3339 with its zone, to the minute at least. NaN for anything else. A day
 * without a time, or a time without a zone, would be another moment for whoever wrote it than for whoever reads it.
 */
export function momentIn(text: unknown): number {
  const day = typeof text === 'string' ? momentForm.exec(text)?.[1] : undefined;
  if (!isDay(day)) return NaN;
  const moment = Date.parse(text as string);
  return moment >= years.first && moment <= years.last ? moment : NaN;
}

/** Whether it is a day of the calendar, such as 2026-10-01. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !dayForm.test(text) || text < '0001') return false;
  // Date.parse takes 30 February for 2 March.
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** class-validator decorator: a moment that means the same to everybody (see {@link momentIn}). */
export function IsMoment(): PropertyDecorator {
  return checked('isMoment', 'a day and a time with its zone', (value) => !Number.isNaN(momentIn(value)));
}

/** class-validator decorator: a day of the calendar, whose zone is known otherwise. */
export function IsDay(): PropertyDecorator {
  return checked('isDay', 'a day of the calendar', isDay);
}

function checked(name: string, what: string, validate: (value: unknown) => boolean): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: `$property must be ${what}` },
      validator: { validate },
    });
}
