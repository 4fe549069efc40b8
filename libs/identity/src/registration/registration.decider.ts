import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, rootUnit } from '@isegoria/kernel';
import { account, confirmationOf, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';

interface Beginning {
  readonly accountId: string;
  readonly sealedProfile: string;
}

export type RegistrationCommand =
  | (Beginning & { readonly type: 'RegisterAccount' })
  | (Beginning & { readonly type: 'RegisterConfirmed' | 'RegisterFirstAdministrator'; readonly isReissued: boolean });

/**
 * The beginning of an account: unconfirmed; confirmed, for somebody who has the mailbox and chose a password of their own; or, confirmed by
 * the operator of the platform, of the first administrator.
 */
export const registrationDecider: Decider<AccountState, RegistrationCommand, AccountEvent> = {
  ...account,

  decide(command, { origin }) {
    if (origin !== 'none') throw new Rejection('ALREADY_DONE');
    const { accountId, sealedProfile } = command;
    const registered: AccountEvent = { type: 'AccountRegistered', data: { accountId, profile: { sealed: sealedProfile } } };
    if (command.type === 'RegisterAccount') return [registered];
    const confirmed = [registered, ...confirmationOf(accountId, command.isReissued)];
    if (command.type === 'RegisterConfirmed') return confirmed;
    return [
      ...confirmed,
      { type: 'RoleGranted', data: { accountId, role: 'administrator', unit: rootUnit, by: accountId } },
      { type: 'RoleGranted', data: { accountId, role: 'official', unit: rootUnit, by: accountId } },
    ];
  },
};
