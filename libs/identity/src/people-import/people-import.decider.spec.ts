import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { AccountEvent } from '../contract';
import { importsDecider } from './people-import.decider';

const person = {
  accountId: '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11',
  by: '0f4d3f0a-6a6e-4ce5-8f62-7a2a0d3b8c22',
  source: 'town-hall',
  externalId: '17',
  blind: '00'.repeat(32),
};
const imported: AccountEvent = { type: 'AccountImported', data: person };
const vouchedFor: AccountEvent = { type: 'AccountVouchedFor', data: { accountId: person.accountId, by: person.by, level: 'register' } };

describe('importing a person', () => {
  it('begins an account that is anonymous', () => {
    given(importsDecider)
      .when({ ...person, assurance: 'anonymous' })
      .then([imported]);
  });

  it('says at once at which level the office vouches for it, if it does', () => {
    given(importsDecider)
      .when({ ...person, assurance: 'register' })
      .then([imported, vouchedFor]);
  });

  it('changes nothing the second time, no matter who asks, and how surely they know the person', () => {
    given(importsDecider, [imported])
      .when({ ...person, by: person.accountId, assurance: 'eid' })
      .thenNothing();
  });
});
