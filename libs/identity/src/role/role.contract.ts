import { IsIn, IsUUID } from 'class-validator';
import { IsMoment, IsUnit, OrAbsent, command, event, roles, rootUnit, type DomainEvent, type HeldRole, type Role } from '@isegoria/kernel';
import { accountStreams } from '../account/account.contract';

export class RevokeRole {
  @IsUUID()
  accountId: string;

  @IsUnit()
  unit: string;

  @IsIn(roles)
  role: Role;
}

export class GrantRole extends RevokeRole {
  /** When it ends by itself (UTC); it does not when this is absent. Another end takes the place of the one before. */
  @OrAbsent()
  @IsMoment()
  until?: string;
}
/** A role as it was given: with its end, where it has one. */
export interface GrantedRole extends HeldRole {
  readonly until?: string;
}

/** Whether a role has not ended by a time (milliseconds since 1970). */
export function isHeldAt({ until }: Pick<GrantedRole, 'until'>, time: number): boolean {
  return until === undefined || Date.parse(until) > time;
}

/** What makes a new version of the roles of an account. */
export const newRoles = ['RoleGranted', 'RoleRevoked'];

export const grantRole = command(GrantRole, {
  route: 'PUT /accounts/:accountId/roles/:unit/:role',
  may: 'administer',
  summary: 'Grant a role in a unit, for good or until a time',
  versionedBy: newRoles,
});
export const revokeRole = command(RevokeRole, {
  route: 'DELETE /accounts/:accountId/roles/:unit/:role',
  may: 'administer',
  summary: 'Revoke a role in a unit',
  versionedBy: newRoles,
});
const accountId = 'acc00000-0000-4000-8000-000000000001';
const by = 'ad000000-0000-4000-8000-000000000001';
export type RoleGranted = DomainEvent<'RoleGranted', { accountId: string; role: Role; unit: string; until?: string; by: string }>;
export const roleGranted = event<RoleGranted>('RoleGranted', {
  stream: accountStreams,
  says:
    'The account has a role, in a unit and all below it; with `until`, it ends by itself then (UTC). Given again with another end, that ' +
    'end counts. An administrator whom the operator of the platform names takes that ' +
    'role itself, as the third event of the account.',
  may: 'administer',
  act: { subject: { account: 'accountId' } },
  sample: { accountId, role: 'moderator', unit: rootUnit, by },
});

export type RoleRevoked = DomainEvent<'RoleRevoked', { accountId: string; role: Role; unit: string; by: string }>;
export const roleRevoked = event<RoleRevoked>('RoleRevoked', {
  stream: accountStreams,
  says: 'The account has a role in a unit no longer.',
  may: 'administer',
  act: { subject: { account: 'accountId' } },
  sample: { accountId, role: 'moderator', unit: rootUnit, by },
});
