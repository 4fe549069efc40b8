import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { actor, actorIn } from '@isegoria/testing';
import type { AccountEvent } from '../contract';
import { secondFactorDecider } from './second-factor.decider';

const accountId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const registered: AccountEvent = { type: 'AccountRegistered', data: { accountId, profile: { sealed: '1.a.b' } } };

describe('a second factor that somebody lost', () => {
  const administrator = actor('administrator');
  const reset = { accountId, erased: false, actor: administrator };

  it('is taken away by an administrator of the root, as often as it is lost', () => {
    const taken: AccountEvent = { type: 'SecondFactorReset', data: { accountId, by: administrator.accountId } };
    given(secondFactorDecider, [registered]).when(reset).then([taken]);
    given(secondFactorDecider, [registered, taken]).when(reset).then([taken]);
  });

  it('is taken away by nobody else, nor from oneself', () => {
    for (const other of [actor(), actor('official', 'moderator', 'auditor'), actorIn('root.aaaaaaaa', 'administrator')])
      given(secondFactorDecider, [registered])
        .when({ ...reset, actor: other })
        .thenRejected('FORBIDDEN_ROLE');
    given(secondFactorDecider, [registered])
      .when({ ...reset, actor: { ...administrator, accountId } })
      .thenRejected('NOT_YOURS');
  });

  it('is not taken away from an account that is not there, or was erased', () => {
    given(secondFactorDecider).when(reset).thenRejected('ACCOUNT_NOT_FOUND');
    given(secondFactorDecider, [registered])
      .when({ ...reset, erased: true })
      .thenRejected('ACCOUNT_ERASED');
  });
});
