import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { rulesOfAccounts } from './account/account-rules.recount';
import { actsOfConfirmations, leavesOfConfirmations } from './confirmation/confirmation.recount';
import type { IdentityEvent } from './contract';
import { actsOfErasures } from './erasure/audit/erasure.recount';
import { rulesOfImports } from './people-import/people-import.recount';
import { actsOfRoles, leavesOfRoles } from './role/audit/role.recount';
import { actsOfSecondFactors, leavesOfSecondFactors } from './second-factor/second-factor.recount';
import { showPendingErasures } from './erasure/erasure.contract';
import { readMailbox } from './mailbox/mailbox.contract';
import { rulesOfStaffSignIns } from './staff-sign-in/staff-sign-in.recount';
import { actsOfSuspensions, rulesOfSuspensions } from './suspension/audit/suspension.recount';
import { rulesOfUnits } from './unit/audit/unit-rules.recount';
import { actsOfUnits, namesOfUnits } from './unit/audit/unit.recount';
import { UnitsShown } from './unit/audit/units-shown.recount';

export { Credentials } from './account/credential/credentials.recount';
export type { BallotsOf } from './account/credential/people-of-consultations.recount';
export { Erasures, listed, type PublishedTexts, type UntoldText } from './erasure/audit/erasure.recount';

const acts: ActsInWords<IdentityEvent> = {
  ...actsOfConfirmations,
  ...actsOfErasures,
  ...actsOfRoles,
  ...actsOfSecondFactors,
  ...actsOfSuspensions,
  ...actsOfUnits,
  EmailClaimed: null,
  EmailReleased: null,
  AccountRegistered: null,
  AccountImported: null,
  AccountVouchedFor: null,
  ProfileChanged: null,
  StaffSignedIn: null,
  SignInsFailed: null,
};

export const recountOfIdentity: RecountRoom = {
  counts: [],
  stories: [],
  names: [namesOfUnits],
  texts: [],
  permissions: [],
  shown: () => [new UnitsShown()],
  openings: [],
  notShown: [
    [showPendingErasures, 'how many texts may be gone of which the log does not tell yet: texts that are missing are held against it'],
    [readMailbox, 'mail that is no part of the log; where mail is sent, nobody is shown any'],
  ],
  rules: () => [rulesOfAccounts(), rulesOfStaffSignIns(), rulesOfSuspensions(), rulesOfUnits(), rulesOfImports()],
  acts,
  leaves: { ...leavesOfConfirmations, ...leavesOfRoles, ...leavesOfSecondFactors },
};
