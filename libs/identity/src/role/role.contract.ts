import { IsIn, IsUUID } from 'class-validator';
import { IsUnit, command, event, roles, rootUnit, type DomainEvent, type Role } from '@isegoria/kernel';
import { accountStreams } from '../account/account.contract';

export class GrantRole {
  @IsUUID()
  accountId: string;

  @IsUnit()
  unit: string;

  @IsIn(roles)
  role: Role;
}

export class RevokeRole extends GrantRole {}
export const grantRole = command(GrantRole, {
  route: 'PUT /accounts/:accountId/roles/:unit/:role',
  may: 'administer',
  summary: 'Grant a role in a unit',
});
export const revokeRole = command(RevokeRole, {
  route: 'DELETE /accounts/:accountId/roles/:unit/:role',
  may: 'administer',
  summary: 'Revoke a role in a unit',
});
const accountId = 'acc00000-0000-4000-8000-000000000001';
const by = 'ad000000-0000-4000-8000-000000000001';
export type RoleGranted = DomainEvent<'RoleGranted', { accountId: string; role: Role; unit: string; by: string }>;
export const roleGranted = event<RoleGranted>('RoleGranted', {
  stream: accountStreams,
  says:
    'The account has a further role, in a unit and all below it. An administrator whom the operator of the platform names takes that ' +
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
