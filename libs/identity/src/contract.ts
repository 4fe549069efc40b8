import { emailClaimed, emailReleased, type AddressEvent } from './address/address.contract';
import { credentialReissued, emailConfirmed, type CredentialReissued, type EmailConfirmed } from './confirmation/confirmation.contract';
import { eventsOfErasures, type AccountErased, type BatchEvent, type ErasureEvent } from './erasure/erasure.contract';
import { profileChanged, type ProfileChanged } from './profile/profile.contract';
import { accountImported, accountVouchedFor, type AccountImported, type AccountVouchedFor } from './people-import/people-import.contract';
import { accountRegistered, type AccountRegistered } from './registration/registration.contract';
import { roleGranted, roleRevoked, type RoleGranted, type RoleRevoked } from './role/role.contract';
import { secondFactorReset, type SecondFactorReset } from './second-factor/second-factor.contract';
import { signInsFailed, staffSignedIn, type StaffEvent } from './staff-sign-in/staff-sign-in.contract';
import { eventsOfSuspensionAppeals, type SuspensionAppealEvent } from './suspension/appeal/suspension-appeal.contract';
import { eventsOfSuspensions, type AccountSuspended, type SuspensionEvent, type SuspensionLifted } from './suspension/suspension.contract';
import { eventsOfUnits, type UnitEvent } from './unit/unit.contract';

export type AccountEvent =
  | AccountRegistered
  | AccountImported
  | AccountVouchedFor
  | ProfileChanged
  | EmailConfirmed
  | CredentialReissued
  | RoleGranted
  | RoleRevoked
  | SecondFactorReset
  | AccountSuspended
  | SuspensionLifted
  | AccountErased;

export type IdentityEvent =
  | AddressEvent
  | AccountEvent
  | ErasureEvent
  | BatchEvent
  | StaffEvent
  | SuspensionEvent
  | SuspensionAppealEvent
  | UnitEvent;

export const eventsOfIdentity = [
  emailClaimed,
  emailReleased,
  accountRegistered,
  accountImported,
  accountVouchedFor,
  profileChanged,
  emailConfirmed,
  credentialReissued,
  roleGranted,
  roleRevoked,
  secondFactorReset,
  ...eventsOfErasures,
  staffSignedIn,
  signInsFailed,
  ...eventsOfSuspensions,
  ...eventsOfSuspensionAppeals,
  ...eventsOfUnits,
] as const;
