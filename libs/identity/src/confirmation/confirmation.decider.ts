import type { Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { account, confirmationOf, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';

export type ConfirmationCommand =
  | { type: 'ConfirmEmail'; accountId: string; tokenHash: string; now: string; isReissued: boolean; erased: boolean }
  | { type: 'RenewConfirmation'; accountId: string; tokenHash: string; expiresAt: string; now: string };

/** A confirmation is given once, with the link that was sent last, until it expires. Times are UTC strings of one form. */
export const confirmationDecider: Decider<AccountState, ConfirmationCommand, AccountEvent> = {
  ...account,

  decide(command, { pending }) {
    const { accountId, tokenHash, now } = command;
    const isValid = pending !== null && now < pending.expiresAt;
    if (command.type === 'RenewConfirmation') {
      const needsNoLink = pending === null || isValid;
      return needsNoLink ? [] : [{ type: 'EmailConfirmationRequested', data: { accountId, tokenHash, expiresAt: command.expiresAt } }];
    }
    if (command.erased || !isValid || pending.tokenHash !== tokenHash) throw new Rejection('CONFIRMATION_INVALID');
    return confirmationOf(accountId, command.isReissued);
  },
};
