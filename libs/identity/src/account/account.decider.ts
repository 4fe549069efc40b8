import { unchangedBy } from '@isegoria/event-sourcing';
import { roles, type AssuranceLevel, type Role } from '@isegoria/kernel';
import type { AccountEvent } from '../contract';

/** What the rules need to know of an account. */
export interface AccountState {
  readonly origin: 'none' | 'registered' | 'imported';
  /** The sealed profile; null for an imported account. */
  readonly profile: string | null;
  /** The confirmation that was asked for last and not given yet. */
  readonly pending: { readonly tokenHash: string; readonly expiresAt: string } | null;
  readonly confirmed: boolean;
  /** The roles that were granted, beyond citizen. */
  readonly granted: readonly Role[];
  /** Nothing follows an erasure. */
  readonly erased: boolean;
}

/** The fold of an `account-<id>` stream, shared by every decider of it. */
export const account = {
  initialState: { origin: 'none', profile: null, pending: null, confirmed: false, granted: [], erased: false } as AccountState,

  evolve(state: AccountState, { type, data }: AccountEvent): AccountState {
    switch (type) {
      case 'AccountRegistered':
        return { ...state, origin: 'registered', profile: data.profile.sealed };
      case 'AccountImported':
        return { ...state, origin: 'imported' };
      case 'EmailConfirmationRequested':
        return { ...state, pending: { tokenHash: data.tokenHash, expiresAt: data.expiresAt } };
      case 'EmailConfirmed':
        return { ...state, pending: null, confirmed: true };
      case 'CredentialReissued':
        return state;
      case 'RoleGranted':
        return { ...state, granted: [...state.granted, data.role] };
      case 'RoleRevoked':
        return { ...state, granted: state.granted.filter((role) => role !== data.role) };
      case 'AccountErased':
        return { ...state, pending: null, granted: [], erased: true };
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

/** Everyone with an account is a citizen, whatever else they are; an erased one is nothing any more. In the order of `roles`. */
export function rolesOf({ granted, erased }: AccountState): Role[] {
  if (erased) return [];
  return roles.filter((role) => role === 'citizen' || granted.includes(role));
}

/** Whether the account has a role beyond citizen. */
export function isStaff({ granted }: AccountState): boolean {
  return granted.length > 0;
}

export function assuranceOf({ origin, confirmed }: AccountState): AssuranceLevel {
  if (origin === 'imported') return 'attested';
  return confirmed ? 'confirmed' : 'unverified';
}
