import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, permitted, rootUnit, type Actor } from '@isegoria/kernel';
import { account, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';

export interface ResetOnce {
  readonly accountId: string;
  /** Which is in a stream of its own. */
  readonly erased: boolean;
  readonly actor: Actor;
}

/** An account belongs to no unit, so it takes an administrator of the root, as an erasure does; for the own one there is the code. */
export const secondFactorDecider: Decider<AccountState, ResetOnce, AccountEvent> = {
  ...account,

  decide({ accountId, erased, actor }, { origin }) {
    const by = permitted(actor, 'administer', rootUnit).accountId;
    if (accountId === by) throw new Rejection('NOT_YOURS');
    if (origin === 'none') throw new Rejection('ACCOUNT_NOT_FOUND');
    if (erased) throw new Rejection('ACCOUNT_ERASED');
    return [{ type: 'SecondFactorReset', data: { accountId, by } }];
  },
};
