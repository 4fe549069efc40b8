import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, permitted, type Actor, type Role, type UnitStanding } from '@isegoria/kernel';
import { account, isSame, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';

export interface RolesCommand {
  readonly type: 'GrantRole' | 'RevokeRole';
  readonly accountId: string;
  readonly role: Role;
  /** Where the role is held; may be a closed unit, since what was begun there goes on. */
  readonly unit: string;
  readonly standing: UnitStanding;
  /** Whether the account was erased, which its own stream does not say. */
  readonly erased: boolean;
  readonly actor: Actor;
}

/**
 * Administrators of a unit, or of one above it, give and take its roles. They cannot take that role from themselves, so the one who takes
 * it from another remains, if they are one at that moment: that is not in this account's events, and the service sees to it.
 */
export const rolesDecider: Decider<AccountState, RolesCommand, AccountEvent> = {
  ...account,

  decide({ type, accountId, role, unit, standing, erased, actor }, state) {
    const by = permitted(actor, 'administer', unit).accountId;
    if (standing === 'unknown') throw new Rejection('UNIT_NOT_FOUND', { field: 'unit' });
    if (state.origin === 'none') throw new Rejection('ACCOUNT_NOT_FOUND');
    if (erased) throw new Rejection('ACCOUNT_ERASED');
    const hasIt = state.granted.some((held) => isSame(held, { role, unit }));
    if (type === 'GrantRole') return hasIt ? [] : [{ type: 'RoleGranted', data: { accountId, role, unit, by } }];
    if (role === 'administrator' && accountId === by) throw new Rejection('OWN_ADMINISTRATOR_ROLE');
    return hasIt ? [{ type: 'RoleRevoked', data: { accountId, role, unit, by } }] : [];
  },
};
