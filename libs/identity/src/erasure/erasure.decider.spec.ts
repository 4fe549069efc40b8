import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { rootUnit, type HeldRole, type Role } from '@isegoria/kernel';
import type { AccountState } from '../account/account.decider';
import type { AccountErased, ErasurePublished } from './erasure.contract';
import { erasureDecider } from './erasure.decider';

const accountId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const by = '0f4d3f0a-6a6e-4ce5-8f62-7a2a0d3b8c22';
const account = (origin: AccountState['origin'], ...granted: HeldRole[]) => ({ origin, granted });
const registered = account('registered');
const holding = (role: Role, unit = rootUnit) => account('registered', { role, unit });
const own = { accountId, by: accountId, reason: null };
const asked = { accountId, by, reason: 'Asked for by letter' };
const erased = (data: typeof own | typeof asked): AccountErased => ({ type: 'AccountErased', data });

describe('the erasure of an account', () => {
  it('is by the person, or by an administrator with a reason', () => {
    given(erasureDecider)
      .when({ ...own, account: registered })
      .then([erased(own)]);
    for (const there of [registered, account('imported')])
      given(erasureDecider)
        .when({ ...asked, account: there })
        .then([erased(asked)]);
  });

  it('happens once, no matter who asks again, and whether or not the public log tells of it', () => {
    const published: ErasurePublished = { type: 'ErasurePublished', data: { accountId, batch: by } };
    for (const first of [own, asked])
      for (const again of [own, asked])
        for (const since of [[], [published]])
          given(erasureDecider, [erased(first), ...since])
            .when({ ...again, account: registered })
            .thenNothing();
  });

  it('is refused to administrators for themselves, until another took the role from them; other staff may go', () => {
    for (const unit of [rootUnit, 'root.aaaaaaaa'])
      for (const reason of [null, 'Myself'])
        given(erasureDecider)
          .when({ ...own, reason, account: holding('administrator', unit) })
          .thenRejected('OWN_ADMINISTRATOR_ROLE');
    given(erasureDecider)
      .when({ ...asked, account: holding('administrator') })
      .then([erased(asked)]);
    given(erasureDecider)
      .when({ ...own, account: holding('moderator') })
      .then([erased(own)]);
  });

  it('needs an account', () => {
    given(erasureDecider)
      .when({ ...asked, account: account('none') })
      .thenRejected('ACCOUNT_NOT_FOUND');
  });
});
