import type { Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { account, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';

export interface ReplaceProfile {
  readonly accountId: string;
  readonly sealedProfile: string;
  /** The sealed one that it was made from: what changed in the meantime would be lost. */
  readonly replaces: string | null;
  /** Whose key it is sealed under: a confirmation in the meantime makes it the wrong one. */
  readonly isConfirmed: boolean;
  /** Which is in a stream of its own. */
  readonly erased: boolean;
}

export const profileDecider: Decider<AccountState, ReplaceProfile, AccountEvent> = {
  ...account,

  decide({ accountId, sealedProfile, replaces, isConfirmed, erased }, { origin, profile, confirmed }) {
    if (erased) throw new Rejection('ACCOUNT_ERASED');
    if (origin !== 'registered') throw new Rejection('ACCOUNT_NOT_FOUND');
    if (confirmed !== isConfirmed || profile !== replaces) throw new Rejection('CONFLICT');
    return [{ type: 'ProfileChanged', data: { accountId, profile: { sealed: sealedProfile } } }];
  },
};
