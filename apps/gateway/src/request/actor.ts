import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Rejection, type Actor, type Role } from '@isegoria/contracts';

/** A request whose session was looked up before its handler runs; see reading.ts. */
export type ReadingRequest = Request & { actor?: Actor };

/** Parameter decorator: the person who reads, undefined for a visitor. */
export const Reader = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<ReadingRequest>().actor);

/** Who sees what is not published yet. */
export const offices: readonly Role[] = ['official', 'administrator'];
/** Who sees what awaits or failed moderation. */
export const moderation: readonly Role[] = ['moderator', 'administrator'];

export function hasRole(actor: Actor | undefined, roles: readonly Role[]): boolean {
  return actor?.roles.some((role) => roles.includes(role)) ?? false;
}

/** The reader of what needs an account. @throws Rejection SIGN_IN_REQUIRED */
export function signedInReader(actor: Actor | undefined): Actor {
  if (!actor) throw new Rejection('SIGN_IN_REQUIRED');
  return actor;
}

/** The reader of what only some roles may see. @throws Rejection SIGN_IN_REQUIRED or FORBIDDEN_ROLE */
export function readerWithRole(actor: Actor | undefined, roles: readonly Role[]): Actor {
  const reader = signedInReader(actor);
  if (!hasRole(reader, roles)) throw new Rejection('FORBIDDEN_ROLE');
  return reader;
}
