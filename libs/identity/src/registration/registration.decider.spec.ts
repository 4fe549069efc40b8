import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { rootUnit } from '@isegoria/kernel';
import type { AccountEvent } from '../contract';
import { registrationDecider, type RegistrationCommand } from './registration.decider';

const accountId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const expiresAt = '2026-03-03T12:00:00.000Z';
const register: RegistrationCommand = { type: 'RegisterAccount', accountId, sealedProfile: '1.a.b', tokenHash: 'c0ffee', expiresAt };
const registerFirst: RegistrationCommand = { type: 'RegisterFirstAdministrator', accountId, sealedProfile: '1.a.b', isReissued: false };
const registered: AccountEvent = { type: 'AccountRegistered', data: { accountId, profile: { sealed: '1.a.b' } } };
const imported: AccountEvent = { type: 'AccountImported', data: { accountId, by: accountId, source: 'town', externalId: '7' } };

describe('registration', () => {
  it('begins an account and asks for its confirmation', () => {
    given(registrationDecider)
      .when(register)
      .then([registered, { type: 'EmailConfirmationRequested', data: { accountId, tokenHash: 'c0ffee', expiresAt } }]);
  });

  it('begins the first administrator confirmed and with the roles to go on', () => {
    given(registrationDecider)
      .when(registerFirst)
      .then([
        registered,
        { type: 'EmailConfirmed', data: { accountId } },
        { type: 'RoleGranted', data: { accountId, role: 'administrator', unit: rootUnit, by: accountId } },
        { type: 'RoleGranted', data: { accountId, role: 'official', unit: rootUnit, by: accountId } },
      ]);
  });

  it('says of the first administrator, too, that the address confirmed an account before that was erased', () => {
    given(registrationDecider)
      .when({ ...registerFirst, isReissued: true })
      .then([
        registered,
        { type: 'EmailConfirmed', data: { accountId } },
        { type: 'CredentialReissued', data: { accountId } },
        { type: 'RoleGranted', data: { accountId, role: 'administrator', unit: rootUnit, by: accountId } },
        { type: 'RoleGranted', data: { accountId, role: 'official', unit: rootUnit, by: accountId } },
      ]);
  });

  it('takes no account over that is there', () => {
    for (const there of [[registered], [imported]]) {
      given(registrationDecider, there).when(register).thenRejected('ALREADY_DONE');
      given(registrationDecider, there).when(registerFirst).thenRejected('ALREADY_DONE');
    }
  });
});
