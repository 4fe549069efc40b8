import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { rootUnit, type Role } from '@isegoria/kernel';
import type { AccountEvent } from '../contract';
import { erasureDecider } from './erasure.decider';

const accountId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const by = '0f4d3f0a-6a6e-4ce5-8f62-7a2a0d3b8c22';
const registered: AccountEvent = { type: 'AccountRegistered', data: { accountId, profile: { sealed: '1.a.b' } } };
const imported: AccountEvent = { type: 'AccountImported', data: { accountId, by, source: 'town', externalId: '7' } };
const role = (type: 'RoleGranted' | 'RoleRevoked', name: Role, unit = rootUnit): AccountEvent => ({
  type,
  data: { accountId, role: name, unit, by },
});
const own = { accountId, by: accountId, reason: null };
const asked = { accountId, by, reason: 'Asked for by letter' };
const erased = (data: typeof own | typeof asked): AccountEvent => ({ type: 'AccountErased', data });

describe('the erasure of an account', () => {
  it('is by the person, or by an administrator with a reason', () => {
    given(erasureDecider, [registered])
      .when(own)
      .then([erased(own)]);
    for (const there of [registered, imported])
      given(erasureDecider, [there])
        .when(asked)
        .then([erased(asked)]);
  });

  it('happens once, no matter who asks again', () => {
    for (const first of [own, asked])
      for (const again of [own, asked])
        given(erasureDecider, [registered, erased(first)])
          .when(again)
          .thenNothing();
  });

  it('is refused to administrators for themselves, until another took the role from them; other staff may go', () => {
    const administrator = [registered, role('RoleGranted', 'administrator')];
    given(erasureDecider, administrator).when(own).thenRejected('OWN_ADMINISTRATOR_ROLE');
    given(erasureDecider, administrator)
      .when({ ...own, reason: 'Myself' })
      .thenRejected('OWN_ADMINISTRATOR_ROLE');
    given(erasureDecider, administrator)
      .when(asked)
      .then([erased(asked)]);
    given(erasureDecider, [...administrator, role('RoleRevoked', 'administrator')])
      .when(own)
      .then([erased(own)]);
    given(erasureDecider, [registered, role('RoleGranted', 'administrator', 'root.aaaaaaaa')])
      .when(own)
      .thenRejected('OWN_ADMINISTRATOR_ROLE');
    given(erasureDecider, [registered, role('RoleGranted', 'moderator')])
      .when(own)
      .then([erased(own)]);
  });

  it('needs an account', () => {
    given(erasureDecider).when(asked).thenRejected('ACCOUNT_NOT_FOUND');
  });
});
