import type { Decider } from '@isegoria/event-sourcing';
import type { AssuranceLevel } from '@isegoria/kernel';
import { account, type AccountState } from '../account/account.decider';
import type { AccountEvent } from '../contract';

export interface ImportAccount {
  readonly accountId: string;
  readonly by: string;
  readonly source: string;
  readonly externalId: string;
  /** Secret bytes for the event, so that its hash does not reveal which person of the source it is. */
  readonly blind: string;
  /** How surely the source knows the person. */
  readonly assurance: AssuranceLevel;
}

/** An imported account begins once; importing the same person again changes nothing. */
export const importsDecider: Decider<AccountState, ImportAccount, AccountEvent> = {
  ...account,

  decide({ assurance, ...person }, { origin }) {
    if (origin !== 'none') return [];
    const { accountId, by } = person;
    const imported: AccountEvent = { type: 'AccountImported', data: person };
    return assurance === 'anonymous' ? [imported] : [imported, { type: 'AccountVouchedFor', data: { accountId, by, level: assurance } }];
  },
};
