import { registerDecorator } from 'class-validator';

/** The time zones that can be chosen, by their IANA names. */
export const zoneNames: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/**
 * Zones have several names (`Asia/Kolkata` is `Asia/Calcutta` in the list of some releases of Node.js), and another release, with other
 * time-zone data, may not know one that was chosen on this one. Offsets are no names.
 */
export function isZoneName(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (zoneNames.includes(value)) return true;
  if (!/^UTC$|^[A-Z][A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(value)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

/** The zones that can be chosen, among them the one that is chosen already, whatever it is called. */
export const zonesBeside = (chosen: string): readonly string[] =>
  isZoneName(chosen) ? [...new Set([...zoneNames, chosen])].sort() : zoneNames;

/** class-validator decorator: the IANA name of a time zone that this machine knows. */
export function IsZoneName(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isTimeZone',
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: '$property must be the name of a time zone such as Africa/Cairo' },
      validator: { validate: isZoneName },
    });
}
