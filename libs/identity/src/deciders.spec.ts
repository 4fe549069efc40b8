import { describe, it } from '@jest/globals';
import { everyEvent } from '@isegoria/contracts';
import { foldsWhatIsNewer } from '@isegoria/event-sourcing';
import { account } from './account/account.decider';
import { suspensionAppealDecider } from './suspension/appeal/suspension-appeal.decider';
import { suspendedAccountDecider } from './suspension/suspended-account.decider';
import { suspensionDecider } from './suspension/suspension.decider';
import { unitDecider } from './unit/unit.decider';

describe('deciders of identity fold every event of their streams, and what a newer program records there', () => {
  it('accounts', () => foldsWhatIsNewer(everyEvent, account, 'account-1'));
  it('suspensions', () => foldsWhatIsNewer(everyEvent, suspensionDecider, 'suspension-1'));
  it('suspended accounts', () => foldsWhatIsNewer(everyEvent, suspendedAccountDecider, 'suspended-1'));
  it('appeals against suspensions', () => foldsWhatIsNewer(everyEvent, suspensionAppealDecider, 'appealed-1'));
  it('units', () => foldsWhatIsNewer(everyEvent, unitDecider, 'unit-root.1f0c22aa'));
});
