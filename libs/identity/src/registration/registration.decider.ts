import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, rootUnit } from '@isegoria/kernel';
import { account, confirmationOf, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';

export type RegistrationCommand =
  | { type: 'RegisterAccount'; accountId: string; sealedProfile: string; tokenHash: string; expiresAt: string }
  | { type: 'RegisterFirstAdministrator'; accountId: string; sealedProfile: string; isReissued: boolean };

/** The beginning of an account. The first administrator is named by the operator of the platform, who needs no confirmation. */
export const registrationDecider: Decider<AccountState, RegistrationCommand, AccountEvent> = {
  ...account,

  decide(command, { origin }) {
    if (origin !== 'none') throw new Rejection('ALREADY_DONE');
    const { accountId, sealedProfile } = command;
    const registered: AccountEvent = { type: 'AccountRegistered', data: { accountId, profile: { sealed: sealedProfile } } };
    if (command.type === 'RegisterAccount') {
      const { tokenHash, expiresAt } = command;
      return [registered, { type: 'EmailConfirmationRequested', data: { accountId, tokenHash, expiresAt } }];
    }
    return [
      registered,
      ...confirmationOf(accountId, command.isReissued),
      { type: 'RoleGranted', data: { accountId, role: 'administrator', unit: rootUnit, by: accountId } },
      { type: 'RoleGranted', data: { accountId, role: 'official', unit: rootUnit, by: accountId } },
    ];
  },
};
