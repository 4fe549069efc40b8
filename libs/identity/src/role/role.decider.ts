import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, type Role } from '@isegoria/kernel';
import { account, rolesOf, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';

export interface RolesCommand {
  readonly type: 'GrantRole' | 'RevokeRole';
  readonly accountId: string;
  readonly role: Role;
  readonly by: string;
}

/**
 * Roles beyond citizen come and go; citizen is everyone's and cannot be taken. Administrators cannot take their own role, so that each one
 * who takes it from another is left.
 */
export const rolesDecider: Decider<AccountState, RolesCommand, AccountEvent> = {
  ...account,

  decide({ type, accountId, role, by }, state) {
    if (state.origin === 'none') throw new Rejection('ACCOUNT_NOT_FOUND');
    if (state.erased) throw new Rejection('ACCOUNT_ERASED');
    const hasIt = rolesOf(state).includes(role);
    if (type === 'GrantRole') return hasIt ? [] : [{ type: 'RoleGranted', data: { accountId, role, by } }];
    if (role === 'citizen') throw new Rejection('VALIDATION_FAILED', { field: 'role', params: { constraint: 'isIn' } });
    if (role === 'administrator' && accountId === by) throw new Rejection('OWN_ADMINISTRATOR_ROLE');
    return hasIt ? [{ type: 'RoleRevoked', data: { accountId, role, by } }] : [];
  },
};
