import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import type { AccountState } from '../account/account.decider';
import type { ErasureEvent } from './erasure.contract';

export interface EraseAccountOnce {
  readonly accountId: string;
  readonly by: string;
  /** Null when people erase their own account. */
  readonly reason: string | null;
  /** The account, whose own stream says nothing of its erasure. */
  readonly account: Pick<AccountState, 'origin' | 'granted'>;
}

/** Whether an account was erased, and whether the public log counts it. */
export interface ErasureState {
  readonly erased: boolean;
  readonly publishedIn: string | null;
}

/**
 * An account is erased once and for good. Administrators cannot erase themselves while they hold that role, so the one who erases another
 * always remains.
 */
export const erasureDecider: Decider<ErasureState, EraseAccountOnce, ErasureEvent> = {
  initialState: { erased: false, publishedIn: null },

  evolve(state, { type, data }) {
    switch (type) {
      case 'AccountErased':
        return { ...state, erased: true };
      case 'ErasurePublished':
        return { ...state, publishedIn: data.batch };
      default:
        return unchangedBy(type, state);
    }
  },

  decide({ accountId, by, reason, account: { origin, granted } }, { erased }) {
    if (origin === 'none') throw new Rejection('ACCOUNT_NOT_FOUND');
    if (erased) return [];
    if (accountId === by && granted.some(({ role }) => role === 'administrator')) throw new Rejection('OWN_ADMINISTRATOR_ROLE');
    return [{ type: 'AccountErased', data: { accountId, by, reason } }];
  },
};
