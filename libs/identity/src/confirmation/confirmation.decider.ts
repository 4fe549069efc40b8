import type { Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { account, confirmationOf, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';

export interface ConfirmOnce {
  readonly accountId: string;
  /** The profile, sealed under the key that lasts. */
  readonly sealedProfile: string;
  readonly isReissued: boolean;
  /** Which is in a stream of its own. */
  readonly erased: boolean;
}

/** An account is confirmed once, and is the person's from then on. */
export const confirmationDecider: Decider<AccountState, ConfirmOnce, AccountEvent> = {
  ...account,

  decide({ accountId, sealedProfile, isReissued, erased }, { origin, confirmed }) {
    if (origin !== 'registered' || confirmed || erased) throw new Rejection('CONFIRMATION_INVALID');
    return [{ type: 'ProfileChanged', data: { accountId, profile: { sealed: sealedProfile } } }, ...confirmationOf(accountId, isReissued)];
  },
};
