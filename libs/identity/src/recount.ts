import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { rulesOfAccounts } from './account/account-rules.recount';
import { actsOfConfirmations, leavesOfConfirmations } from './confirmation/confirmation.recount';
import type { IdentityEvent } from './contract';
import { actsOfErasures } from './erasure/audit/erasure.recount';
import { rulesOfImports } from './people-import/people-import.recount';
import { actsOfRoles, leavesOfRoles } from './role/audit/role.recount';
import { rulesOfStaffSignIns } from './staff-sign-in/staff-sign-in.recount';
import { rulesOfUnits } from './unit/audit/unit-rules.recount';
import { actsOfUnits, namesOfUnits } from './unit/audit/unit.recount';

export { Credentials, type BallotsOf } from './account/credential/credentials.recount';
export { Erasures, listed, type UntoldText } from './erasure/audit/erasure.recount';

const acts: ActsInWords<IdentityEvent> = {
  ...actsOfConfirmations,
  ...actsOfErasures,
  ...actsOfRoles,
  ...actsOfUnits,
  EmailClaimed: null,
  EmailReleased: null,
  AccountRegistered: null,
  AccountImported: null,
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
  rules: () => [rulesOfAccounts(), rulesOfStaffSignIns(), rulesOfUnits(), rulesOfImports()],
  acts,
  leaves: { ...leavesOfConfirmations, ...leavesOfRoles },
};
