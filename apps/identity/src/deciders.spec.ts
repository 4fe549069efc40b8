import { describe, it } from '@jest/globals';
import { foldsWhatIsNewer } from '@isegoria/event-sourcing';
import { account } from './account/account';

describe('the fold that all deciders of identity share', () => {
  it('takes every event of an account, and what a newer program records there', () => foldsWhatIsNewer(account, 'account-1'));
});
