import type { DomainEvent } from '../event';
import type { Role } from '../roles';

/** Streams: `email-<keyed hash of the address>` holds who has the address; `account-<id>` the account's life. */
export type EmailClaimed = DomainEvent<'EmailClaimed', { accountId: string }>;

/** `profile` is sealed under the person's key: `{ email, name, language }` as JSON. */
export type AccountRegistered = DomainEvent<'AccountRegistered', { accountId: string; profile: { sealed: string } }>;
/** An account without a password, attested by the importing office. `source` names the import, `externalId` the person in it. */
export type AccountImported = DomainEvent<'AccountImported', { accountId: string; by: string; source: string; externalId: string }>;
export type EmailConfirmationRequested = DomainEvent<'EmailConfirmationRequested', { accountId: string; tokenHash: string; expiresAt: string }>;
export type EmailConfirmed = DomainEvent<'EmailConfirmed', { accountId: string }>;
export type RoleGranted = DomainEvent<'RoleGranted', { accountId: string; role: Role; by: string }>;
export type RoleRevoked = DomainEvent<'RoleRevoked', { accountId: string; role: Role; by: string }>;

export type AccountEvent = AccountRegistered | AccountImported | EmailConfirmationRequested | EmailConfirmed | RoleGranted | RoleRevoked;
export type IdentityEvent = EmailClaimed | AccountEvent;
