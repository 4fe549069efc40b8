import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { AccountEvent } from '../contract';
import { confirmationDecider, type ConfirmationCommand } from './confirmation.decider';

const accountId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const before = '2026-03-03T11:59:59.999Z';
const expiresAt = '2026-03-03T12:00:00.000Z';
const later = '2026-03-05T12:00:00.000Z';
const registered: AccountEvent = { type: 'AccountRegistered', data: { accountId, profile: { sealed: '1.a.b' } } };
const requested = (tokenHash: string, until = expiresAt): AccountEvent => ({
  type: 'EmailConfirmationRequested',
  data: { accountId, tokenHash, expiresAt: until },
});
const confirmed: AccountEvent = { type: 'EmailConfirmed', data: { accountId } };
const confirm = (tokenHash: string, now = before, isReissued = false) => ({
  type: 'ConfirmEmail' as const,
  accountId,
  tokenHash,
  now,
  isReissued,
  erased: false,
});
const renew = (now: string): ConfirmationCommand => ({ type: 'RenewConfirmation', accountId, tokenHash: 'new', expiresAt: later, now });

describe('confirmation of an e-mail address', () => {
  it('is given with the token that was sent', () => {
    given(confirmationDecider, [registered, requested('a')])
      .when(confirm('a'))
      .then([confirmed]);
  });

  it('says in the same breath that the address confirmed an account before that was erased', () => {
    const reissued: AccountEvent = { type: 'CredentialReissued', data: { accountId } };
    given(confirmationDecider, [registered, requested('a')])
      .when(confirm('a', before, true))
      .then([confirmed, reissued]);
    given(confirmationDecider, [registered, requested('a')])
      .when(confirm('b', before, true))
      .thenRejected('CONFIRMATION_INVALID');
    given(confirmationDecider, [registered, requested('a'), confirmed, reissued])
      .when(confirm('a', before, true))
      .thenRejected('CONFIRMATION_INVALID');
  });

  it('is refused for another token, a second time, too late, and where nothing was asked', () => {
    given(confirmationDecider, [registered, requested('a')])
      .when(confirm('b'))
      .thenRejected('CONFIRMATION_INVALID');
    given(confirmationDecider, [registered, requested('a'), confirmed])
      .when(confirm('a'))
      .thenRejected('CONFIRMATION_INVALID');
    given(confirmationDecider, [registered, requested('a')])
      .when(confirm('a', expiresAt))
      .thenRejected('CONFIRMATION_INVALID');
    given(confirmationDecider).when(confirm('a')).thenRejected('CONFIRMATION_INVALID');
  });

  it('is not given once the account is erased', () => {
    given(confirmationDecider, [registered, requested('a')])
      .when({ ...confirm('a'), erased: true })
      .thenRejected('CONFIRMATION_INVALID');
  });

  it('takes the newest token only', () => {
    const history = [registered, requested('a'), requested('b', later)];
    given(confirmationDecider, history).when(confirm('a')).thenRejected('CONFIRMATION_INVALID');
    given(confirmationDecider, history).when(confirm('b')).then([confirmed]);
  });

  it('is asked for again once the link expired, not before, and never for a confirmed address', () => {
    given(confirmationDecider, [registered, requested('a')])
      .when(renew(expiresAt))
      .then([requested('new', later)]);
    given(confirmationDecider, [registered, requested('a')])
      .when(renew(before))
      .thenNothing();
    given(confirmationDecider, [registered, requested('a'), confirmed])
      .when(renew(later))
      .thenNothing();
  });
});
