import type { DomainEvent } from '../event';
import type { Role } from '../roles';

/**
 * Streams: `email-<keyed hash of the address>` holds who has the address; `account-<id>` the account's life. `blind` is 32 secret bytes,
 * hex: without them the hash of the data, which is public, would tie the two to whoever tries all accounts. Early events have none.
 */
export type EmailClaimed = DomainEvent<'EmailClaimed', { accountId: string; blind?: string }>;
/** The account that had the address was erased: whoever comes next may have it. */
export type EmailReleased = DomainEvent<'EmailReleased', { accountId: string; blind?: string }>;
export type AddressEvent = EmailClaimed | EmailReleased;

/** `profile` is sealed under the person's key: `{ email, name, language }` as JSON. */
export type AccountRegistered = DomainEvent<'AccountRegistered', { accountId: string; profile: { sealed: string } }>;
/**
 * An account without a password, attested by the importing office. `source` names the import, `externalId` the person in it; `blind` keeps
 * the hash of the data from telling which. Early events have none.
 */
export type AccountImported = DomainEvent<
  'AccountImported',
  { accountId: string; by: string; source: string; externalId: string; blind?: string }
>;
export type EmailConfirmationRequested = DomainEvent<'EmailConfirmationRequested', { accountId: string; tokenHash: string; expiresAt: string }>;
export type EmailConfirmed = DomainEvent<'EmailConfirmed', { accountId: string }>;
/**
 * What the account was just verified by had verified an account before that was erased since: in consultations published before this event,
 * it counts as unverified. In the same append as what it follows, so that between the two there is no place in the log.
 */
export type CredentialReissued = DomainEvent<'CredentialReissued', { accountId: string }>;
export type RoleGranted = DomainEvent<'RoleGranted', { accountId: string; role: Role; by: string }>;
export type RoleRevoked = DomainEvent<'RoleRevoked', { accountId: string; role: Role; by: string }>;

/**
 * The last event of an account: its key is destroyed, and its roles end. `by` is the account itself or an administrator, who gives the
 * `reason` (null for one's own). It names no pseudonym, since that would tie those of one person together for good.
 */
export type AccountErased = DomainEvent<'AccountErased', { accountId: string; by: string; reason: string | null }>;

export type AccountEvent =
  | AccountRegistered
  | AccountImported
  | EmailConfirmationRequested
  | EmailConfirmed
  | CredentialReissued
  | RoleGranted
  | RoleRevoked
  | AccountErased;

/** The one stream of all sign-ins of staff, so that no leaf of the log says whose it was. */
export const staffSignInsStream = 'staff-sign-ins';

/**
 * Somebody with a role beyond citizen signed in. `roles` are all that the account had then. `blind` is 32 secret bytes, hex: without them
 * the hash of the data, which is public, would give the account away to whoever tries them all.
 */
export type StaffSignedIn = DomainEvent<'StaffSignedIn', { accountId: string; roles: readonly Role[]; blind: string }>;
/** A wrong password for such an account; at most one event a minute and account, however many tries there are. */
export type StaffSignInFailed = DomainEvent<'StaffSignInFailed', { accountId: string; roles: readonly Role[]; blind: string }>;

export type StaffEvent = StaffSignedIn | StaffSignInFailed;
export type IdentityEvent = AddressEvent | AccountEvent | StaffEvent;
