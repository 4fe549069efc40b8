import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { AccountEvent } from '../contract';
import { profileDecider } from './profile.decider';

const accountId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const registered: AccountEvent = { type: 'AccountRegistered', data: { accountId, profile: { sealed: '1.a.b' } } };
const confirmed: AccountEvent = { type: 'EmailConfirmed', data: { accountId } };
const change = (isConfirmed: boolean) => ({ accountId, sealedProfile: '2.c.d', replaces: '1.a.b', isConfirmed, erased: false });

describe('a profile', () => {
  it('is replaced by another', () => {
    given(profileDecider, [registered, confirmed])
      .when(change(true))
      .then([{ type: 'ProfileChanged', data: { accountId, profile: { sealed: '2.c.d' } } }]);
  });

  it('is not replaced by one under a key that ended with the confirmation', () => {
    given(profileDecider, [registered, confirmed]).when(change(false)).thenRejected('CONFLICT');
  });

  it('is not replaced by one that was made from an older one, with the address of before', () => {
    const changed: AccountEvent = { type: 'ProfileChanged', data: { accountId, profile: { sealed: '1.e.f' } } };
    given(profileDecider, [registered, confirmed, changed]).when(change(true)).thenRejected('CONFLICT');
  });

  it('is only that of a living account', () => {
    given(profileDecider).when(change(false)).thenRejected('ACCOUNT_NOT_FOUND');
    given(profileDecider, [registered])
      .when({ ...change(false), erased: true })
      .thenRejected('ACCOUNT_ERASED');
  });
});
