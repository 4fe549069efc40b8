import { describe, it } from '@jest/globals';
import { everyEvent } from '@isegoria/contracts';
import { foldsWhatIsNewer } from '@isegoria/event-sourcing';
import { account } from './account/account.decider';
import { unitDecider } from './unit/unit.decider';

describe('deciders of identity fold every event of their streams, and what a newer program records there', () => {
  it('accounts', () => foldsWhatIsNewer(everyEvent, account, 'account-1'));
  it('units', () => foldsWhatIsNewer(everyEvent, unitDecider, 'unit-root.1f0c22aa'));
});
