import { describe, it } from '@jest/globals';
import { everyEvent } from '@isegoria/contracts';
import { foldsWhatIsNewer } from '@isegoria/event-sourcing';
import { account } from './account/account.decider';

describe('the fold that all deciders of identity share', () => {
  it('takes every event of an account, and what a newer program records there', () => foldsWhatIsNewer(everyEvent, account, 'account-1'));
});
