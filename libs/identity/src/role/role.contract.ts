import { IsIn, IsUUID } from 'class-validator';
import { command, event, roles, type DomainEvent, type Role } from '@isegoria/kernel';
import { accountStreams } from '../account/account.contract';

export class GrantRole {
  @IsUUID()
  accountId: string;

  @IsIn(roles)
  role: Role;
}

export class RevokeRole extends GrantRole {}
export const grantRole = command(GrantRole, { route: 'PUT /accounts/:accountId/roles/:role', may: 'administer', summary: 'Grant a role' });
export const revokeRole = command(RevokeRole, {
  route: 'DELETE /accounts/:accountId/roles/:role',
  may: 'administer',
  summary: 'Revoke a role',
});
const accountId = 'acc00000-0000-4000-8000-000000000001';
const by = 'ad000000-0000-4000-8000-000000000001';
export type RoleGranted = DomainEvent<'RoleGranted', { accountId: string; role: Role; by: string }>;
export const roleGranted = event<RoleGranted>('RoleGranted', {
  stream: accountStreams,
  says:
    'The account has a further role. An administrator whom the operator of the platform names takes that role itself, as the third event ' +
    'of the account.',
  may: 'administer',
  act: { subject: { account: 'accountId' } },
  sample: { accountId, role: 'moderator', by },
});

export type RoleRevoked = DomainEvent<'RoleRevoked', { accountId: string; role: Role; by: string }>;
export const roleRevoked = event<RoleRevoked>('RoleRevoked', {
  stream: accountStreams,
  says: 'The account has a role no longer.',
  may: 'administer',
  act: { subject: { account: 'accountId' } },
  sample: { accountId, role: 'moderator', by },
});
