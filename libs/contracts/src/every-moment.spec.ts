import { expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { nestedShape } from '@isegoria/kernel';
import * as declared from './index';

type Shape = Parameters<typeof nestedShape>[0];
interface Asked {
  readonly name: string;
  readonly shape: Shape;
  readonly route?: unknown;
}

const asked = Object.values(declared).filter(
  (value): value is Asked & typeof value => typeof value === 'object' && 'shape' in value && 'may' in value,
);

/** The checks of the fields that somebody sends, with those of the fields within; each class is looked at once. */
function checksOf(shape: Shape, path: string, seen = new Set<Shape>()): { readonly field: string; readonly check: string | undefined }[] {
  if (seen.has(shape)) return [];
  seen.add(shape);
  const checks = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  const within = [...new Set(checks.map(({ propertyName }) => propertyName))].flatMap((property) => {
    const inner = nestedShape(shape, property);
    return inner ? checksOf(inner, `${path}.${property}`, seen) : [];
  });
  return [...checks.map(({ propertyName, name }) => ({ field: `${path}.${propertyName}`, check: name })), ...within];
}

it('whoever sends a moment says its zone: no command or query takes a time that each reads otherwise', () => {
  const checks = asked.flatMap(({ name, shape }) => checksOf(shape, name));
  expect(new Set(checks.filter(({ check }) => check === 'isMoment').map(({ field }) => field))).toEqual(
    new Set([
      ...['opensAt', 'closesAt'].flatMap((name) => [`PublishConsultation.phases.${name}`, `ChangeDates.${name}`]),
      ...['PlanMilestone.dueAt', 'ChangeMilestone.dueAt', 'GrantRole.until', 'InviteStaff.until'],
    ]),
  );
  const loose = ['isIso8601', 'isDateString', 'isRFC3339', 'isDate'];
  expect(checks.filter(({ check }) => check !== undefined && loose.includes(check))).toEqual([]);
});
