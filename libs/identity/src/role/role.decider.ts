import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, limits, permitted, type Actor, type Role, type UnitStanding } from '@isegoria/kernel';
import { account, isSame, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';
import { isHeldAt } from './role.contract';

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
  /** When a role that is granted ends (UTC). */
  readonly until?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Administrators of a unit, or of one above it, give and take its roles. They cannot take that role from themselves, so the one who takes
 * it from another remains, if they are one at that moment: that is not in this account's events, and the service sees to it.
 */
export const rolesDecider: Decider<AccountState, RolesCommand, AccountEvent> = {
  ...account,

  decide({ type, accountId, role, unit, standing, erased, actor, until, now }, state) {
    const by = permitted(actor, 'administer', unit).accountId;
    if (standing === 'unknown') throw new Rejection('UNIT_NOT_FOUND', { field: 'unit' });
    if (state.origin === 'none') throw new Rejection('ACCOUNT_NOT_FOUND');
    if (erased) throw new Rejection('ACCOUNT_ERASED');
    const standingOne = state.granted.find((held) => isSame(held, { role, unit }) && isHeldAt(held, now));
    if (type === 'GrantRole' && standingOne && standingOne.until === until) return [];
    if (takesOneAway({ type, role, until }) && accountId === by) throw new Rejection('OWN_ADMINISTRATOR_ROLE');
    if (type === 'GrantRole') {
      mustEndInTime(until, now);
      return [{ type: 'RoleGranted', data: { accountId, role, unit, ...(until !== undefined && { until }), by } }];
    }
    return standingOne ? [{ type: 'RoleRevoked', data: { accountId, role, unit, by } }] : [];
  },
};

/** @throws Rejection VALIDATION_FAILED for an end that is over, or that nobody means, such as in the year 9999 */
export function mustEndInTime(until: string | undefined, now: number): void {
  if (until === undefined) return;
  const limit = limits.yearsAhead;
  const latest = new Date(now).getUTCFullYear() + limit;
  if (!(Date.parse(until) > now)) throw new Rejection('VALIDATION_FAILED', { field: 'until', params: { constraint: 'isLater' } });
  if (new Date(until).getUTCFullYear() > latest)
    throw new Rejection('VALIDATION_FAILED', { field: 'until', params: { constraint: 'isNear', limit } });
}

/** Whether it leaves fewer administrators, at once or later: a role with an end is one that will be gone. */
export function takesOneAway({ type, role, until }: Pick<RolesCommand, 'type' | 'role' | 'until'>): boolean {
  return role === 'administrator' && (type === 'RevokeRole' || until !== undefined);
}
