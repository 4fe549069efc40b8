import { emailClaimed, emailReleased, type AddressEvent } from './address/address.contract';
import {
  credentialReissued,
  emailConfirmationRequested,
  emailConfirmed,
  type CredentialReissued,
  type EmailConfirmationRequested,
  type EmailConfirmed,
} from './confirmation/confirmation.contract';
import { eventsOfErasures, type AccountErased, type BatchEvent, type ErasureEvent } from './erasure/erasure.contract';
import { accountImported, type AccountImported } from './people-import/people-import.contract';
import { accountRegistered, type AccountRegistered } from './registration/registration.contract';
import { roleGranted, roleRevoked, type RoleGranted, type RoleRevoked } from './role/role.contract';
import { staffSignInFailed, staffSignedIn, type StaffEvent } from './staff-sign-in/staff-sign-in.contract';
import { eventsOfUnits, type UnitEvent } from './unit/unit.contract';

export type AccountEvent =
  | AccountRegistered
  | AccountImported
  | EmailConfirmationRequested
  | EmailConfirmed
  | CredentialReissued
  | RoleGranted
  | RoleRevoked
  | AccountErased;

export type IdentityEvent = AddressEvent | AccountEvent | ErasureEvent | BatchEvent | StaffEvent | UnitEvent;

export const eventsOfIdentity = [
  emailClaimed,
  emailReleased,
  accountRegistered,
  accountImported,
  emailConfirmationRequested,
  emailConfirmed,
  credentialReissued,
  roleGranted,
  roleRevoked,
  ...eventsOfErasures,
  staffSignedIn,
  staffSignInFailed,
  ...eventsOfUnits,
] as const;
