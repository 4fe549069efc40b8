import { registerDecorator, type ValidationOptions } from 'class-validator';
import { Rejection } from './rejection';

/**
 * A unit of the tree of offices (ministry, directorate, agency) is named by its way down from the root: `root.1f0c22aa.90b3d7e1`. Its name
 * says what is above it, so nobody has to know the tree to tell whether a role counts there.
 */
export const rootUnit = 'root';

/** How deep the tree may be, the root included. */
export const unitDepthMax = 7;

const unitForm = new RegExp(`^${rootUnit}(\\.[0-9a-f]{8}){0,${unitDepthMax - 1}}$`);

export function isUnit(value: unknown): value is string {
  return typeof value === 'string' && unitForm.test(value);
}

/** Whether a unit is the other one or is below it. */
export function isWithin(unit: string, above: string): boolean {
  return unit === above || unit.startsWith(`${above}.`);
}

/** The unit right above; undefined for the root. */
export function unitAbove(unit: string): string | undefined {
  const end = unit.lastIndexOf('.');
  return end < 0 ? undefined : unit.slice(0, end);
}

/** The nearest unit to which two others both belong, which may be one of them. */
export function commonUnit(one: string, other: string): string {
  return isWithin(other, one) ? one : commonUnit(unitAbove(one) ?? rootUnit, other);
}

/** The status of a unit: `closed` if it, or one above it, is. */
export type UnitStanding = 'open' | 'closed' | 'unknown';

/** Policy: nothing new is started in a closed unit or below one. @throws Rejection UNIT_NOT_FOUND or UNIT_CLOSED */
export function mustBeOpen(standing: UnitStanding): void {
  if (standing === 'unknown') throw new Rejection('UNIT_NOT_FOUND', { field: 'unit' });
  if (standing === 'closed') throw new Rejection('UNIT_CLOSED', { field: 'unit' });
}

/** class-validator decorator: the name of a unit, whether or not there is one of that name. */
export function IsUnit(options?: ValidationOptions): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isUnit',
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: '$property must name a unit, such as root or root.1f0c22aa', ...options },
      validator: { validate: isUnit },
    });
}
