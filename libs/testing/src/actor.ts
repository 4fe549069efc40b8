import { randomUUID } from 'node:crypto';
import { rootUnit, type Actor, type Role } from '@isegoria/kernel';

/** Somebody with roles in a unit. */
export const actorIn = (unit: string, ...roles: Role[]): Actor => ({
  accountId: randomUUID(),
  roles: roles.map((role) => ({ role, unit })),
  assurance: 'email',
});

/** Somebody with roles in the root, and so everywhere; without any: a citizen. */
export const actor = (...roles: Role[]): Actor => actorIn(rootUnit, ...roles);
