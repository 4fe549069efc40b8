import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { actsOfConfirmations, leavesOfConfirmations } from './confirmation/confirmation.recount';
import type { IdentityEvent } from './contract';
import { actsOfErasures } from './erasure/erasure.recount';
import { actsOfRoles, leavesOfRoles } from './role/role.recount';
import { actsOfUnits, namesOfUnits } from './unit/unit.recount';

export { Credentials } from './account/credentials.recount';
export { Erasures, listed, type UntoldText } from './erasure/erasure.recount';

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
  acts,
  leaves: { ...leavesOfConfirmations, ...leavesOfRoles },
};
