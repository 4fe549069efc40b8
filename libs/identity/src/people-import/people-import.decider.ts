import type { Decider } from '@isegoria/event-sourcing';
import { account, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';

export interface ImportAccount {
  readonly accountId: string;
  readonly by: string;
  readonly source: string;
  readonly externalId: string;
  /** Secret bytes for the event, so that its hash does not reveal which person of the source it is. */
  readonly blind: string;
}

/** An imported account begins once; importing the same person again changes nothing. */
export const importsDecider: Decider<AccountState, ImportAccount, AccountEvent> = {
  ...account,

  decide: (person, { origin }) => (origin === 'none' ? [{ type: 'AccountImported', data: person }] : []),
};
