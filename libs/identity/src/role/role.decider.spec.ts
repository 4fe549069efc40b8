import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { Role } from '@isegoria/kernel';
import type { AccountEvent } from '../contract';
import { rolesDecider, type RolesCommand } from './role.decider';

const accountId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const by = '0f4d3f0a-6a6e-4ce5-8f62-7a2a0d3b8c22';
const registered: AccountEvent = { type: 'AccountRegistered', data: { accountId, profile: { sealed: '1.a.b' } } };
const granted = (role: Role): AccountEvent => ({ type: 'RoleGranted', data: { accountId, role, by } });
const revoked = (role: Role): AccountEvent => ({ type: 'RoleRevoked', data: { accountId, role, by } });
const grant = (role: Role): RolesCommand => ({ type: 'GrantRole', accountId, role, by });
const revoke = (role: Role): RolesCommand => ({ type: 'RevokeRole', accountId, role, by });

describe('roles', () => {
  it('are granted and revoked', () => {
    given(rolesDecider, [registered])
      .when(grant('moderator'))
      .then([granted('moderator')]);
    given(rolesDecider, [registered, granted('moderator')])
      .when(revoke('moderator'))
      .then([revoked('moderator')]);
    given(rolesDecider, [registered, granted('moderator'), revoked('moderator')])
      .when(grant('moderator'))
      .then([granted('moderator')]);
  });

  it('do not change when they are as asked for', () => {
    given(rolesDecider, [registered, granted('analyst')])
      .when(grant('analyst'))
      .thenNothing();
    given(rolesDecider, [registered, granted('analyst')])
      .when(revoke('auditor'))
      .thenNothing();
  });

  it('leave everyone a citizen', () => {
    given(rolesDecider, [registered]).when(grant('citizen')).thenNothing();
    given(rolesDecider, [registered]).when(revoke('citizen')).thenRejected('VALIDATION_FAILED');
  });

  it('are not taken from oneself, if it is that of administrator', () => {
    const own = (role: Role): RolesCommand => ({ type: 'RevokeRole', accountId, role, by: accountId });
    const administrator = [registered, granted('administrator'), granted('official')];
    given(rolesDecider, administrator).when(own('administrator')).thenRejected('OWN_ADMINISTRATOR_ROLE');
    given(rolesDecider, administrator)
      .when(revoke('administrator'))
      .then([revoked('administrator')]);
    given(rolesDecider, administrator)
      .when(own('official'))
      .then([{ type: 'RoleRevoked', data: { accountId, role: 'official', by: accountId } }]);
  });

  it('are neither given to nor taken from an account that was erased', () => {
    const erased: AccountEvent = { type: 'AccountErased', data: { accountId, by, reason: 'Asked for' } };
    for (const command of [grant('official'), revoke('moderator')]) {
      given(rolesDecider, [registered, granted('moderator'), erased])
        .when(command)
        .thenRejected('ACCOUNT_ERASED');
    }
  });

  it('need an account', () => {
    given(rolesDecider).when(grant('official')).thenRejected('ACCOUNT_NOT_FOUND');
    given(rolesDecider).when(revoke('official')).thenRejected('ACCOUNT_NOT_FOUND');
  });
});
