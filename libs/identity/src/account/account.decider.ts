import { unchangedBy } from '@isegoria/event-sourcing';
import { roles, type AssuranceLevel, type HeldRole, type Suspension } from '@isegoria/kernel';
import type { AccountEvent } from '../contract';
import { isHeldAt, type GrantedRole } from '../role/role.contract';

/** What the rules need to know about an account. */
export interface AccountState {
  readonly origin: 'none' | 'registered' | 'imported';
  /** How surely the importing office knows the person; null if it does not vouch for anybody. */
  readonly vouchedFor: AssuranceLevel | null;
  /** The sealed profile; null for an imported account. */
  readonly profile: string | null;
  readonly confirmed: boolean;
  /** The roles that were granted and not revoked, each in its unit; some have ended by themselves. */
  readonly granted: readonly GrantedRole[];
  /** The last one, until it is lifted; that it is over at its time nothing records. */
  readonly suspension: Suspension | null;
  /** Nothing follows an erasure. */
  readonly erased: boolean;
}

/** The fold of an `account-<id>` stream, shared by every decider of it, and of the erasure, which is in a stream of its own. */
export const account = {
  initialState: {
    origin: 'none',
    profile: null,
    vouchedFor: null,
    confirmed: false,
    granted: [],
    suspension: null,
    erased: false,
  } as AccountState,

  evolve(state: AccountState, { type, data }: AccountEvent): AccountState {
    switch (type) {
      case 'AccountRegistered':
        return { ...state, origin: 'registered', profile: data.profile.sealed };
      case 'AccountImported':
        return { ...state, origin: 'imported' };
      case 'AccountVouchedFor':
        return { ...state, vouchedFor: data.level };
      case 'ProfileChanged':
        return { ...state, profile: data.profile.sealed };
      case 'EmailConfirmed':
        return { ...state, confirmed: true };
      case 'CredentialReissued':
      case 'SecondFactorReset':
        return state;
      case 'RoleGranted':
        return { ...state, granted: [...state.granted.filter((held) => !isSame(held, data)), grantedBy(data)] };
      case 'RoleRevoked':
        return { ...state, granted: state.granted.filter((held) => !isSame(held, data)) };
      case 'AccountSuspended':
        return { ...state, suspension: { id: data.suspensionId, until: data.until } };
      case 'SuspensionLifted':
        return { ...state, suspension: null };
      case 'AccountErased':
        return { ...state, granted: [], erased: true };
      default:
        return unchangedBy(type, state);
    }
  },
};

/** The events of a confirmation. @param isReissued whether the address confirmed an account before that was erased */
export function confirmationOf(accountId: string, isReissued: boolean): AccountEvent[] {
  const confirmation: AccountEvent = { type: 'EmailConfirmed', data: { accountId } };
  return isReissued ? [confirmation, { type: 'CredentialReissued', data: { accountId } }] : [confirmation];
}

function grantedBy({ role, unit, until }: GrantedRole): GrantedRole {
  return { role, unit, ...(until !== undefined && { until }) };
}

/** The roles that an account holds at a time (milliseconds since 1970), in the order of `roles` and then of units. */
export function rolesOf({ granted }: AccountState, now = Date.now()): HeldRole[] {
  const held = granted.filter((one) => isHeldAt(one, now)).map(({ role, unit }) => ({ role, unit }));
  const inUnits = held.toSorted((one, other) => one.unit.localeCompare(other.unit));
  return roles.flatMap((role) => inUnits.filter((held) => held.role === role));
}

/** Those that end by nobody's leave but another administrator's. */
export function lastingRolesOf({ granted }: AccountState): HeldRole[] {
  return granted.filter(({ until }) => until === undefined);
}

export function isSame(one: HeldRole, other: HeldRole): boolean {
  return one.role === other.role && one.unit === other.unit;
}

/** Whether the account has a role beyond that of a citizen. */
export function isStaff(state: AccountState): boolean {
  return rolesOf(state).length > 0;
}

export function suspensionOf({ suspension }: AccountState, now: Date): Suspension | undefined {
  return suspension !== null && Date.parse(suspension.until) > now.getTime() ? suspension : undefined;
}

export function assuranceOf({ vouchedFor, confirmed }: AccountState): AssuranceLevel {
  return vouchedFor ?? (confirmed ? 'email' : 'anonymous');
}
