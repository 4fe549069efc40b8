import type { AccountEvent } from '@isegoria/contracts';
import type { Decider } from '@isegoria/event-sourcing';
import { account, type AccountState } from '../account/account';

export interface ImportAccount {
  readonly accountId: string;
  readonly by: string;
  readonly source: string;
  readonly externalId: string;
}

/** An imported account begins once; importing the same person again changes nothing. */
export const importsDecider: Decider<AccountState, ImportAccount, AccountEvent> = {
  ...account,

  decide: ({ accountId, by, source, externalId }, { origin }) =>
    origin === 'none' ? [{ type: 'AccountImported', data: { accountId, by, source, externalId } }] : [],
};
