import { event } from '../contract/event';
import { stream } from '../contract/stream';
import type { DomainEvent } from '../event';
import type { Role } from '../roles';

const accountId = 'acc00000-0000-4000-8000-000000000001';
const by = 'ad000000-0000-4000-8000-000000000001';
const blind = '5b'.repeat(32);

/** Who has an address: a stream each, named by a keyed hash. */
const emailAddresses = stream('email-<keyed hash of the address>', 'withheld');

/**
 * `blind` is 32 secret bytes, hex: without them the hash of the data, which is public, would tie the address to its account for whoever tries
 * all accounts. Early events have none.
 */
export type EmailClaimed = DomainEvent<'EmailClaimed', { accountId: string; blind?: string }>;
export const emailClaimed = event<EmailClaimed>('EmailClaimed', {
  stream: emailAddresses,
  says: 'Which account has this address. `blind` (32 secret bytes in hex) keeps the public hash from tying the two.',
  sample: { accountId, blind },
});

export type EmailReleased = DomainEvent<'EmailReleased', { accountId: string; blind?: string }>;
export const emailReleased = event<EmailReleased>('EmailReleased', {
  stream: emailAddresses,
  says: 'The account that had this address was erased, and anybody may claim it. The last claim without a release says who has it.',
  sample: { accountId, blind },
});
export type AddressEvent = EmailClaimed | EmailReleased;

const accounts = stream('account-<accountId>', 'withheld');

/** `profile` is sealed under the person's key: `{ email, name, language }` as JSON. */
export type AccountRegistered = DomainEvent<'AccountRegistered', { accountId: string; profile: { sealed: string } }>;
export const accountRegistered = event<AccountRegistered>('AccountRegistered', {
  stream: accounts,
  says: 'Somebody has an account; `profile` (address, name, language) is sealed.',
  sample: { accountId, profile: { sealed: `2.000102030405060708090a0b0c0d0e0f.AAECAwQFBgcICQoLDA0ODw.${'5e'.repeat(32)}` } },
});

/**
 * `source` names the import, `externalId` the person in it; `blind` keeps the hash of the data from telling which. Early events have none.
 */
export type AccountImported = DomainEvent<
  'AccountImported',
  { accountId: string; by: string; source: string; externalId: string; blind?: string }
>;
export const accountImported = event<AccountImported>('AccountImported', {
  stream: accounts,
  says: 'An account without a password, attested by the importing office.',
  may: 'import',
  sample: { accountId, by, source: 'conversation', externalId: '7', blind },
});

export type EmailConfirmationRequested = DomainEvent<'EmailConfirmationRequested', { accountId: string; tokenHash: string; expiresAt: string }>;
export const emailConfirmationRequested = event<EmailConfirmationRequested>('EmailConfirmationRequested', {
  stream: accounts,
  says: 'A link was sent by which the address can be confirmed.',
  sample: { accountId, tokenHash: 'ab'.repeat(32), expiresAt: '2026-03-03T12:00:00.000Z' },
});

export type EmailConfirmed = DomainEvent<'EmailConfirmed', { accountId: string }>;
export const emailConfirmed = event<EmailConfirmed>('EmailConfirmed', {
  stream: accounts,
  says: 'The link was followed.',
  sample: { accountId },
});

/** In the same append as what it follows, so that between the two there is no place in the log. */
export type CredentialReissued = DomainEvent<'CredentialReissued', { accountId: string }>;
export const credentialReissued = event<CredentialReissued>('CredentialReissued', {
  stream: accounts,
  says:
    'What the account was just verified by had verified an account before that was erased since: in consultations published before this ' +
    'event, it counts as unverified.',
  sample: { accountId },
});

export type RoleGranted = DomainEvent<'RoleGranted', { accountId: string; role: Role; by: string }>;
export const roleGranted = event<RoleGranted>('RoleGranted', {
  stream: accounts,
  says:
    'The account has a further role. An administrator whom the operator of the platform names takes that role itself, as the third event of the ' +
    'account.',
  may: 'administer',
  act: { subject: { account: 'accountId' } },
  sample: { accountId, role: 'moderator', by },
});

export type RoleRevoked = DomainEvent<'RoleRevoked', { accountId: string; role: Role; by: string }>;
export const roleRevoked = event<RoleRevoked>('RoleRevoked', {
  stream: accounts,
  says: 'The account has a role no longer.',
  may: 'administer',
  act: { subject: { account: 'accountId' } },
  sample: { accountId, role: 'moderator', by },
});

/** It names no pseudonym, since that would tie those of one person together for good. */
export type AccountErased = DomainEvent<'AccountErased', { accountId: string; by: string; reason: string | null }>;
const accountErased = event<AccountErased>('AccountErased', {
  stream: accounts,
  says:
    'The last event of an account; its key is destroyed, and its roles end. `by` is the account itself or an administrator; `reason` is null for ' +
    "one's own.",
  may: 'administer',
  orElse: 'own account',
  act: { subject: { account: 'accountId' } },
  sample: { accountId, by, reason: 'Asked for by letter.' },
});

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
const staffSignIns = stream(staffSignInsStream, 'withheld');

/**
 * `roles` are all that the account had then. `blind` is 32 secret bytes, hex: without them the hash of the data, which is public, would give
 * the account away to whoever tries them all.
 */
export type StaffSignedIn = DomainEvent<'StaffSignedIn', { accountId: string; roles: readonly Role[]; blind: string }>;
export const staffSignedIn = event<StaffSignedIn>('StaffSignedIn', {
  stream: staffSignIns,
  says: 'Somebody with a role beyond citizen signed in. `blind` is 32 secret bytes in hex, so that the public hash gives nobody away.',
  sample: { accountId, roles: ['citizen', 'official'], blind: '0b'.repeat(32) },
});

export type StaffSignInFailed = DomainEvent<'StaffSignInFailed', { accountId: string; roles: readonly Role[]; blind: string }>;
export const staffSignInFailed = event<StaffSignInFailed>('StaffSignInFailed', {
  stream: staffSignIns,
  says: 'A wrong password for such an account; at most one event a minute and account, however many tries there are.',
  sample: { accountId, roles: ['citizen', 'official'], blind: '0b'.repeat(32) },
});

export type StaffEvent = StaffSignedIn | StaffSignInFailed;
export type IdentityEvent = AddressEvent | AccountEvent | StaffEvent;

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
  accountErased,
  staffSignedIn,
  staffSignInFailed,
] as const;
