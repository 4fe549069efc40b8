import type { Actor } from '../command-context';
import { Rejection } from '../rejection';
import { isWithin } from '../unit';
import { rolesWith, type Permission } from './permission';

/** Who may use a part of the platform: everybody, or the people who have a permission. */
export type Audience = 'anyone' | Permission;

type Somebody = Pick<Actor, 'roles' | 'lacksSecondFactor' | 'suspension'>;

/**
 * Whether somebody may do something in a unit: by a role held there or above. A visitor without a session may only do what anyone may.
 * @param unit where; absent: in any unit, which is what the gateway asks before the thing, and so its unit, is known
 */
export function may(actor: Somebody | undefined, audience: Audience, unit?: string): boolean {
  if (audience === 'anyone') return true;
  if (!actor) return false;
  if (audience === 'participate') return true;
  // Whatever an office allows adds something to the platform or shows what is not for everybody: while suspended, roles count for nothing.
  if (actor.suspension !== undefined) return false;
  if (audience === 'contribute') return true;
  const allowed: readonly string[] = rolesWith[audience];
  return actor.roles.some((held) => allowed.includes(held.role) && (unit === undefined || isWithin(unit, held.unit)));
}

/** The units in which somebody may do something, each with all below it; empty if there are none, and while the account is suspended. */
export function unitsWhere(actor: Somebody | undefined, permission: Permission): string[] {
  if (permission === 'participate' || permission === 'contribute' || actor?.suspension !== undefined) return [];
  const allowed: readonly string[] = rolesWith[permission];
  return [...new Set((actor?.roles ?? []).flatMap(({ role, unit }) => (allowed.includes(role) ? [unit] : [])))];
}

/**
 * The person who does something that needs a permission.
 * @throws Rejection SIGN_IN_REQUIRED, FORBIDDEN_ROLE, SECOND_FACTOR_REQUIRED or SUSPENDED
 */
export function permitted<Person extends Somebody>(actor: Person | undefined, permission: Permission, unit?: string): Person {
  if (!actor) throw new Rejection('SIGN_IN_REQUIRED');
  if (may(actor, permission, unit)) return actor;
  if (actor.suspension !== undefined) throw new Rejection('SUSPENDED');
  throw new Rejection(actor.lacksSecondFactor ? 'SECOND_FACTOR_REQUIRED' : 'FORBIDDEN_ROLE');
}

/** Stops anybody without the permission. @throws Rejection as {@link permitted} does */
export function mustBePermitted(actor: Somebody | undefined, audience: Audience, unit?: string): void {
  if (audience !== 'anyone') permitted(actor, audience, unit);
}

/** The units of a list that lie in one of them, each with all below it: that one itself, where it lies in one of the list. */
export function narrowedUnits(units: readonly string[], to: string | undefined): string[] {
  if (to === undefined) return [...units];
  return units.some((unit) => isWithin(to, unit)) ? [to] : units.filter((unit) => isWithin(unit, to));
}
