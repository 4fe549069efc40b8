import type { Actor } from '../command-context';
import { Rejection } from '../rejection';
import { rolesWith, type Permission } from './permission';

/** Who may use a part of the platform: everybody, or whoever has a permission. */
export type Audience = 'anyone' | Permission;

/** Whether somebody may do something; a visitor without a session may only do what anyone may. */
export function may(actor: Pick<Actor, 'roles'> | undefined, audience: Audience): boolean {
  if (audience === 'anyone') return true;
  const allowed: readonly string[] = rolesWith[audience];
  return actor?.roles.some((role) => allowed.includes(role)) ?? false;
}

/** The person who does what needs a permission. @throws Rejection SIGN_IN_REQUIRED or FORBIDDEN_ROLE */
export function permitted<Person extends Pick<Actor, 'roles'>>(actor: Person | undefined, permission: Permission): Person {
  if (!actor) throw new Rejection('SIGN_IN_REQUIRED');
  if (!may(actor, permission)) throw new Rejection('FORBIDDEN_ROLE');
  return actor;
}

/** Stops whoever may not. @throws Rejection SIGN_IN_REQUIRED or FORBIDDEN_ROLE */
export function mustBePermitted(actor: Pick<Actor, 'roles'> | undefined, audience: Audience): void {
  if (audience !== 'anyone') permitted(actor, audience);
}
