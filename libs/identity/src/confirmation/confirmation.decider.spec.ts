import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { AccountEvent } from '../contract';
import { confirmationDecider, type ConfirmOnce } from './confirmation.decider';

const accountId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const registered: AccountEvent = { type: 'AccountRegistered', data: { accountId, profile: { sealed: '1.a.b' } } };
const imported: AccountEvent = { type: 'AccountImported', data: { accountId, by: accountId, source: 'town', externalId: '7' } };
const lasting: AccountEvent = { type: 'ProfileChanged', data: { accountId, profile: { sealed: '2.c.d' } } };
const confirmed: AccountEvent = { type: 'EmailConfirmed', data: { accountId } };
const reissued: AccountEvent = { type: 'CredentialReissued', data: { accountId } };
const confirm = (isReissued = false): ConfirmOnce => ({ accountId, sealedProfile: '2.c.d', isReissued, erased: false });

describe('confirmation of an e-mail address', () => {
  it("makes the account the person's, with the profile under the key that lasts", () => {
    given(confirmationDecider, [registered]).when(confirm()).then([lasting, confirmed]);
  });

  it('says in the same breath that the address confirmed an account before', () => {
    given(confirmationDecider, [registered]).when(confirm(true)).then([lasting, confirmed, reissued]);
  });

  it('is given once, and only to an account that somebody registered and nobody erased', () => {
    for (const history of [[], [imported], [registered, lasting, confirmed]])
      given(confirmationDecider, history).when(confirm()).thenRejected('CONFIRMATION_INVALID');
    given(confirmationDecider, [registered])
      .when({ ...confirm(), erased: true })
      .thenRejected('CONFIRMATION_INVALID');
  });
});
