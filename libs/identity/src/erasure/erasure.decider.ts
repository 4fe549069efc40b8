import type { Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { account, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';

export interface EraseAccountOnce {
  readonly accountId: string;
  readonly by: string;
  /** Null when people erase their own account. */
  readonly reason: string | null;
}

/**
 * An account is erased once and for good. Administrators cannot erase themselves while they hold that role, so the one who erases another
 * always remains.
 */
export const erasureDecider: Decider<AccountState, EraseAccountOnce, AccountEvent> = {
  ...account,

  decide({ accountId, by, reason }, { origin, erased, granted }) {
    if (origin === 'none') throw new Rejection('ACCOUNT_NOT_FOUND');
    if (erased) return [];
    if (accountId === by && granted.some(({ role }) => role === 'administrator')) throw new Rejection('OWN_ADMINISTRATOR_ROLE');
    return [{ type: 'AccountErased', data: { accountId, by, reason } }];
  },
};
